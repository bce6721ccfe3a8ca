package rhyton.training;

import java.util.List;
import java.util.Map;
import rhyton.data.ArrayData;
import rhyton.metrics.Metric;
import rhyton.tensor.Tensor;

/** What a network does with a batch. A model may have steps of its own. */
public interface Steps {
  /**
   * A batch as the steps take it.
   *
   * @param batch the batch
   * @return the same with the keys of dictionaries
   */
  StepData data(ArrayData batch);

  /**
   * Trains on a batch.
   *
   * @param data the batch
   * @return what was measured
   */
  Map<String, Tensor> train(StepData data);

  /**
   * Evaluates a batch.
   *
   * @param data the batch
   * @return what was measured
   */
  Map<String, Tensor> test(StepData data);

  /**
   * Computes the outputs for a batch.
   *
   * @param data the batch, without targets
   * @return the outputs, in order
   */
  List<Tensor> predict(StepData data);

  /**
   * The loss of a batch.
   *
   * @param data the batch
   * @param predicted the outputs for it
   * @return a number
   */
  Tensor loss(StepData data, List<Tensor> predicted);

  /** Returns the network's own metrics, besides those that compile was given. */
  List<Metric> metrics();
}

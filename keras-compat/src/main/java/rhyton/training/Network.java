package rhyton.training;

import java.nio.file.Path;
import java.util.List;
import rhyton.graph.Weight;
import rhyton.tensor.Tensor;

/** What training needs to know of a model. */
public interface Network {
  /** Returns the model's name. */
  String name();

  /**
   * Computes the outputs, in the context of the current call.
   *
   * @param inputs the inputs, in order
   * @return the outputs, in order
   */
  List<Tensor> call(List<Tensor> inputs);

  /** Returns the weights that training changes. */
  List<Weight> trainableWeights();

  /** Returns the names of the outputs, in order. */
  List<String> outputNames();

  /** Returns copies of all weights as Java arrays. */
  List<Object> getWeights();

  /**
   * Gives all weights new values.
   *
   * @param values in the order of {@link #getWeights}
   */
  void setWeights(List<?> values);

  /**
   * Saves the whole model.
   *
   * @param path the file
   */
  void save(Path path);

  /**
   * Saves the weights only.
   *
   * @param path the file
   */
  void saveWeights(Path path);
}

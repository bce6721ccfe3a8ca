package rhyton.savedmodel;

import java.util.List;
import rhyton.tensor.Tensor;

/** Runs parts of a loaded graph. */
sealed interface Runner extends AutoCloseable permits FunctionRunner, SessionRunner {
  /**
   * Runs what some tensors depend on.
   *
   * @param feeds names of tensors that are given
   * @param values their values
   * @param fetches names of tensors that are wanted
   * @return the wanted tensors
   */
  List<Tensor> run(List<String> feeds, List<Tensor> values, List<String> fetches);

  @Override
  void close();
}

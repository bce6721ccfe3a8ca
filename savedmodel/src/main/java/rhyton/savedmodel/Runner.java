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

  /**
   * Makes the first such run as fast as the others, and finds out whether it is possible.
   *
   * @param feeds names of tensors that will be given
   * @param fetches names of tensors that will be wanted
   */
  void prepare(List<String> feeds, List<String> fetches);

  @Override
  void close();
}

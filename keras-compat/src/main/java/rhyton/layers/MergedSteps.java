package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import rhyton.tensor.Tensor;

/** Computes all time steps as if they were samples of one large batch. */
final class MergedSteps {
  private MergedSteps() {}

  /**
   * Applies a function.
   *
   * @param x a tensor in whose first two axes, in either order, batch and time stand
   * @param function a function of batches that treats samples alike
   * @return the results, with the same two axes in front
   */
  static Tensor apply(Tensor x, UnaryOperator<Tensor> function) {
    List<Object> dims = x.dims();
    List<Object> merged = new ArrayList<>(dims.subList(1, dims.size()));
    merged.set(0, -1);
    Tensor y = function.apply(x.reshape(merged));
    List<Object> apart = new ArrayList<>(dims.subList(0, 2));
    apart.addAll(y.dims().subList(1, y.rank()));
    return y.reshape(apart);
  }
}

package rhyton.tensor.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** Gradients of kernels that have none, taken of the same formula put together from ops. */
final class Composed {
  private Composed() {}

  /**
   * A rule for a kernel with one output.
   *
   * @param rules where it goes
   * @param type the kernel
   * @param formula the kernel's output from its inputs
   */
  static void put(
      Map<String, GradientRule> rules,
      String type,
      BiFunction<GradientContext, List<Tensor>, Tensor> formula) {
    rules.put(
        type,
        c -> {
          List<Tensor> inputs = copies(c.node().inputs());
          Tensor y = formula.apply(c, inputs);
          give(c, Gradients.of(y.multiply(c.grad()).sum(), inputs));
        });
  }

  /** The same tensors, as the ends of a way backwards. */
  static List<Tensor> copies(List<Tensor> tensors) {
    List<Tensor> copies = new ArrayList<>();
    tensors.forEach(tensor -> copies.add(Op.of("Identity").in(tensor).one()));
    return copies;
  }

  /** Gives the gradients of the first inputs. */
  static void give(GradientContext c, List<Gradient> gradients) {
    for (int i = 0; i < gradients.size(); i++) {
      Gradient one = gradients.get(i);
      if (one != null) {
        c.giveRows(i, () -> one);
      }
    }
  }
}

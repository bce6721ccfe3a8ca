package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.gradient.GradientContext;
import rhyton.tensor.gradient.GradientRule;
import rhyton.tensor.runtime.NativeGraph.Operation;
import rhyton.tensor.runtime.NativeGraph.Output;

/**
 * A function that says itself what its gradient is.
 *
 * <pre>{@code
 * // log(1 + exp(x)), with a gradient that does not overflow
 * Tensor y =
 *     CustomGradient.of(
 *             xs -> {
 *               Tensor e = xs.get(0).exp();
 *               return new CustomGradient.Result(
 *                   List.of(e.log1p()),
 *                   upstream -> List.of(upstream.get(0).multiply(xs.get(0).sigmoid())));
 *             },
 *             List.of(x))
 *         .get(0);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/ops/core/">keras.ops.custom_gradient</a>
 */
public final class CustomGradient {
  private CustomGradient() {}

  /**
   * What the function gives.
   *
   * @param outputs its results
   * @param gradient computes from the gradients of the results those of the arguments, in order;
   *     null where there is none
   */
  public record Result(List<Tensor> outputs, UnaryOperator<List<Tensor>> gradient) {}

  /**
   * Applies a function with a gradient of its own. No gradient flows through it to anything but its
   * arguments: what it uses besides counts as constant.
   *
   * @param function gives results and gradient
   * @param xs its arguments
   * @return its results
   */
  public static List<Tensor> of(Function<List<Tensor>, Result> function, List<Tensor> xs) {
    Trace trace = Trace.current();
    if (trace == null) {
      return function.apply(xs).outputs();
    }
    List<Tensor> inputs = xs.stream().map(trace::local).toList();
    Result result = function.apply(inputs);
    List<Output> outputs = new ArrayList<>();
    for (Tensor output : result.outputs()) {
      List<Output> value = List.of(trace.graph().output(output));
      outputs.add(new Output(trace.graph().add("Identity", value, Map.of()), 0));
    }
    GradientRule rule = context -> give(context, result);
    Operation first = outputs.get(0).operation();
    return trace
        .graph()
        .note("CustomGradient", inputs, Map.of(GradientRule.ATTRIBUTE, rule), first, outputs)
        .outputs();
  }

  private static void give(GradientContext context, Result result) {
    List<Tensor> upstream = new ArrayList<>();
    for (int i = 0; i < result.outputs().size(); i++) {
      upstream.add(context.grad(i));
    }
    List<Tensor> gradients = result.gradient().apply(upstream);
    if (gradients.size() != context.inputs()) {
      throw new IllegalArgumentException(
          "CustomGradient: the gradient must give one tensor for each argument. Expected: "
              + context.inputs()
              + ". Received: "
              + gradients.size());
    }
    for (int i = 0; i < gradients.size(); i++) {
      Tensor gradient = gradients.get(i);
      if (gradient != null) {
        context.give(i, () -> gradient);
      }
    }
  }
}

package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.TraceNode;
import rhyton.tensor.control.Branch.Part;
import rhyton.tensor.gradient.Backward;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.GradientContext;
import rhyton.tensor.gradient.GradientRule;
import rhyton.tensor.runtime.NativeFunction;
import rhyton.tensor.runtime.NativeGraph.Operation;
import rhyton.tensor.runtime.NativeGraph.Output;

/**
 * Computes a part of a network a second time on the way back instead of keeping what it computed on
 * the way there: less memory for more time (gradient checkpointing).
 *
 * <pre>{@code
 * Tensor x = Tensor.of(new float[] {1, 2, 3});
 * Tensor y = Recompute.of(xs -> List.of(xs.get(0).sin().exp()), List.of(x)).get(0);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/ops/core/">keras.remat</a>
 * @see <a href="https://arxiv.org/abs/1604.06174">Chen et al., Training Deep Nets with Sublinear
 *     Memory Cost, 2016</a>
 */
public final class Recompute {
  private static final AtomicLong COUNT = new AtomicLong();

  private Recompute() {}

  /**
   * Applies a function, and on the way back applies it again.
   *
   * @param function the function; in a traced function it is traced once
   * @param xs its arguments
   * @return its results
   */
  public static List<Tensor> of(UnaryOperator<List<Tensor>> function, List<Tensor> xs) {
    return Trace.current() == null
        ? function.apply(xs)
        : call(Part.of(() -> function.apply(xs)), true).outputs();
  }

  /** A call of a part as one node of the current trace. */
  private static TraceNode call(Part part, boolean first) {
    Trace around = Trace.current();
    List<Tensor> inputs = part.arguments().keySet().stream().map(around::local).toList();
    List<Output> arguments = new ArrayList<>();
    part.arguments().values().forEach(inside -> arguments.add(part.trace().graph().output(inside)));
    List<Output> results = new ArrayList<>();
    part.results().forEach(result -> results.add(part.trace().graph().output(result)));
    NativeFunction function =
        part.trace()
            .graph()
            .toFunction("rhyton_recompute_" + COUNT.incrementAndGet(), arguments, results, !first);
    around.graph().use(function);
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("Tin", inputs.stream().map(Tensor::dtype).toList());
    attributes.put("Tout", part.results().stream().map(Tensor::dtype).toList());
    attributes.put("f", function.asAttribute());
    List<Object> all = List.of(inputs.stream().map(around.graph()::output).toList());
    List<Object> resources = List.copyOf(part.trace().variables().resources());
    Operation op =
        resources.isEmpty()
            ? around.graph().add("PartitionedCall", all, attributes)
            : around.graph().addUsing(resources, "StatefulPartitionedCall", all, attributes);
    List<Output> outputs = new ArrayList<>();
    for (int i = 0; i < part.results().size(); i++) {
      Output shapeless = new Output(op, i);
      outputs.add(shaped(around, shapeless, part.results().get(i)));
    }
    GradientRule rule = context -> wayBack(part, context);
    return around
        .graph()
        .note("Recompute", inputs, Map.of(GradientRule.ATTRIBUTE, rule), op, outputs);
  }

  private static Output shaped(Trace around, Output output, Tensor known) {
    return new Output(
        around.graph().add("EnsureShape", List.of(output), Map.of("shape", known.shape())), 0);
  }

  /** The gradients, computed in the same trace behind the function itself. */
  private static void wayBack(Part part, GradientContext context) {
    Map<Integer, Tensor> asked = new LinkedHashMap<>();
    int index = 0;
    for (Tensor inside : part.arguments().values()) {
      if (context.needs(index)) {
        asked.put(index, inside);
      }
      index++;
    }
    Set<Tensor> wanted = Backward.dependents(part.trace(), asked.values());
    Map<Tensor, Tensor> arguments = new LinkedHashMap<>(part.arguments());
    Map<Tensor, Gradient> begin = new HashMap<>();
    for (int i = 0; i < part.results().size(); i++) {
      Tensor result = part.results().get(i);
      if (context.hasGrad(i) && wanted.contains(result)) {
        Tensor argument = part.trace().placeholder(result.dtype(), result.shape(), "gradient");
        arguments.put(Op.of("Identity").in(context.grad(i)).one(), argument);
        part.trace().during(() -> begin.merge(result, Gradient.dense(argument), Gradient::sum));
      }
    }
    Map<Integer, Tensor> gradients =
        part.trace().during(() -> walk(part.trace(), wanted, begin, asked));
    List<Tensor> results = List.copyOf(gradients.values());
    TraceNode made = call(new Part(part.trace(), results, arguments), false);
    int next = 0;
    for (int input : gradients.keySet()) {
      int result = next++;
      context.give(input, () -> made.outputs().get(result));
    }
  }

  private static Map<Integer, Tensor> walk(
      Trace trace, Set<Tensor> wanted, Map<Tensor, Gradient> begin, Map<Integer, Tensor> asked) {
    Map<Tensor, Gradient> found = new Backward(trace, wanted, null).from(begin);
    Map<Integer, Tensor> gradients = new LinkedHashMap<>();
    asked.forEach(
        (index, inside) -> {
          if (found.containsKey(inside)) {
            gradients.put(index, trace.local(found.get(inside).toDense()));
          }
        });
    return gradients;
  }
}

package rhyton.tensor.function;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.runtime.NativeFunction;

/**
 * Changes variables only if a condition holds, inside traced functions as well.
 *
 * <pre>{@code
 * Conditional.when(counter.read().mod(10).equal(0), () -> total.assign(zeros));
 * }</pre>
 */
public final class Conditional {
  private static final AtomicLong COUNT = new AtomicLong();

  private Conditional() {}

  /**
   * Does something if a condition holds.
   *
   * @param condition a truth value of shape ()
   * @param effects changes variables; inside a traced function it is traced once, whatever the
   *     condition, and may use tensors of the function
   */
  public static void when(Tensor condition, Runnable effects) {
    if (Trace.current() != null) {
      trace(condition, effects);
    } else if (condition.booleans()[0]) {
      effects.run();
    }
  }

  private static void trace(Tensor condition, Runnable effects) {
    long number = COUNT.incrementAndGet();
    NativeFunction then;
    List<Tensor> captured;
    Collection<Object> resources;
    try (Trace inner = Trace.begin()) {
      effects.run();
      captured = inner.captures();
      resources = new ArrayList<>(inner.variables().resources());
      then = inner.finish("rhyton_then_" + number, List.of());
    }
    NativeFunction otherwise;
    try (Trace inner = Trace.begin()) {
      captured.forEach(tensor -> inner.placeholder(tensor.dtype(), tensor.shape(), "unused"));
      otherwise = inner.finish("rhyton_else_" + number, List.of());
    }
    Trace.current().use(then);
    Trace.current().use(otherwise);
    List<DType> types = captured.stream().map(Tensor::dtype).toList();
    Op.of("If")
        .in(condition)
        .in(captured)
        .attr("Tcond", DType.BOOL)
        .attr("Tin", types)
        .attr("Tout", List.of())
        .attr("then_branch", then.asAttribute())
        .attr("else_branch", otherwise.asAttribute())
        .writes(resources.toArray())
        .all();
  }
}

package rhyton.tensor.function;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.runtime.InFlight;
import rhyton.tensor.runtime.NativeFunction;

/**
 * A Java lambda as one native function: traced once, then called by name.
 *
 * <p>The lambda runs a single time, with symbols; all ops that it calls become the function. What
 * it does besides (printing, counting) happens at the trace only. A call takes no lock and many
 * threads may call at once; {@link #close} waits for calls that are under way.
 *
 * <pre>{@code
 * var specs = List.of(new TensorSpec(DType.FLOAT32, Shape.of(-1, 3)));
 * try (var f = CompiledFunction.trace("twice", specs, x -> List.of(x.get(0).multiply(2)))) {
 *   Tensor y = f.call(List.of(Tensor.of(new float[][] {{1, 2, 3}}))).get(0);
 * }
 * }</pre>
 */
public final class CompiledFunction implements AutoCloseable {
  private static final AtomicLong COUNT = new AtomicLong();

  private final String name;
  private final List<TensorSpec> inputs;
  private final List<TensorSpec> outputs;
  private final NativeFunction function;
  private final InFlight calls = new InFlight();

  /** Variables are found by name when the function runs: nobody else may hold them any more. */
  @SuppressWarnings("unused")
  private final List<Object> variables;

  private CompiledFunction(
      String name,
      List<TensorSpec> inputs,
      List<TensorSpec> outputs,
      NativeFunction function,
      List<Object> variables) {
    this.variables = variables;
    this.name = name;
    this.inputs = inputs;
    this.outputs = outputs;
    this.function = function;
  }

  /**
   * Traces a function.
   *
   * @param name a name for messages and profiles
   * @param inputs the arguments
   * @param body computes the results from symbols of the arguments; it may read and change
   *     variables
   * @return the function, owned by the caller
   */
  public static CompiledFunction trace(
      String name, List<TensorSpec> inputs, UnaryOperator<List<Tensor>> body) {
    try (Trace trace = Trace.begin()) {
      List<Tensor> arguments = new ArrayList<>(inputs.size());
      for (TensorSpec input : inputs) {
        arguments.add(trace.placeholder(input.dtype(), input.shape(), input.name()));
      }
      List<Tensor> results = body.apply(arguments).stream().map(trace::local).toList();
      if (!trace.captures().isEmpty()) {
        throw new IllegalStateException(
            "CompiledFunction: `"
                + name
                + "` uses tensors of another function that is being traced");
      }
      String unique =
          "rhyton_" + name.replaceAll("[^A-Za-z0-9_]", "_") + "_" + COUNT.incrementAndGet();
      return new CompiledFunction(
          name,
          List.copyOf(inputs),
          results.stream().map(TensorSpec::of).toList(),
          trace.finish(unique, results),
          trace.variables().used());
    }
  }

  /** Returns the arguments. */
  public List<TensorSpec> inputs() {
    return inputs;
  }

  /** Returns types and shapes of the results, as far as they are known. */
  public List<TensorSpec> outputs() {
    return outputs;
  }

  /**
   * Calls the function.
   *
   * @param arguments the arguments, of the types and shapes that it was traced for
   * @return the results, which belong to the caller's scope
   * @throws IllegalArgumentException if an argument does not fit
   * @throws IllegalStateException if the function or an argument was closed
   */
  public List<Tensor> call(List<Tensor> arguments) {
    if (arguments.size() != inputs.size()) {
      throw new IllegalArgumentException(
          name + ": expected " + inputs.size() + " arguments. Received: " + arguments.size());
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!inputs.get(i).accepts(arguments.get(i))) {
        throw new IllegalArgumentException(
            name
                + ": argument "
                + i
                + " must be "
                + inputs.get(i).dtype()
                + " of shape "
                + inputs.get(i).shape()
                + ". Received: "
                + arguments.get(i));
      }
    }
    if (!calls.enter()) {
      throw new IllegalStateException("Function `" + name + "` is called after it was closed");
    }
    try {
      return Tensor.call(function, arguments, samples(arguments));
    } finally {
      calls.leave();
    }
  }

  /** The size of the first dimension that was left open, as samples of a batch are; otherwise 1. */
  private long samples(List<Tensor> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      Shape traced = inputs.get(i).shape();
      if (traced.rank() > 0 && traced.get(0) < 0) {
        return Math.max(1, arguments.get(i).shape().get(0));
      }
    }
    return 1;
  }

  /** Returns whether the function was closed. */
  public boolean isClosed() {
    return calls.isClosed();
  }

  /** Removes the function when the calls under way have ended. Closing twice is harmless. */
  @Override
  public void close() {
    if (calls.close()) {
      function.close();
    }
  }
}

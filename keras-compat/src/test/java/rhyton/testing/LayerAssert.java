package rhyton.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.layers.Layer;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

/**
 * What a layer computes, at once and as a compiled function:
 *
 * <pre>{@code
 * assertThatLayer(new ReLU()).on(floats("[-1, 2]")).gives(floats("[0, 2]")).within(0);
 * }</pre>
 */
public final class LayerAssert {
  private final Layer layer;
  private List<Tensor> inputs = List.of();
  private List<Tensor> weights;
  private Tensor mask;
  private boolean training;

  private LayerAssert(Layer layer) {
    this.layer = layer;
  }

  public static LayerAssert assertThatLayer(Layer layer) {
    return new LayerAssert(layer);
  }

  /** A float32 tensor of the numbers in nested lists, or of one number. */
  public static Tensor floats(String json) {
    try {
      return Tensor.of(new ObjectMapper().readValue(json, type(json, double.class)))
          .cast(DType.FLOAT32);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** An int32 tensor of the numbers in nested lists. */
  public static Tensor ints(String json) {
    return floats(json).cast(DType.INT32);
  }

  /** A tensor of truth values, written as 1 and 0. */
  public static Tensor flags(String json) {
    return floats(json).cast(DType.BOOL);
  }

  private static Class<?> type(String json, Class<?> element) {
    Class<?> type = element;
    for (int i = 0; json.charAt(i) == '['; i++) {
      type = type.arrayType();
    }
    return type;
  }

  public LayerAssert withWeights(Tensor... values) {
    weights = List.of(values);
    return this;
  }

  public LayerAssert withMask(Tensor value) {
    mask = value;
    return this;
  }

  public LayerAssert inTraining() {
    training = true;
    return this;
  }

  public LayerAssert on(Tensor... values) {
    inputs = List.of(values);
    return this;
  }

  private CallArguments arguments(List<Tensor> values) {
    CallArguments arguments = CallArguments.of(values);
    return mask == null ? arguments : arguments.with("mask", mask);
  }

  private List<Tensor> call(List<Tensor> values) {
    for (int i = 0; i < values.size(); i++) {
      values.get(i).setMask(inputs.get(i).mask()); // the symbol's is that of the value
    }
    CallContext context = CallContext.outermost(training);
    List<Tensor> outputs =
        new ArrayList<>(context.during(() -> layer.invoke(arguments(values))).subList(0, 1));
    if (outputs.get(0).mask() != null) {
      outputs.add(outputs.get(0).mask());
    }
    return outputs;
  }

  public Expectation gives(Tensor expected) {
    return new Expectation(expected, null);
  }

  /** Fails unless the layer refuses the inputs with exactly this message. */
  public void refuses(String message) {
    Throwable error = assertThrows(IllegalArgumentException.class, () -> call(inputs));
    assertEquals(message, error.getMessage());
  }

  /** What comes out, and its mask. */
  public final class Expectation {
    private final Tensor output;
    private final Tensor outputMask;

    private Expectation(Tensor output, Tensor outputMask) {
      this.output = output;
      this.outputMask = outputMask;
    }

    public Expectation masked(Tensor expected) {
      return new Expectation(output, expected);
    }

    /** Fails unless each number is closer than a tolerance. */
    public void within(double tolerance) {
      try (TensorScope scope = TensorScope.open()) {
        layer.buildFor(inputs.stream().map(Tensor::shape).toList());
        if (weights != null) {
          layer.setWeights(weights);
        }
        if (!training) { // a step of training changes what the next one computes
          check("at once", call(inputs), tolerance);
        }
        List<TensorSpec> specs = inputs.stream().map(TensorSpec::of).toList();
        try (CompiledFunction compiled =
            CompiledFunction.trace("layer", specs, LayerAssert.this::call)) {
          check("compiled", compiled.call(inputs), tolerance);
        }
      }
    }

    private void check(String how, List<Tensor> outputs, double tolerance) {
      close(how, output, outputs.get(0), tolerance);
      assertEquals(outputMask == null ? 1 : 2, outputs.size(), how + ": a mask is missing or new");
      if (outputMask != null) {
        close(how + ", mask", outputMask, outputs.get(1), 0);
      }
    }
  }

  private static void close(String what, Tensor expected, Tensor actual, double tolerance) {
    assertEquals(expected.dtype(), actual.dtype(), what + ": dtype");
    assertEquals(expected.shape(), actual.shape(), what + ": shape");
    double[] wanted = expected.cast(DType.FLOAT64).doubles();
    double[] numbers = actual.cast(DType.FLOAT64).doubles();
    for (int i = 0; i < wanted.length; i++) {
      if (!(Math.abs(wanted[i] - numbers[i]) <= tolerance)) {
        fail(what + ": expected " + expected + ", computed " + actual);
      }
    }
  }
}

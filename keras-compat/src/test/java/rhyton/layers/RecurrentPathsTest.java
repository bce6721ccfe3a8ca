package rhyton.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.Gradients;

/**
 * Whichever way a recurrent layer takes through time, one kernel, a loop, or steps written out, it
 * comes to the same numbers, forward and after training.
 */
class RecurrentPathsTest {
  private static final int STEPS = 5;
  private static final int FLAGS = 7;

  /** Masks of two sequences: padded at the end, at the beginning, and with holes. */
  private static final List<boolean[][]> MASKS =
      List.of(
          new boolean[][] {{true, true, true, false, false}, {true, true, true, true, true}},
          new boolean[][] {{false, false, true, true, true}, {false, true, true, true, true}},
          new boolean[][] {{false, true, false, true, false}, {true, false, false, true, true}});

  /** What the first step gave, and the weights and results after three steps of training. */
  private record Run(List<float[]> first, List<float[]> end) {}

  private static float[] numbers(int count, int seed) {
    float[] numbers = new float[count];
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }

  private static Tensor tensor(Shape shape, int seed) {
    return Tensor.of(numbers((int) shape.size(), seed)).reshape(shape.toArray());
  }

  private static Run run(Recurrent<?> options, int states, boolean[][] mask) {
    Recurrent<?> layer = FreshCopies.of(options, options.args());
    try (TensorScope scope = TensorScope.open()) {
      Shape shape = Shape.of(2, STEPS, 3);
      layer.buildFor(List.of(shape));
      List<Tensor> values = new ArrayList<>();
      layer.weights().forEach(w -> values.add(tensor(w.shape(), values.size())));
      layer.setWeights(values);
      CallArguments arguments = CallArguments.of(List.of(tensor(shape, 20)));
      if (states > 0) {
        List<Tensor> initial = new ArrayList<>();
        for (int i = 0; i < states; i++) {
          initial.add(tensor(Shape.of(2, 4), 30 + i));
        }
        arguments = arguments.with("initial_state", initial);
      }
      return train(layer, mask == null ? arguments : arguments.with("mask", Tensor.of(mask)));
    } finally {
      layer.close();
    }
  }

  private static Run train(Recurrent<?> layer, CallArguments arguments) {
    List<Weight> weights = layer.trainableWeights();
    List<Tensor> given = arguments.tensors();
    try (CompiledFunction step =
        CompiledFunction.trace(
            "step",
            given.stream().map(TensorSpec::of).toList(),
            symbols -> step(layer, weights, replaced(arguments, given, symbols)))) {
      List<float[]> first = step.call(given).stream().map(Tensor::floats).toList();
      step.call(given);
      List<float[]> end = new ArrayList<>(step.call(given).stream().map(Tensor::floats).toList());
      weights.forEach(weight -> end.add(weight.variable().floats()));
      return new Run(first, end);
    }
  }

  private static CallArguments replaced(
      CallArguments arguments, List<Tensor> given, List<Tensor> symbols) {
    return arguments.map(x -> symbols.get(given.indexOf(x)));
  }

  private static List<Tensor> step(
      Recurrent<?> layer, List<Weight> weights, CallArguments arguments) {
    CallContext context = CallContext.outermost(true);
    List<Tensor> outputs = context.during(() -> layer.invoke(arguments));
    Tensor loss = null;
    for (Tensor output : outputs) {
      Tensor part = output.subtract(0.3).square().mean();
      loss = loss == null ? part : loss.add(part);
    }
    List<Gradient> gradients =
        Gradients.ofVariables(loss, weights.stream().map(Weight::variable).toList());
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).variable().assignSub(gradients.get(i).toDense().multiply(0.5));
    }
    return outputs;
  }

  private static void same(String what, Run expected, Run actual) {
    same(what + ", forward", expected.first(), actual.first(), 1e-5f);
    same(what + ", trained", expected.end(), actual.end(), 1e-4f);
  }

  private static void same(
      String what, List<float[]> expected, List<float[]> actual, float tolerance) {
    assertEquals(expected.size(), actual.size(), what);
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i), tolerance, what);
    }
  }

  private static boolean flag(int options, int bit) {
    return (options >> bit & 1) == 1;
  }

  private static LSTM lstm(int options) {
    return new LSTM(4)
        .returnSequences(flag(options, 0))
        .returnState(flag(options, 1))
        .goBackwards(flag(options, 2))
        .stateful(flag(options, 3))
        .useBias(flag(options, 4))
        .dropout(flag(options, 5) ? 0.4 : 0)
        .seed(3);
  }

  @Test
  void oneKernelComputesWhatALoopDoes() {
    for (int options = 0; options < 1 << FLAGS; options++) {
      int states = flag(options, FLAGS - 1) ? 2 : 0;
      LSTM layer = lstm(options);
      Run fused = run(layer, states, null);
      same("LSTM " + options, run(layer.useCudnn(false), states, null), fused);
      if (options % 5 == 0) {
        same("LSTM unrolled " + options, run(layer.unroll(true), states, null), fused);
      }
    }
  }

  @Test
  void theKernelIsTakenWhereItFits() {
    assertTrue(kernels(new LSTM(4)));
    assertTrue(kernels(new LSTM(4).dropout(0.5).goBackwards(true)));
    assertTrue(!kernels(new LSTM(4).useCudnn(false)));
    assertTrue(!kernels(new LSTM(4).unroll(true)));
    assertTrue(!kernels(new LSTM(4).activation("relu")));
    assertTrue(!kernels(new LSTM(4).recurrentDropout(0.5)));
    assertTrue(!kernels(new LSTM(4).dtype("float64")));
  }

  private static boolean kernels(LSTM layer) {
    try (TensorScope scope = TensorScope.open();
        Trace trace = Trace.begin()) {
      layer.apply(trace.placeholder(layer.computeDtype(), Shape.of(2, STEPS, 3), "x"));
      return trace.nodes().stream().anyMatch(node -> node.type().equals("BlockLSTMV2"));
    } finally {
      layer.close();
    }
  }

  /** Masks, dropout of the state and the options of the cells, as a loop and step by step. */
  @Test
  void aLoopComputesWhatStepsOneByOneDo() {
    List<UnaryOperator<LSTM>> lstms =
        List.of(
            l -> l,
            l -> l.returnSequences(true).goBackwards(true).returnState(true),
            l -> l.recurrentDropout(0.3).dropout(0.2).seed(5).returnSequences(true),
            l -> l.activation("relu").recurrentActivation("hard_sigmoid").useBias(false));
    for (int i = 0; i < lstms.size(); i++) {
      LSTM layer = lstms.get(i).apply(new LSTM(4));
      everyMask("LSTM " + i, layer, layer.unroll(true), 2);
    }
    for (boolean after : new boolean[] {true, false}) {
      for (double dropped : new double[] {0, 0.3}) {
        for (boolean bias : new boolean[] {true, false}) {
          GRU layer = new GRU(4).resetAfter(after).recurrentDropout(dropped).useBias(bias).seed(2);
          GRU all = layer.returnSequences(true).returnState(true).dropout(0.2);
          everyMask("GRU " + after + bias + dropped, layer, layer.unroll(true), 1);
          everyMask("GRU " + after + bias + dropped, all, all.unroll(true), 1);
        }
      }
    }
    SimpleRNN simple = new SimpleRNN(4).recurrentDropout(0.3).dropout(0.2).seed(5);
    everyMask("SimpleRNN", simple, simple.unroll(true), 1);
  }

  private static void everyMask(String what, Recurrent<?> loop, Recurrent<?> steps, int states) {
    same(what, run(loop, 0, null), run(steps, 0, null));
    for (boolean[][] mask : MASKS) {
      same(what + ", masked", run(loop, 0, mask), run(steps, 0, mask));
      same(what + ", from a state", run(loop, states, mask), run(steps, states, mask));
    }
  }
}

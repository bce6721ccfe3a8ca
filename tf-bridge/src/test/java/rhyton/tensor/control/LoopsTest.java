package rhyton.tensor.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.control.Loops.Result;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.Gradients;

/** Loops on values and in functions, forwards and backwards. */
final class LoopsTest {
  private static final TensorSpec VECTOR = new TensorSpec(DType.FLOAT64, Shape.of(3));
  private static final List<TensorSpec> RECURRENCE =
      List.of(
          new TensorSpec(DType.FLOAT64, Shape.of(5, 2, 3)),
          new TensorSpec(DType.FLOAT64, Shape.of(3, 3)),
          new TensorSpec(DType.FLOAT64, Shape.of(2, 3)));

  /** x_t ↦ h_t = tanh(h_{t-1} W + x_t), all h_t collected. */
  private static Result recurrence(List<Tensor> x, boolean reverse) {
    return Loops.scan(
        (state, one) -> {
          Tensor next = state.get(0).matmul(x.get(1)).add(one.get(0)).tanh();
          return new Result(List.of(next), List.of(next));
        },
        List.of(x.get(2)),
        List.of(x.get(0)),
        null,
        reverse);
  }

  private static Result unrolled(List<Tensor> x, boolean reverse) {
    int rounds = (int) x.get(0).shape().get(0);
    Tensor[] all = new Tensor[rounds];
    Tensor state = x.get(2);
    for (int i = 0; i < rounds; i++) {
      int at = reverse ? rounds - 1 - i : i;
      state = state.matmul(x.get(1)).add(x.get(0).getItem(at)).tanh();
      all[at] = state;
    }
    return new Result(List.of(state), List.of(ShapeOps.stack(List.of(all), 0)));
  }

  private static List<Tensor> dense(Tensor y, List<Tensor> xs) {
    return Gradients.of(y, xs).stream().map(Gradient::toDense).toList();
  }

  private static List<double[]> run(
      List<TensorSpec> specs, List<Tensor> arguments, UnaryOperator<List<Tensor>> body) {
    try (var f = CompiledFunction.trace("loop", specs, body)) {
      return f.call(arguments).stream().map(Tensor::doubles).toList();
    }
  }

  private static List<Tensor> arguments(List<TensorSpec> specs) {
    var random = new java.util.Random(7);
    return specs.stream()
        .map(
            spec -> {
              double[] values =
                  random.doubles(spec.shape().size(), -0.8, 0.8).toArray();
              return Tensor.of(java.nio.DoubleBuffer.wrap(values), spec.shape());
            })
        .toList();
  }

  private static void assertSame(
      List<TensorSpec> specs, UnaryOperator<List<Tensor>> loop, UnaryOperator<List<Tensor>> twin) {
    try (TensorScope scope = TensorScope.open()) {
      List<Tensor> arguments = arguments(specs);
      List<double[]> expected = run(specs, arguments, twin);
      List<double[]> got = run(specs, arguments, loop);
      assertEquals(expected.size(), got.size());
      for (int i = 0; i < got.size(); i++) {
        assertArrayEquals(expected.get(i), got.get(i), 1e-12, "result " + i);
      }
    }
  }

  @Test
  void sumsUp() {
    try (TensorScope scope = TensorScope.open()) {
      UnaryOperator<List<Tensor>> sums =
          x -> {
            Result result =
                Loops.scan(
                    (state, one) -> {
                      Tensor sum = state.get(0).add(one.get(0));
                      return new Result(List.of(sum), List.of(sum));
                    },
                    List.of(x.get(0).getItem(0).multiply(0)),
                    List.of(x.get(0)));
            return List.of(result.state().get(0), result.outputs().get(0));
          };
      Tensor x = Tensor.of(new double[] {1, 2, 3});
      assertArrayEquals(new double[] {1, 3, 6}, sums.apply(List.of(x)).get(1).doubles());
      List<double[]> traced = run(List.of(VECTOR), List.of(x), sums);
      assertArrayEquals(new double[] {6}, traced.get(0));
      assertArrayEquals(new double[] {1, 3, 6}, traced.get(1));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void equalsItsUnrolledTwinForwards(boolean reverse) {
    assertSame(
        RECURRENCE, x -> both(recurrence(x, reverse)), x -> both(unrolled(x, reverse)));
  }

  private static List<Tensor> both(Result result) {
    return List.of(result.state().get(0), result.outputs().get(0));
  }

  private static Tensor loss(Result result) {
    Tensor outputs = result.outputs().get(0);
    return outputs.square().sum().add(result.state().get(0).sin().sum());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void equalsItsUnrolledTwinBackwards(boolean reverse) {
    assertSame(
        RECURRENCE,
        x -> dense(loss(recurrence(x, reverse)), x),
        x -> dense(loss(unrolled(x, reverse)), x));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void equalsItsUnrolledTwinInSecondOrder(boolean reverse) {
    UnaryOperator<Result> same = r -> r;
    assertSame(
        RECURRENCE,
        x -> dense(penalty(loss(same.apply(recurrence(x, reverse))), x), x),
        x -> dense(penalty(loss(unrolled(x, reverse)), x), x));
  }

  private static Tensor penalty(Tensor loss, List<Tensor> x) {
    return dense(loss, x).stream()
        .map(g -> g.square().sum())
        .reduce(Tensor::add)
        .orElseThrow();
  }
}

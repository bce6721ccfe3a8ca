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
              double[] values = random.doubles(spec.shape().size(), -0.8, 0.8).toArray();
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
    assertSame(RECURRENCE, x -> both(recurrence(x, reverse)), x -> both(unrolled(x, reverse)));
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
    return dense(loss, x).stream().map(g -> g.square().sum()).reduce(Tensor::add).orElseThrow();
  }

  private static final List<TensorSpec> TWO =
      List.of(
          new TensorSpec(DType.FLOAT64, Shape.of(2, 3)),
          new TensorSpec(DType.FLOAT64, Shape.of(3, 3)));

  /** Doubles and turns until the sum is large: the number of rounds depends on the values. */
  private static Tensor growing(List<Tensor> x) {
    return Loops.whileLoop(
            state -> state.get(0).square().sum().less(50.0),
            state ->
                List.of(
                    state.get(0).matmul(x.get(1)).add(state.get(0).multiply(2.0)),
                    state.get(1).add(1)),
            List.of(x.get(0), Tensor.of(0)),
            null)
        .get(0);
  }

  /** The same with a number of rounds that is found beforehand. */
  private static Tensor grown(List<Tensor> x, int rounds) {
    Tensor state = x.get(0);
    for (int i = 0; i < rounds; i++) {
      state = state.matmul(x.get(1)).add(state.multiply(2.0));
    }
    return state;
  }

  @Test
  void goesBackThroughLoopsWhoseLengthDependsOnValues() {
    int rounds;
    try (TensorScope scope = TensorScope.open()) {
      List<Tensor> x = arguments(TWO);
      rounds = 0;
      while (grown(x, rounds).square().sum().item() < 50) {
        rounds++;
      }
      assertArrayEquals(grown(x, rounds).doubles(), growing(x).doubles(), 1e-12);
    }
    int found = rounds;
    assertSame(
        TWO,
        x -> gradientsOfTwoOrders(growing(x), x),
        x -> gradientsOfTwoOrders(grown(x, found), x));
  }

  private static List<Tensor> gradientsOfTwoOrders(Tensor y, List<Tensor> x) {
    Tensor loss = y.sin().sum();
    List<Tensor> all = new java.util.ArrayList<>(List.of(y));
    all.addAll(dense(loss, x));
    all.addAll(dense(penalty(loss, x), x));
    return all;
  }

  /** A loop in a loop in a choice. */
  private static Tensor nested(List<Tensor> x, boolean native_) {
    Tensor start = x.get(0);
    for (int i = 0; i < (native_ ? 0 : 3); i++) {
      for (int k = 0; k < 2; k++) {
        start = start.matmul(x.get(1)).add((double) i).sin();
      }
    }
    if (!native_) {
      return start.square();
    }
    return Branches.cond(
        x.get(0).sum().less(100.0),
        () ->
            Loops.foriLoop(
                    0,
                    3,
                    (i, state) ->
                        Loops.foriLoop(
                            0,
                            2,
                            (k, inner) ->
                                List.of(
                                    inner.get(0).matmul(x.get(1)).add(i.cast(DType.FLOAT64)).sin()),
                            state),
                    List.of(x.get(0)))
                .get(0)
                .square(),
        () -> x.get(0).multiply(7.0));
  }

  @Test
  void goesBackThroughLoopsInLoopsInBranches() {
    assertSame(
        TWO,
        x -> gradientsOfTwoOrders(nested(x, true), x),
        x -> gradientsOfTwoOrders(nested(x, false), x));
  }

  @Test
  void goesBackThroughTheBranchThatWasTaken() {
    for (double limit : new double[] {-100, 100}) {
      assertSame(
          TWO,
          x ->
              gradientsOfTwoOrders(
                  Branches.cond(
                      x.get(0).sum().less(limit),
                      () -> x.get(0).exp().matmul(x.get(1)),
                      () -> x.get(0).sin().multiply(x.get(0))),
                  x),
          x ->
              gradientsOfTwoOrders(
                  limit > 0
                      ? x.get(0).exp().matmul(x.get(1))
                      : x.get(0).sin().multiply(x.get(0)).add(x.get(1).sum().multiply(0.0)),
                  x));
    }
  }

  @Test
  void takesTheNearestBranchThereIs() {
    try (TensorScope scope = TensorScope.open()) {
      List<TensorSpec> specs = List.of(new TensorSpec(DType.INT32, Shape.SCALAR), VECTOR);
      Tensor x = Tensor.of(new double[] {1, 2, 3});
      UnaryOperator<List<Tensor>> choose =
          in ->
              Branches.switchCase(
                  in.get(0),
                  List.of(
                      v -> List.of(v.get(0).add(1.0)),
                      v -> List.of(v.get(0).multiply(2.0)),
                      v -> List.of(v.get(0).square())),
                  List.of(in.get(1)));
      try (var f = CompiledFunction.trace("switch", specs, choose)) {
        for (int index : new int[] {-5, 0, 1, 2, 9}) {
          List<Tensor> in = List.of(Tensor.of(index), x);
          assertArrayEquals(choose.apply(in).get(0).doubles(), f.call(in).get(0).doubles());
        }
      }
      assertArrayEquals(
          new double[] {1, 4, 9}, choose.apply(List.of(Tensor.of(9), x)).get(0).doubles());
    }
  }

  @Test
  void keepsGradientsOfRowsThatARoundLooksUpAsRows() {
    try (TensorScope scope = TensorScope.open();
        Variable table =
            new Variable("table", Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}))) {
      List<TensorSpec> specs = List.of(new TensorSpec(DType.INT32, Shape.of(4, 2)));
      boolean[] sparse = new boolean[1];
      List<double[]> got =
          run(
              specs,
              List.of(Tensor.of(new int[][] {{0, 1}, {1, 1}, {0, 0}, {2, 1}})),
              x -> {
                Tensor sum =
                    Loops.scan(
                            (state, ids) ->
                                new Result(
                                    List.of(
                                        state.get(0).add(table.read().take(ids.get(0), 0).sum())),
                                    List.of()),
                            List.of(Tensor.of(0.0)),
                            List.of(x.get(0)))
                        .state()
                        .get(0);
                Gradient gradient = Gradients.ofVariables(sum, List.of(table)).get(0);
                sparse[0] = gradient.isSparse();
                return List.of(gradient.toDense());
              });
      assertArrayEquals(new double[] {3, 3, 4, 4, 1, 1}, got.get(0));
      org.junit.jupiter.api.Assertions.assertTrue(sparse[0]);
    }
  }

  @Test
  void readsAVariableAnewThatARoundChanges() {
    try (TensorScope scope = TensorScope.open();
        Variable count = new Variable("count", Tensor.of(1.0))) {
      UnaryOperator<List<Tensor>> rounds =
          x ->
              Loops.foriLoop(
                  0,
                  4,
                  (i, state) -> {
                    Tensor now = count.read();
                    count.assign(now.multiply(2.0));
                    return List.of(state.get(0).add(now));
                  },
                  List.of(x.get(0)));
      Tensor zero = Tensor.of(0.0);
      List<TensorSpec> specs = List.of(TensorSpec.of(zero));
      assertEquals(15, run(specs, List.of(zero), rounds).get(0)[0]);
      assertEquals(16, count.floats()[0]);
      assertEquals(240, rounds.apply(List.of(zero)).get(0).item());
    }
  }

  @Test
  void runsManyRoundsWithoutAStackOrAsManyNodes() {
    try (TensorScope scope = TensorScope.open()) {
      int rounds = 10_000;
      TensorSpec number = new TensorSpec(DType.FLOAT64, Shape.SCALAR);
      UnaryOperator<List<Tensor>> shrink =
          x -> {
            Tensor y =
                Loops.foriLoop(
                        0,
                        rounds,
                        (i, state) -> List.of(state.get(0).multiply(0.9999)),
                        List.of(x.get(0)))
                    .get(0);
            return List.of(y, dense(y, x).get(0));
          };
      List<double[]> got = run(List.of(number), List.of(Tensor.of(2.0)), shrink);
      assertEquals(2 * Math.pow(0.9999, rounds), got.get(0)[0], 1e-12);
      assertEquals(Math.pow(0.9999, rounds), got.get(1)[0], 1e-12);
    }
  }

  @Test
  void combinesInATree() {
    TensorSpec matrix = new TensorSpec(DType.FLOAT64, Shape.of(2, 7));
    for (boolean reverse : new boolean[] {false, true}) {
      assertSame(
          List.of(matrix),
          x -> {
            List<Tensor> y =
                Loops.associativeScan(
                    (a, b) -> List.of(a.get(0).multiply(b.get(0))), x, reverse, 1);
            return List.of(y.get(0), dense(y.get(0).square().sum(), x).get(0));
          },
          x -> {
            Tensor in = reverse ? x.get(0).flip(1) : x.get(0);
            Tensor y = rhyton.tensor.Op.of("Cumprod").in(in).in(Tensor.of(1)).one();
            Tensor out = reverse ? y.flip(1) : y;
            return List.of(out, dense(out.square().sum(), x).get(0));
          });
    }
  }

  @Test
  void computesAgainOnTheWayBack() {
    UnaryOperator<List<Tensor>> block =
        x -> List.of(x.get(0).matmul(x.get(1)).sin().matmul(x.get(1)).exp());
    assertSame(
        TWO,
        x -> gradientsOfTwoOrders(Recompute.of(block, x).get(0), x),
        x -> gradientsOfTwoOrders(block.apply(x).get(0), x));
  }

  @Test
  void takesTheGradientThatAFunctionSaysItHas() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new double[] {1, 2, 3});
      List<double[]> got =
          run(
              List.of(VECTOR),
              List.of(x),
              in -> {
                Tensor y =
                    CustomGradient.of(
                            xs ->
                                new CustomGradient.Result(
                                    List.of(xs.get(0).round()),
                                    upstream -> List.of(upstream.get(0).multiply(10.0))),
                            in)
                        .get(0);
                return List.of(y, dense(y.multiply(y).sum(), in).get(0));
              });
      assertArrayEquals(new double[] {20, 40, 60}, got.get(1));
    }
  }

  @Test
  void saysWhatIsWrong() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new double[] {1, 2, 3});
      assertMessage(
          "scan: expected sequences or `length`. Received: neither",
          () -> Loops.scan((s, e) -> new Result(s, List.of()), List.of(x), List.of()));
      assertMessage(
          "whileLoop: the state must keep its shape and dtype in every round. State 0 was float64"
              + " of shape (3,). Received: float64 of shape (2,)",
          () ->
              Loops.whileLoop(
                  s -> Tensor.of(true),
                  s -> List.of(Tensor.of(new double[] {1, 2})),
                  List.of(x),
                  3));
      assertMessage(
          "cond: the condition must be a bool of shape ()."
              + " Received: Tensor(shape=(3,), dtype=float64, values=[1.0, 2.0, 3.0])",
          () -> Branches.cond(x, () -> x, () -> x));
    }
  }

  private static void assertMessage(
      String expected, org.junit.jupiter.api.function.Executable action) {
    assertEquals(expected, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}

package rhyton.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rhyton.tensor.control.Branches;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.Gradients;

final class FunctionTest {
  private static final TensorSpec ROWS = new TensorSpec(DType.FLOAT32, Shape.of(-1, 2));

  @Test
  void isTracedOnceAndCalledOften() {
    AtomicInteger traces = new AtomicInteger();
    try (var f =
            CompiledFunction.trace(
                "twice",
                List.of(ROWS),
                x -> {
                  traces.incrementAndGet();
                  return List.of(x.get(0).multiply(2).add(1));
                });
        TensorScope scope = TensorScope.open()) {
      assertArrayEquals(
          new float[] {3, 5}, f.call(List.of(Tensor.of(new float[][] {{1, 2}}))).get(0).floats());
      assertArrayEquals(
          new float[] {3, 5, 7, 9},
          f.call(List.of(Tensor.of(new float[][] {{1, 2}, {3, 4}}))).get(0).floats());
      assertEquals(1, traces.get());
    }
  }

  @Test
  void keepsTheOrderOfReadsAndWrites() {
    try (TensorScope scope = TensorScope.open();
        Variable v = new Variable("v", Tensor.of(new float[] {1, 2}));
        var f =
            CompiledFunction.trace(
                "order",
                List.of(),
                none -> {
                  Tensor before = v.read();
                  v.assignAdd(before);
                  Tensor between = v.read();
                  v.assign(between.multiply(10f));
                  return List.of(before, between, v.read());
                })) {
      List<Tensor> results = f.call(List.of());
      assertArrayEquals(new float[] {1, 2}, results.get(0).floats());
      assertArrayEquals(new float[] {2, 4}, results.get(1).floats());
      assertArrayEquals(new float[] {20, 40}, results.get(2).floats());
      assertArrayEquals(new float[] {20, 40}, v.floats());
    }
  }

  @Test
  void keepsTheOrderOfOpsThatWriteSeveralVariables() {
    try (TensorScope scope = TensorScope.open();
        Variable v = new Variable("v", Tensor.of(new float[] {1, 2}));
        Variable speed = new Variable("speed", Tensor.of(new float[] {0, 0}));
        var f =
            CompiledFunction.trace(
                "momentum",
                List.of(),
                none -> {
                  Tensor before = speed.read();
                  for (int i = 0; i < 2; i++) {
                    Op.of("ResourceApplyKerasMomentum")
                        .in(v.handle())
                        .in(speed.handle())
                        .in(Tensor.of(1f))
                        .in(Tensor.of(new float[] {1, 2}))
                        .in(Tensor.of(0.5f))
                        .writes(v, speed)
                        .all();
                  }
                  return List.of(before, speed.read(), v.read());
                })) {
      List<Tensor> results = f.call(List.of());
      assertArrayEquals(new float[] {0, 0}, results.get(0).floats());
      assertArrayEquals(new float[] {-1.5f, -3}, results.get(1).floats());
      assertArrayEquals(new float[] {-1.5f, -3}, results.get(2).floats());
    }
  }

  @Test
  void keepsTheVariablesThatItReadsAlive() throws InterruptedException {
    try (TensorScope scope = TensorScope.open();
        CompiledFunction f = readsAVariableThatNobodyElseHas()) {
      for (int i = 0; i < 3; i++) {
        System.gc();
        Thread.sleep(20);
        assertEquals(7, f.call(List.of()).get(0).item());
      }
    }
  }

  private static CompiledFunction readsAVariableThatNobodyElseHas() {
    Variable v = new Variable("v", Tensor.of(7f));
    return CompiledFunction.trace("reads", List.of(), none -> List.of(v.read()));
  }

  @Test
  void changesVariablesOnlyUnderACondition() {
    TensorSpec flag = new TensorSpec(DType.BOOL, Shape.SCALAR);
    TensorSpec number = new TensorSpec(DType.FLOAT32, Shape.SCALAR);
    try (TensorScope scope = TensorScope.open();
        Variable v = new Variable("v", Tensor.of(1f));
        Variable inner = new Variable("inner", Tensor.of(0f));
        var f =
            CompiledFunction.trace(
                "if",
                List.of(flag, number),
                x -> {
                  Tensor doubled = x.get(1).multiply(2);
                  v.assignAdd(Tensor.of(1f));
                  Branches.when(
                      x.get(0),
                      () -> {
                        v.assignAdd(doubled);
                        Branches.when(
                            v.read().greater(10f), () -> inner.assignAdd(v.read().add(doubled)));
                      });
                  return List.of(v.read());
                })) {
      Tensor yes = Tensor.of(true);
      Tensor no = Tensor.of(false);
      assertEquals(2, f.call(List.of(no, Tensor.of(3f))).get(0).item());
      assertEquals(9, f.call(List.of(yes, Tensor.of(3f))).get(0).item());
      assertEquals(0, inner.floats()[0]);
      assertEquals(16, f.call(List.of(yes, Tensor.of(3f))).get(0).item());
      assertEquals(22, inner.floats()[0]);
      Branches.when(no, () -> v.assign(Tensor.of(0f)));
      assertEquals(16, v.floats()[0]);
      Branches.when(yes, () -> v.assign(Tensor.of(0f)));
      assertEquals(0, v.floats()[0]);
    }
  }

  @Test
  void tellsOfAssignmentsOutsideOfFunctions() {
    AtomicInteger calls = new AtomicInteger();
    try (TensorScope scope = TensorScope.open();
        Variable v = new Variable("v", Tensor.of(1f));
        var f =
            CompiledFunction.trace(
                "assign",
                List.of(),
                none -> {
                  v.assign(Tensor.of(2f));
                  return List.of();
                })) {
      v.whenAssigned(calls::incrementAndGet);
      f.call(List.of());
      assertEquals(0, calls.get());
      v.assign(Tensor.of(3f));
      assertEquals(1, calls.get());
    }
  }

  @Test
  void runsEffectsThatNoResultNeeds() {
    try (TensorScope scope = TensorScope.open();
        Variable v = new Variable("v", Tensor.of(0f));
        var f =
            CompiledFunction.trace(
                "count",
                List.of(),
                none -> {
                  v.assignAdd(Tensor.of(1f));
                  return List.of();
                })) {
      for (int i = 0; i < 5; i++) {
        f.call(List.of());
      }
      assertEquals(5, v.floats()[0]);
    }
  }

  @Test
  void differentiatesByVariablesAndInputs() {
    try (TensorScope scope = TensorScope.open();
        Variable w = new Variable("w", Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}}));
        Variable b = new Variable("b", Tensor.of(new float[] {1, 0, 1}));
        var f =
            CompiledFunction.trace(
                "slopes",
                List.of(ROWS),
                x -> {
                  Tensor y = x.get(0).matmul(w.read()).add(b.read());
                  Tensor loss = y.square().mean();
                  List<Gradient> weights = Gradients.ofVariables(loss, List.of(w, b));
                  Gradient input = Gradients.of(loss, x).get(0);
                  return List.of(
                      weights.get(0).toDense(), weights.get(1).toDense(), input.toDense());
                })) {
      List<Tensor> g = f.call(List.of(Tensor.of(new float[][] {{1, 0}, {0, 1}})));
      assertArrayEquals(
          new float[] {2 / 3f, 2 / 3f, 4 / 3f, 5 / 3f, 5 / 3f, 7 / 3f}, g.get(0).floats(), 1e-6f);
      assertArrayEquals(new float[] {7 / 3f, 7 / 3f, 11 / 3f}, g.get(1).floats(), 1e-6f);
      assertEquals(Shape.of(2, 2), g.get(2).shape());
    }
  }

  @Test
  void keepsRowsOfATableSparse() {
    try (TensorScope scope = TensorScope.open();
        Variable table = new Variable("t", Tensor.of(new float[][] {{1}, {2}, {3}}));
        var f =
            CompiledFunction.trace(
                "rows",
                List.of(),
                none -> {
                  Tensor y = table.read().take(new int[] {2, 0, 2}, 0).sum();
                  Gradient g = Gradients.ofVariables(y, List.of(table)).get(0);
                  assertEquals(true, g.isSparse());
                  return List.of(g.toDense(), g.map(Tensor::square).toDense());
                })) {
      assertArrayEquals(new float[] {1, 0, 2}, f.call(List.of()).get(0).floats());
    }
  }

  @Test
  void refusesCallsAfterClose() {
    var f = CompiledFunction.trace("id", List.of(ROWS), x -> x);
    f.close();
    f.close();
    try (Tensor x = Tensor.of(new float[][] {{1, 2}})) {
      var error = assertThrows(IllegalStateException.class, () -> f.call(List.of(x)));
      assertEquals("Function `id` is called after it was closed", error.getMessage());
    }
  }
}

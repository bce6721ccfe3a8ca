package rhyton.nativecheck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rhyton.nativecheck.CheckResult.Check;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;
import rhyton.tensor.gradient.Gradients;

/**
 * One op of each kind. The numbers are small integers and their halves, which also the tensor cores
 * of a GPU compute exactly.
 */
final class OpChecks {
  static final List<Check> ALL =
      List.of(
          new Check("matrix product", OpChecks::matmul),
          new Check("convolution", OpChecks::conv),
          new Check("gradients of a convolution", OpChecks::convGradients),
          new Check("gradients of a strided 1x1 convolution", OpChecks::stridedConvGradients),
          new Check("pooling", OpChecks::pooling),
          new Check("batch normalization", OpChecks::normalization),
          new Check("softmax", OpChecks::softmax),
          new Check("reductions", OpChecks::reductions),
          new Check("gather", OpChecks::gather),
          new Check("top k", OpChecks::topK),
          new Check("half precision", OpChecks::halfPrecision),
          new Check("strings", OpChecks::strings),
          new Check("random numbers", OpChecks::random),
          new Check("compiled function", OpChecks::function),
          new Check("variable", OpChecks::variable),
          new Check("files of tensors", OpChecks::files));

  private OpChecks() {}

  private static void expect(Tensor result, double... expected) {
    double[] values = result.doubles();
    boolean same =
        values.length == expected.length
            && IntStream.range(0, values.length)
                .allMatch(i -> Math.abs(values[i] - expected[i]) <= 1e-5);
    if (!same) {
      throw new IllegalStateException(
          "expected " + Arrays.toString(expected) + ". Received: " + Arrays.toString(values));
    }
  }

  /** The numbers 1, 2, 3, … */
  private static Tensor counting(long... shape) {
    Shape wanted = Shape.of(shape);
    float[] values = new float[(int) wanted.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    return Tensor.of(values).reshape(shape);
  }

  private static void matmul() {
    expect(counting(2, 3).matmul(counting(3, 2)), 22, 28, 49, 64);
  }

  private static void conv() {
    expect(counting(1, 3, 3, 1).conv(counting(2, 2, 1, 1)), 37, 47, 67, 77);
  }

  private static void convGradients() {
    expectGradients(
        counting(1, 3, 3, 1),
        counting(2, 2, 1, 1),
        new WindowOptions(),
        new double[] {1, 3, 2, 4, 10, 6, 3, 7, 4},
        new double[] {12, 16, 24, 28});
  }

  private static void stridedConvGradients() {
    expectGradients(
        counting(1, 3, 3, 1),
        counting(1, 1, 1, 2),
        new WindowOptions().strides(2),
        new double[] {3, 0, 3, 0, 0, 0, 3, 0, 3},
        new double[] {20, 20});
  }

  private static void expectGradients(
      Tensor x, Tensor kernel, WindowOptions options, double[] ofX, double[] ofKernel) {
    List<TensorSpec> specs = List.of(TensorSpec.of(x), TensorSpec.of(kernel));
    try (CompiledFunction function =
        CompiledFunction.trace(
            "gradients",
            specs,
            in ->
                Gradients.of(in.get(0).conv(in.get(1), options).sum(), in).stream()
                    .map(gradient -> gradient.toDense())
                    .toList())) {
      List<Tensor> gradients = function.call(List.of(x, kernel));
      expect(gradients.get(0), ofX);
      expect(gradients.get(1), ofKernel);
    }
  }

  private static void pooling() {
    Tensor image = counting(1, 4, 4, 1);
    expect(image.maxPool(2), 6, 8, 14, 16);
    expect(image.averagePool(2), 3.5, 5.5, 11.5, 13.5);
  }

  private static void normalization() {
    Tensor mean = Tensor.of(new float[] {1, 2});
    Tensor variance = Tensor.of(new float[] {3, 15});
    Tensor scale = Tensor.of(new float[] {2, 4});
    expect(counting(1, 1, 2, 2).batchNormalization(mean, variance, -1, mean, scale, 1), 1, 2, 3, 4);
  }

  private static void softmax() {
    double even = 1.0 / 3;
    expect(Tensor.of(new float[][] {{5, 5, 5}, {0, 100, 0}}).softmax(), even, even, even, 0, 1, 0);
  }

  private static void reductions() {
    Tensor x = counting(2, 3);
    expect(x.sum(), 21);
    expect(x.mean(0), 2.5, 3.5, 4.5);
    expect(x.max(1), 3, 6);
    expect(x.argmax(1), 2, 2);
  }

  private static void gather() {
    expect(counting(3, 2).take(Tensor.of(new int[] {2, 0}), 0), 5, 6, 1, 2);
  }

  private static void topK() {
    List<Tensor> best = Tensor.of(new float[] {3, 9, 7}).topK(2, true);
    expect(best.get(0), 9, 7);
    expect(best.get(1), 1, 2);
  }

  private static void halfPrecision() {
    for (DType type : List.of(DType.FLOAT16, DType.BFLOAT16)) {
      Tensor x = counting(2, 2).cast(type);
      expect(x.matmul(x).cast(DType.FLOAT32), 7, 10, 15, 22);
    }
  }

  private static void strings() {
    Tensor text = Tensor.of(new String[] {"Keras", "für", "Java"});
    Tensor upper = Op.of("StringUpper").in(text).attr("encoding", "utf-8").one();
    if (!upper.strings().equals(List.of("KERAS", "FÜR", "JAVA"))) {
      throw new IllegalStateException("expected KERAS, FÜR, JAVA. Received: " + upper.strings());
    }
  }

  /** The first numbers of Philox with the key 7, as every TensorFlow draws them. */
  private static void random() {
    Tensor drawn =
        Op.of("StatelessRandomUniformV2")
            .ints(4)
            .in(Tensor.of(new long[] {7}).cast(DType.UINT64))
            .in(Tensor.of(new long[] {0, 0}).cast(DType.UINT64))
            .in(Tensor.of(1))
            .attr("dtype", DType.FLOAT32)
            .one();
    expect(drawn, 0.7537285, 0.0779376, 0.45880914, 0.856827);
  }

  private static void function() {
    List<TensorSpec> specs = List.of(new TensorSpec(DType.FLOAT32, Shape.of(-1)));
    try (CompiledFunction function =
        CompiledFunction.trace(
            "twice_and_sum", specs, x -> List.of(x.get(0).multiply(2), x.get(0).sum()))) {
      List<Tensor> results = function.call(List.of(counting(3)));
      expect(results.get(0), 2, 4, 6);
      expect(results.get(1), 6);
    }
  }

  private static void variable() {
    try (Variable variable = new Variable("checked", counting(2))) {
      variable.assignAdd(Tensor.of(new float[] {10, 20}));
      expect(variable.read(), 11, 22);
    }
  }

  private static void files() throws Exception {
    Path folder = Files.createTempDirectory("rhyton-check");
    try {
      Tensor prefix = Tensor.of(folder.resolve("tensors").toString());
      Tensor names = Tensor.of(new String[] {"weights"});
      Tensor slices = Tensor.of(new String[] {""});
      Op.of("SaveV2")
          .in(prefix)
          .in(names)
          .in(slices)
          .in(List.of(counting(3)))
          .attr("dtypes", List.of(DType.FLOAT32))
          .all();
      List<DType> types = List.of(DType.FLOAT32);
      expect(
          Op.of("RestoreV2").in(prefix).in(names).in(slices).attr("dtypes", types).one(), 1, 2, 3);
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}

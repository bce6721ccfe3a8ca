import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** Multiplies a matrix by itself, which needs the native library. */
final class Service {
  private Service() {}

  public static void main(String[] args) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new float[][] {{1, 2}, {3, 4}});
      System.out.println("service: " + x.matmul(x));
    }
  }
}

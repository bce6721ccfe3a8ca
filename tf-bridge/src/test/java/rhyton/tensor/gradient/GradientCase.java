package rhyton.tensor.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * A function whose gradients are to be proved: what it computes, and from what.
 *
 * @param name what it is called in reports
 * @param function what it computes from its inputs
 * @param inputs the inputs
 * @param second whether gradients of gradients are proved, too
 * @param single whether it is computed in float32, for want of a float64 kernel
 */
record GradientCase(
    String name,
    Function<List<Tensor>, Tensor> function,
    List<In> inputs,
    boolean second,
    boolean single) {

  /**
   * An input.
   *
   * @param shape its shape
   * @param values its numbers
   * @param varies whether its first dimension may be unknown
   */
  record In(Shape shape, double[] values, boolean varies) {
    /** Normal numbers; the first dimension may be unknown. */
    static In of(long... shape) {
      return made(shape, x -> x, true);
    }

    /** Normal numbers; all dimensions are known, as those of weights are. */
    static In fixed(long... shape) {
      return made(shape, x -> x, false);
    }

    /** Numbers between 0.5 and 2. */
    static In positive(long... shape) {
      return made(shape, x -> 0.5 + 1.5 / (1 + Math.exp(-x)), true);
    }

    /** Numbers between -0.9 and 0.9. */
    static In inside(long... shape) {
      return made(shape, x -> 0.9 * Math.tanh(x), true);
    }

    /** Numbers of which no two are near each other, nor is one near 0. */
    static In apart(long... shape) {
      In in = of(shape);
      Integer[] order = new Integer[in.values.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(in.values[a], in.values[b]));
      for (int i = 0; i < order.length; i++) {
        in.values[order[i]] = 0.2 * (i - order.length / 2) + 0.07;
      }
      return in;
    }

    /** These numbers. */
    static In values(Shape shape, double... values) {
      return new In(shape, values, true);
    }

    private static In made(long[] shape, DoubleUnaryOperator function, boolean varies) {
      Shape all = Shape.of(shape);
      Random random = new Random(Arrays.hashCode(shape));
      double[] values = new double[(int) all.size()];
      Arrays.setAll(values, i -> function.applyAsDouble(random.nextGaussian()));
      return new In(all, values, varies);
    }

    /** The same, of known shape. */
    In still() {
      return new In(shape, values, false);
    }

    Tensor tensor(DType dtype, double[] numbers) {
      return Tensor.of(java.nio.DoubleBuffer.wrap(numbers), shape).cast(dtype);
    }

    Shape spec(boolean unknown) {
      return unknown && varies && shape.rank() > 0 ? shape.with(0, -1) : shape;
    }
  }

  static GradientCase of(String name, Function<List<Tensor>, Tensor> function, In... inputs) {
    return new GradientCase(name, function, List.of(inputs), false, false);
  }

  GradientCase twice() {
    return new GradientCase(name, function, inputs, true, single);
  }

  GradientCase inFloat32() {
    return new GradientCase(name, function, inputs, second, true);
  }

  DType dtype() {
    return single ? DType.FLOAT32 : DType.FLOAT64;
  }

  List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    inputs.forEach(in -> tensors.add(in.tensor(dtype(), in.values())));
    return tensors;
  }

  @Override
  public String toString() {
    return name;
  }
}

package rhyton.random;

import java.util.Arrays;
import rhyton.config.KerasConfig;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/**
 * The functions of {@code keras.random}. For the same integer seed they give the same numbers as
 * Python; without a seed (null) they use a global generator, as Keras does. They may be called at
 * once, and inside of traced functions, where a {@link SeedGenerator} goes on counting.
 *
 * <pre>{@code
 * Tensor noise = KerasRandom.normal(Shape.of(2, 3), Seed.of(42));
 * }</pre>
 *
 * @see <a href="https://keras.io/api/random/random_ops/">keras.random</a>
 */
public final class KerasRandom {
  private KerasRandom() {}

  /**
   * Normal numbers with mean 0 and standard deviation 1, of the type {@code floatx}.
   *
   * @param shape the shape
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor normal(Shape shape, Seed seed) {
    return normal(shape, 0, 1, floatx(), seed);
  }

  /**
   * Normal numbers.
   *
   * @param shape the shape
   * @param mean their mean
   * @param stddev their standard deviation
   * @param dtype a floating type
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor normal(Shape shape, double mean, double stddev, DType dtype, Seed seed) {
    return scaled("StatelessRandomNormalV2", shape, mean, stddev, dtype, seed);
  }

  /**
   * Normal numbers with mean 0 and standard deviation 1, as many as a tensor has elements: also
   * where the size of the batch is not known while a function is traced.
   *
   * @param like the tensor, whose shape and type the numbers take
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor normalLike(Tensor like, Seed seed) {
    try (Draw draw = new Draw(seed)) {
      Tensor shape =
          like.shape().isKnown() ? draw.shape(like.shape()) : Op.of("Shape").in(like).one();
      return draw.keep(Philox.draw("StatelessRandomNormalV2", shape, draw.seed(), like.dtype()));
    }
  }

  /**
   * Normal numbers, where those further than two standard deviations from the mean are drawn again.
   *
   * @param shape the shape
   * @param mean the mean
   * @param stddev the standard deviation before the cut
   * @param dtype a floating type
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor truncatedNormal(
      Shape shape, double mean, double stddev, DType dtype, Seed seed) {
    return scaled("StatelessTruncatedNormalV2", shape, mean, stddev, dtype, seed);
  }

  private static Tensor scaled(
      String type, Shape shape, double mean, double stddev, DType dtype, Seed seed) {
    try (Draw draw = new Draw(seed)) {
      Tensor numbers = Philox.draw(type, draw.shape(shape), draw.seed(), dtype);
      return draw.keep(numbers.multiply(stddev).add(mean));
    }
  }

  /**
   * Numbers from 0 to below 1, all equally likely, of the type {@code floatx}.
   *
   * @param shape the shape
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor uniform(Shape shape, Seed seed) {
    return uniform(shape, 0, 1, floatx(), seed);
  }

  /**
   * Numbers that are all equally likely.
   *
   * @param shape the shape
   * @param minval the smallest number
   * @param maxval what all numbers are below
   * @param dtype a floating type
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor uniform(Shape shape, double minval, double maxval, DType dtype, Seed seed) {
    try (Draw draw = new Draw(seed)) {
      Tensor low = Tensor.scalar(minval, dtype);
      Tensor range = Tensor.scalar(maxval, dtype).subtract(low);
      Tensor numbers = uniform(draw.shape(shape), draw.seed(), dtype);
      return draw.keep(numbers.multiply(range).add(low));
    }
  }

  private static Tensor uniform(Tensor shape, Tensor seed, DType dtype) {
    return Philox.draw("StatelessRandomUniformV2", shape, seed, dtype);
  }

  /**
   * Integers that are all equally likely, of type int32.
   *
   * @param shape the shape
   * @param minval the smallest number
   * @param maxval what all numbers are below
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor randint(Shape shape, long minval, long maxval, Seed seed) {
    return randint(shape, minval, maxval, DType.INT32, seed);
  }

  /**
   * Integers that are all equally likely.
   *
   * @param shape the shape
   * @param minval the smallest number
   * @param maxval what all numbers are below
   * @param dtype a numeric type
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor randint(Shape shape, long minval, long maxval, DType dtype, Seed seed) {
    DType drawn = dtype == DType.INT32 ? DType.INT32 : DType.INT64;
    try (Draw draw = new Draw(seed)) {
      Tensor numbers =
          Philox.start("StatelessRandomUniformIntV2", draw.shape(shape), draw.seed())
              .in(Tensor.scalar(minval, drawn))
              .in(Tensor.scalar(maxval, drawn))
              .one();
      return draw.keep(numbers.cast(dtype));
    }
  }

  /**
   * Draws classes.
   *
   * @param logits logarithms of the classes' weights, of shape {@code (batch, classes)}
   * @param numSamples how many to draw for each row
   * @param dtype the type of the numbers of classes
   * @param seed the seed, or null
   * @return numbers of classes, of shape {@code (batch, numSamples)}
   */
  public static Tensor categorical(Tensor logits, int numSamples, DType dtype, Seed seed) {
    try (Draw draw = new Draw(seed)) {
      Tensor classes =
          Op.of("StatelessMultinomial")
              .in(logits)
              .in(Tensor.of(numSamples))
              .in(draw.seed())
              .attr("output_dtype", DType.INT64)
              .one();
      return draw.keep(classes.cast(dtype));
    }
  }

  /**
   * Sets some elements to 0 and divides the others by {@code 1 - rate}, so that the sum is the same
   * on average. A rate of 0 gives the input itself and draws nothing.
   *
   * @param inputs a tensor of a floating type
   * @param rate the share of elements that become 0
   * @param noiseShape the shape of the decisions, which broadcasts to the input's: with {@code (-1,
   *     1, 3)} all elements along axis 1 share theirs, -1 standing for the input's dimension; null
   *     for one decision each
   * @param seed the seed, or null
   * @return the changed tensor
   */
  public static Tensor dropout(Tensor inputs, double rate, long[] noiseShape, Seed seed) {
    if (rate == 0) {
      return inputs;
    }
    if (rate == 1) {
      return Op.of("ZerosLike").in(inputs).one();
    }
    try (Draw draw = new Draw(seed)) {
      Tensor random = uniform(draw.shape(inputs, noiseShape), draw.seed(), inputs.dtype());
      Tensor scaled = inputs.multiply(1 / (1 - rate));
      return draw.keep(random.greaterEqual(rate).where(scaled, Tensor.scalar(0, inputs.dtype())));
    }
  }

  /**
   * Puts the slices along an axis in random order.
   *
   * @param x the tensor
   * @param axis the axis
   * @param seed the seed, or null
   * @return the slices in another order
   */
  public static Tensor shuffle(Tensor x, int axis, Seed seed) {
    try (Draw draw = new Draw(seed)) {
      Tensor size = Draw.dynamic(x).getItem(x.shape().axis(axis));
      Tensor random = uniform(size.expandDims(0), draw.seed(), DType.FLOAT32);
      Tensor order = Op.of("TopKV2").in(random.negative()).in(size).all().get(1);
      return draw.keep(x.take(order, axis));
    }
  }

  /**
   * Numbers of the gamma distribution with scale 1.
   *
   * @param shape the shape
   * @param alpha the shape parameter: a number, or a tensor that broadcasts to the last dimensions
   * @param dtype a floating type
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor gamma(Shape shape, Object alpha, DType dtype, Seed seed) {
    try (Draw draw = new Draw(seed)) {
      DType drawn = wide(dtype);
      Tensor parameter = Tensor.convert(alpha, drawn);
      return draw.keep(gamma(draw.shape(shape), parameter, draw.seed()).cast(dtype));
    }
  }

  private static Tensor gamma(Tensor shape, Tensor alpha, Tensor seed) {
    Tensor numbers = Philox.start("StatelessRandomGammaV3", shape, seed).in(alpha).one();
    return numbers.maximum(smallest(alpha.dtype()));
  }

  private static double smallest(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> 0x1p-14;
      case FLOAT64 -> Double.MIN_NORMAL;
      default -> Float.MIN_NORMAL;
    };
  }

  /** TensorFlow's kernels have no bfloat16. */
  private static DType wide(DType dtype) {
    return dtype == DType.BFLOAT16 ? DType.FLOAT32 : dtype;
  }

  /**
   * Numbers of the beta distribution.
   *
   * @param shape the shape
   * @param alpha the first parameter: a number, or a tensor that broadcasts to the shape
   * @param beta the second parameter: a number, or a tensor that broadcasts to the shape
   * @param dtype a floating type
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor beta(Shape shape, Object alpha, Object beta, DType dtype, Seed seed) {
    try (Draw draw = new Draw(seed)) {
      DType drawn = wide(dtype);
      long[] dims = shape.toArray();
      Tensor first = Tensor.convert(alpha, drawn).broadcastTo(dims);
      Tensor second = Tensor.convert(beta, drawn).broadcastTo(dims);
      Tensor a = gamma(draw.shape(shape), first, draw.seed()).cast(dtype);
      Tensor b = gamma(draw.shape(shape), second, draw.seed().add(12)).cast(dtype);
      return draw.keep(a.divide(a.add(b)));
    }
  }

  /**
   * Numbers of the binomial distribution: how many of some trials succeed.
   *
   * @param shape the shape
   * @param counts the number of trials: a number or a tensor
   * @param probabilities the probability of success: a number or a tensor
   * @param dtype a floating type
   * @param seed the seed, or null
   * @return the numbers
   */
  public static Tensor binomial(
      Shape shape, Object counts, Object probabilities, DType dtype, Seed seed) {
    try (Draw draw = new Draw(seed)) {
      Tensor numbers =
          Op.of("StatelessRandomBinomial")
              .in(draw.shape(shape))
              .in(draw.seed())
              .in(Tensor.convert(counts, DType.FLOAT32))
              .in(Tensor.convert(probabilities, DType.FLOAT32))
              .attr("dtype", wide(dtype))
              .one();
      return draw.keep(numbers.cast(dtype));
    }
  }

  private static DType floatx() {
    return DType.of(KerasConfig.floatx());
  }

  /** One draw: the scope of its intermediate values, and its seed. */
  private static final class Draw implements AutoCloseable {
    private final TensorScope scope = TensorScope.open();
    private final Tensor seed;

    Draw(Seed seed) {
      this.seed = Philox.reduce(seed == null ? GlobalSeeds.next() : seed.next());
    }

    Tensor seed() {
      return seed;
    }

    Tensor shape(Shape shape) {
      return Tensor.of(Arrays.stream(shape.toArray()).mapToInt(Math::toIntExact).toArray());
    }

    /** The shape of decisions about a tensor. */
    Tensor shape(Tensor x, long[] noiseShape) {
      Tensor own = dynamic(x);
      if (noiseShape == null) {
        return own;
      }
      Tensor given = shape(Shape.of(noiseShape));
      return given.less(0).where(own, given);
    }

    static Tensor dynamic(Tensor x) {
      return Op.of("Shape").in(x).attr("out_type", DType.INT32).one();
    }

    Tensor keep(Tensor result) {
      return result.keep();
    }

    @Override
    public void close() {
      scope.close();
    }
  }
}

package rhyton.regularizers;

import java.util.stream.IntStream;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasConfig;
import rhyton.config.KerasType;
import rhyton.tensor.Tensor;

/**
 * Penalty on rows (or columns) of a matrix that are not orthogonal: {@code factor} times the mean
 * of the sizes of the products of different normalized rows.
 *
 * <p><b>Shapes</b>: the input is a matrix.
 *
 * @see <a
 *     href="https://keras.io/api/layers/regularizers/#orthogonalregularizer-class">keras.regularizers.OrthogonalRegularizer</a>
 */
public final class OrthogonalRegularizer extends DeclaredObject<OrthogonalRegularizer>
    implements Regularizer {
  /** The factor. */
  public static final Arg<Double> FACTOR =
      Arg.of("factor", Codec.FLOAT32, 0.01).check(Factors.CHECK);

  /** What should be orthogonal. */
  public static final Arg<String> MODE =
      Arg.text("mode", "rows").check(Check.oneOf("rows", "columns"));

  /** Keras's class. */
  public static final KerasType<OrthogonalRegularizer> TYPE =
      KerasType.regularizer("OrthogonalRegularizer", OrthogonalRegularizer::new, FACTOR, MODE);

  /** A penalty on rows with the factor 0.01. */
  public OrthogonalRegularizer() {
    this(ArgValues.NONE);
  }

  /**
   * A penalty on rows.
   *
   * @param factor the factor, not negative
   */
  public OrthogonalRegularizer(double factor) {
    this(ArgValues.NONE.with(FACTOR, factor));
  }

  private OrthogonalRegularizer(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<OrthogonalRegularizer> type() {
    return TYPE;
  }

  /**
   * The factor; by default 0.01.
   *
   * @param factor the factor, not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public OrthogonalRegularizer factor(double factor) {
    return with(FACTOR, factor);
  }

  /**
   * What should be orthogonal; by default the rows.
   *
   * @param mode {@code rows} or {@code columns}
   * @return a copy with this option
   */
  @CheckReturnValue
  public OrthogonalRegularizer mode(String mode) {
    return with(MODE, mode);
  }

  @Override
  public Tensor apply(Tensor x) {
    if (x.rank() != 2) {
      throw new IllegalArgumentException(
          "OrthogonalRegularizer: the input must have rank 2. Received: shape=" + x.shape());
    }
    Tensor rows = arg(MODE).equals("rows") ? x : x.transpose();
    Tensor inverse = rows.square().sum(true, 1).rsqrt().minimum(1 / KerasConfig.epsilon());
    Tensor unit = rows.multiply(inverse);
    long size = rows.shape().get(0);
    Tensor products = unit.matmul(unit.transpose()).multiply(offDiagonal(x, size));
    double pairs = size * (size - 1.0) / 2;
    return products.absolute().sum().multiply(arg(FACTOR).floatValue() * 0.5).divide(pairs);
  }

  /** A matrix of ones with zeros on the diagonal. */
  private static Tensor offDiagonal(Tensor x, long size) {
    int[] numbers = IntStream.range(0, (int) size).toArray();
    Tensor row = Tensor.of(numbers);
    return row.expandDims(1).notEqual(row).cast(x.dtype());
  }
}

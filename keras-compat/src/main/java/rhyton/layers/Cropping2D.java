package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.layers.options.HasDataFormat;
import rhyton.layers.options.Margins;

/**
 * Cuts rows and columns off images.
 *
 * <p><b>Shapes</b> input {@code (batch, rows, columns, channels)}, output {@code (batch, rows - top
 * - bottom, columns - left - right, channels)}; with channels first {@code (batch, channels, rows,
 * columns)}.
 *
 * <pre>{@code
 * Tensor y = new Cropping2D(new long[][] {{2, 2}, {4, 4}}).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/cropping2d/">Cropping2D</a>
 */
public final class Cropping2D extends Cropping<Cropping2D> implements HasDataFormat<Cropping2D> {
  /** The numbers of rows above and below, and of columns left and right. */
  public static final Arg<long[][]> CROPPING = Margins.arg("cropping", 2, 0);

  /** Keras's class. */
  public static final KerasType<Cropping2D> TYPE =
      KerasType.layer("Cropping2D", Cropping2D::new, CROPPING, HasDataFormat.DATA_FORMAT);

  /** Cuts nothing off, until {@link #cropping(long...)} says so. */
  public Cropping2D() {
    this(ArgValues.NONE);
  }

  /**
   * Cuts the same off opposite sides.
   *
   * @param cropping one number for all sides, or one for rows and one for columns
   */
  public Cropping2D(long... cropping) {
    this(Margins.symmetric(cropping));
  }

  /**
   * Cuts rows and columns off.
   *
   * @param cropping {@code {{top, bottom}, {left, right}}}
   */
  public Cropping2D(long[][] cropping) {
    this(ArgValues.NONE.with(CROPPING, cropping));
  }

  private Cropping2D(ArgValues args) {
    super(Margins.spread(args, CROPPING));
  }

  @Override
  public KerasType<Cropping2D> type() {
    return TYPE;
  }

  /**
   * How much is cut off; by default nothing.
   *
   * @param cropping one number for all sides, or one for rows and one for columns
   * @return a copy with this option
   */
  @CheckReturnValue
  public Cropping2D cropping(long... cropping) {
    return cropping(Margins.symmetric(cropping));
  }

  /**
   * How much is cut off; by default nothing.
   *
   * @param cropping {@code {{top, bottom}, {left, right}}}
   * @return a copy with this option
   */
  @CheckReturnValue
  public Cropping2D cropping(long[][] cropping) {
    return with(CROPPING, cropping);
  }

  @Override
  long[][] margins() {
    return arg(CROPPING);
  }

  @Override
  int firstAxis() {
    return arg(DATA_FORMAT).firstSpatialAxis();
  }
}

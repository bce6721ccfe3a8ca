package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.layers.options.HasDataFormat;
import rhyton.layers.options.Margins;

/**
 * Puts rows and columns of zeros around images.
 *
 * <p><b>Shapes</b> input {@code (batch, rows, columns, channels)}, output {@code (batch, top + rows
 * + bottom, left + columns + right, channels)}; with channels first {@code (batch, channels, rows,
 * columns)}.
 *
 * <pre>{@code
 * Tensor even = new ZeroPadding2D(1).apply(x);
 * Tensor uneven = new ZeroPadding2D(new long[][] {{0, 1}, {0, 1}}).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/zero_padding2d/">ZeroPadding2D</a>
 */
public final class ZeroPadding2D extends ZeroPadding<ZeroPadding2D> {
  /** The numbers of zeros above and below, left and right. */
  public static final Arg<long[][]> PADDING = Margins.arg("padding", 2, 1);

  /** Keras's class. */
  public static final KerasType<ZeroPadding2D> TYPE =
      KerasType.layer("ZeroPadding2D", ZeroPadding2D::new, PADDING, HasDataFormat.DATA_FORMAT);

  /** One zero on each side. */
  public ZeroPadding2D() {
    this(ArgValues.NONE);
  }

  /**
   * The same number of zeros on opposite sides.
   *
   * @param padding one number for all sides, or one for rows and one for columns
   */
  public ZeroPadding2D(long... padding) {
    this(Margins.symmetric(padding));
  }

  /**
   * Zeros on each side.
   *
   * @param padding {@code {{top, bottom}, {left, right}}}
   */
  public ZeroPadding2D(long[][] padding) {
    this(ArgValues.NONE.with(PADDING, padding));
  }

  private ZeroPadding2D(ArgValues args) {
    super(Margins.spread(args, PADDING));
  }

  @Override
  public KerasType<ZeroPadding2D> type() {
    return TYPE;
  }

  /**
   * How many zeros come on each side; by default one.
   *
   * @param padding one number for all sides, or one for rows and one for columns
   * @return a copy with this option
   */
  @CheckReturnValue
  public ZeroPadding2D padding(long... padding) {
    return padding(Margins.symmetric(padding));
  }

  /**
   * How many zeros come on each side; by default one.
   *
   * @param padding {@code {{top, bottom}, {left, right}}}
   * @return a copy with this option
   */
  @CheckReturnValue
  public ZeroPadding2D padding(long[][] padding) {
    return with(PADDING, padding);
  }

  @Override
  long[][] margins() {
    return arg(PADDING);
  }
}

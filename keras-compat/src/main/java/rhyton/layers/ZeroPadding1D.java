package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.KerasType;
import rhyton.layers.options.HasDataFormat;
import rhyton.layers.options.Sizes;

/**
 * Puts zeros before and behind each sequence.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, features)}, output {@code (batch, left + steps +
 * right, features)}; with channels first {@code (batch, features, steps)}.
 *
 * <pre>{@code
 * Tensor y = new ZeroPadding1D(2, 0).apply(x);   // two zeros before
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/zero_padding1d/">ZeroPadding1D</a>
 */
public final class ZeroPadding1D extends ZeroPadding<ZeroPadding1D> {
  /** The numbers of zeros before and behind. */
  public static final Arg<long[]> PADDING =
      Arg.of("padding", Codec.DIMS, new long[] {1}).check(Sizes.NOT_NEGATIVE);

  /** Keras's class. */
  public static final KerasType<ZeroPadding1D> TYPE =
      KerasType.layer(
          "ZeroPadding1D", ZeroPadding1D::new, PADDING, HasDataFormat.DATA_FORMAT.since("3.5"));

  /** One zero before, and one behind. */
  public ZeroPadding1D() {
    this(ArgValues.NONE);
  }

  /**
   * Zeros before and behind.
   *
   * @param padding one number for both, or two
   */
  public ZeroPadding1D(long... padding) {
    this(ArgValues.NONE.with(PADDING, padding));
  }

  private ZeroPadding1D(ArgValues args) {
    super(args.perAxis(2, PADDING));
  }

  @Override
  public KerasType<ZeroPadding1D> type() {
    return TYPE;
  }

  /**
   * How many zeros come before and behind; by default one each.
   *
   * @param padding one number for both, or two
   * @return a copy with this option
   */
  @CheckReturnValue
  public ZeroPadding1D padding(long... padding) {
    return with(PADDING, padding);
  }

  @Override
  long[][] margins() {
    return new long[][] {arg(PADDING)};
  }
}

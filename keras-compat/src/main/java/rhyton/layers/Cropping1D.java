package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.KerasType;
import rhyton.layers.options.Sizes;

/**
 * Cuts steps off the beginning and the end of each sequence.
 *
 * <p><b>Shapes</b> input {@code (batch, steps, features)}, output {@code (batch, steps - left -
 * right, features)}.
 *
 * <pre>{@code
 * Tensor y = new Cropping1D(1, 2).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/cropping1d/">Cropping1D</a>
 */
public final class Cropping1D extends Cropping<Cropping1D> {
  /** The numbers of steps at the beginning and at the end. */
  public static final Arg<long[]> CROPPING =
      Arg.of("cropping", Codec.DIMS, new long[] {1}).check(Sizes.NOT_NEGATIVE);

  /** Keras's class. */
  public static final KerasType<Cropping1D> TYPE =
      KerasType.layer("Cropping1D", Cropping1D::new, CROPPING);

  /** Cuts one step off at each end. */
  public Cropping1D() {
    this(ArgValues.NONE);
  }

  /**
   * Cuts steps off.
   *
   * @param cropping one number for both ends, or two
   */
  public Cropping1D(long... cropping) {
    this(ArgValues.NONE.with(CROPPING, cropping));
  }

  private Cropping1D(ArgValues args) {
    super(args.perAxis(2, CROPPING));
  }

  @Override
  public KerasType<Cropping1D> type() {
    return TYPE;
  }

  /**
   * How many steps are cut off; by default one at each end.
   *
   * @param cropping one number for both ends, or two
   * @return a copy with this option
   */
  @CheckReturnValue
  public Cropping1D cropping(long... cropping) {
    return with(CROPPING, cropping);
  }

  @Override
  long[][] margins() {
    return new long[][] {arg(CROPPING)};
  }

  @Override
  int firstAxis() {
    return 1;
  }
}

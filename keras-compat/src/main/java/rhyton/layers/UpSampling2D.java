package rhyton.layers;

import java.util.List;
import java.util.Locale;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.options.HasDataFormat;
import rhyton.layers.options.Sizes;
import rhyton.tensor.Tensor;

/**
 * Makes images larger by whole factors: repeats rows and columns, or puts values between them.
 *
 * <p><b>Shapes</b> input {@code (batch, rows, columns, channels)}, output {@code (batch, size[0] *
 * rows, size[1] * columns, channels)}; with channels first {@code (batch, channels, rows,
 * columns)}.
 *
 * <pre>{@code
 * Tensor twice = new UpSampling2D(2).interpolation("bilinear").apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/up_sampling2d/">UpSampling2D</a>
 */
public final class UpSampling2D extends ArgLayer<UpSampling2D>
    implements HasDataFormat<UpSampling2D> {
  /** The factors for rows and columns. */
  public static final Arg<long[]> SIZE =
      Arg.of("size", Codec.DIMS, new long[] {2}).check(Sizes.POSITIVE);

  /** Where the values between come from. */
  public static final Arg<String> INTERPOLATION =
      Arg.text("interpolation", "nearest")
          .check(Check.oneOf("bicubic", "bilinear", "lanczos3", "lanczos5", "nearest"));

  /** Keras's class. */
  public static final KerasType<UpSampling2D> TYPE =
      KerasType.layer("UpSampling2D", UpSampling2D::new, SIZE, DATA_FORMAT, INTERPOLATION);

  /** Twice as many rows and columns. */
  public UpSampling2D() {
    this(ArgValues.NONE);
  }

  /**
   * More rows and columns.
   *
   * @param size the factor: one for both axes, or two
   */
  public UpSampling2D(long... size) {
    this(ArgValues.NONE.with(SIZE, size));
  }

  private UpSampling2D(ArgValues args) {
    super(args.perAxis(2, SIZE));
  }

  @Override
  public KerasType<UpSampling2D> type() {
    return TYPE;
  }

  /**
   * How often rows and columns are repeated; by default twice.
   *
   * @param size the factor: one for both axes, or two
   * @return a copy with this option
   */
  @CheckReturnValue
  public UpSampling2D size(long... size) {
    return with(SIZE, size);
  }

  /**
   * Where the values between come from; by default rows and columns are repeated.
   *
   * @param interpolation {@code nearest}, {@code bilinear}, {@code bicubic}, {@code lanczos3} or
   *     {@code lanczos5}
   * @return a copy with this option
   */
  @CheckReturnValue
  public UpSampling2D interpolation(String interpolation) {
    return with(INTERPOLATION, interpolation.toLowerCase(Locale.ROOT));
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(4);
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    int axis = arg(DATA_FORMAT).firstSpatialAxis();
    long[] size = arg(SIZE);
    if (arg(INTERPOLATION).equals("nearest")) {
      return x.repeat((int) size[0], axis).repeat((int) size[1], axis + 1);
    }
    List<Object> sizes =
        List.of(times(x.dims().get(axis), size[0]), times(x.dims().get(axis + 1), size[1]));
    return x.resize(sizes, arg(INTERPOLATION), arg(DATA_FORMAT).toString());
  }

  private static Object times(Object dim, long factor) {
    return dim instanceof Tensor open ? open.multiply(factor) : (Object) ((Long) dim * factor);
  }
}

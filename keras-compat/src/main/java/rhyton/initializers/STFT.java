package rhyton.initializers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasType;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/**
 * The waves of a short-time Fourier transform, for the kernel of a 1D convolution that computes it.
 *
 * <p><b>Shapes</b>: {@code (frame length, 1, half of the transform's length + 1)}.
 *
 * @see <a href="https://keras.io/api/layers/initializers/">keras.initializers.STFT</a>
 */
public final class STFT extends DeclaredObject<STFT> implements Initializer {
  /** Which part of the complex waves. */
  public static final Arg<String> SIDE =
      Arg.text("side", "real").check(Check.oneOf("real", "imag"));

  /** The window; null for none. */
  public static final Arg<String> WINDOW =
      Arg.of("window", Codec.TEXT.nullable(), "hann").check(Check.oneOf(CosineWindow.names()));

  /** What the waves are divided by; null for nothing. */
  public static final Arg<String> SCALING =
      Arg.of("scaling", Codec.TEXT.nullable(), "density").check(Check.oneOf("density", "spectrum"));

  /** Whether the window continues itself. */
  public static final Arg<Boolean> PERIODIC = Arg.flag("periodic", false);

  /** Keras's class. */
  public static final KerasType<STFT> TYPE =
      KerasType.initializer("STFT", STFT::new, SIDE, WINDOW, SCALING, PERIODIC)
          .alias("STFTInitializer");

  /** The real part of the waves in a Hann window. */
  public STFT() {
    this(ArgValues.NONE);
  }

  private STFT(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<STFT> type() {
    return TYPE;
  }

  /**
   * Which part of the complex waves; by default the real one.
   *
   * @param side {@code real} or {@code imag}
   * @return a copy with this option
   */
  @CheckReturnValue
  public STFT side(String side) {
    return with(SIDE, side);
  }

  /**
   * The window that a frame is multiplied by; by default {@code hann}.
   *
   * @param window its name in SciPy, one of those that are sums of cosines, or null for none
   * @return a copy with this option
   */
  @CheckReturnValue
  public STFT window(String window) {
    return with(WINDOW, window);
  }

  /**
   * What the waves are divided by: the root of the sum of the window's squares, or its sum.
   *
   * @param scaling {@code density} (the default), {@code spectrum}, or null for nothing
   * @return a copy with this option
   */
  @CheckReturnValue
  public STFT scaling(String scaling) {
    return with(SCALING, scaling);
  }

  /**
   * Whether the window continues itself, as for spectra, or is symmetric, as for filters, which is
   * the default.
   *
   * @param periodic whether it continues itself
   * @return a copy with this option
   */
  @CheckReturnValue
  public STFT periodic(boolean periodic) {
    return with(PERIODIC, periodic);
  }

  @Override
  public Tensor apply(Shape shape, DType dtype) {
    if (shape.rank() != 3) {
      throw new IllegalArgumentException(
          "STFT: the weight must have three axes. Received: shape=" + shape);
    }
    int frame = (int) shape.get(0);
    int bins = (int) shape.get(2);
    double[] window = window(frame);
    double[][][] waves = new double[frame][1][bins];
    for (int time = 0; time < frame; time++) {
      for (int bin = 0; bin < bins; bin++) {
        double angle = -2 * Math.PI * time * bin / (2.0 * (bins - 1));
        double wave = arg(SIDE).equals("real") ? Math.cos(angle) : Math.sin(angle);
        waves[time][0][bin] = wave * window[time];
      }
    }
    try (TensorScope scope = TensorScope.open()) {
      return Tensor.of(waves).cast(dtype).broadcastTo(shape.toArray()).keep();
    }
  }

  /** The window, divided by the scaling. */
  private double[] window(int frame) {
    double[] window = CosineWindow.of(arg(WINDOW), frame, arg(PERIODIC));
    double sum = 0;
    for (double value : window) {
      sum += "spectrum".equals(arg(SCALING)) ? Math.abs(value) : value * value;
    }
    boolean scaled = arg(WINDOW) != null && arg(SCALING) != null;
    double scale = !scaled ? 1 : arg(SCALING).equals("spectrum") ? sum : Math.sqrt(sum);
    for (int i = 0; i < frame; i++) {
      window[i] /= scale;
    }
    return window;
  }
}

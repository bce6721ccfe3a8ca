package rhyton.layers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.options.DataFormat;
import rhyton.layers.options.Numbers;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Brings values to another range: {@code x * scale + offset}.
 *
 * <p>Images with values from 0 to 255 get values from 0 to 1 with the scale 1/255, and from -1 to 1
 * with the scale 1/127.5 and the offset -1. Integers become floating point numbers.
 *
 * <p><b>Shapes</b> any; the output's is the input's.
 *
 * <pre>{@code
 * Tensor y = new Rescaling(1 / 127.5).offset(-1).apply(images);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/">Rescaling</a>
 */
public final class Rescaling extends ArgLayer<Rescaling> {
  /** What inputs are multiplied by. */
  public static final Arg<JsonNode> SCALE = Arg.required("scale", Numbers.CODEC);

  /** What is added. */
  public static final Arg<JsonNode> OFFSET = Arg.of("offset", Numbers.CODEC, Numbers.of(0.0));

  /** Keras's class. */
  public static final KerasType<Rescaling> TYPE =
      KerasType.layer("Rescaling", Rescaling::new, SCALE, OFFSET);

  /**
   * A layer that multiplies.
   *
   * @param scale the factor, one for all values or one for each channel
   */
  public Rescaling(double... scale) {
    this(ArgValues.NONE.with(SCALE, Numbers.of(scale)));
  }

  private Rescaling(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Rescaling> type() {
    return TYPE;
  }

  /**
   * What is added to the product; by default nothing.
   *
   * @param offset the number, one for all values or one for each channel
   * @return a copy with this option
   */
  @CheckReturnValue
  public Rescaling offset(double... offset) {
    return with(OFFSET, Numbers.of(offset));
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    DType dtype = computeDtype();
    Tensor scale = Numbers.toTensor(arg(SCALE), dtype);
    if (scale.rank() > 0 && DataFormat.configured() == DataFormat.CHANNELS_FIRST) {
      scale = scale.reshape(beforeImages(scale.shape()));
    }
    return x.cast(dtype).multiply(scale).add(Numbers.toTensor(arg(OFFSET), dtype));
  }

  /** The shape with axes of length 1 for rows and columns behind the channels. */
  private static long[] beforeImages(Shape scale) {
    long[] dims = Arrays.copyOf(scale.toArray(), Math.max(3, scale.rank()));
    Arrays.fill(dims, scale.rank(), dims.length, 1);
    return dims;
  }
}

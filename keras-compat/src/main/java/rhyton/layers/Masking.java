package rhyton.layers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.options.Numbers;
import rhyton.tensor.Tensor;

/**
 * Tells the layers behind it which time steps to skip: those at which all features have the mask
 * value. Their features become 0.
 *
 * <p>Use it in front of a recurrent layer for sequences that were filled up to the same length.
 *
 * <p><b>Shapes</b> input and output {@code (batch, steps, features)}, mask {@code (batch, steps)}.
 *
 * <pre>{@code
 * Tensor y = new Masking(-1).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/core_layers/masking/">Masking</a>
 */
public final class Masking extends ArgLayer<Masking> {
  /** What the features of a step to skip are. */
  public static final Arg<JsonNode> MASK_VALUE =
      Arg.of("mask_value", Numbers.CODEC, Numbers.of(0.0));

  /** Keras's class. */
  public static final KerasType<Masking> TYPE =
      KerasType.layer("Masking", Masking::new, MASK_VALUE);

  /** Skips the steps at which all features are 0. */
  public Masking() {
    this(ArgValues.NONE);
  }

  /**
   * Skips the steps at which all features have a value.
   *
   * @param maskValue the value, one for all features or one for each
   */
  public Masking(double... maskValue) {
    this(ArgValues.NONE.with(MASK_VALUE, Numbers.of(maskValue)));
  }

  private Masking(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Masking> type() {
    return TYPE;
  }

  /**
   * Which value the features of a step to skip have; by default 0.
   *
   * @param maskValue the value, one for all features or one for each
   * @return a copy with this option
   */
  @CheckReturnValue
  public Masking maskValue(double... maskValue) {
    return with(MASK_VALUE, Numbers.of(maskValue));
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected Tensor computeMask(List<Tensor> inputs, List<Tensor> masks) {
    return different(inputs.get(0)).any(-1);
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    Tensor counts = different(x).any(true, -1);
    Tensor y = counts.where(x, Tensor.scalar(0, x.dtype()));
    y.setMask(counts.squeeze(-1));
    return y;
  }

  private Tensor different(Tensor x) {
    JsonNode value = arg(MASK_VALUE);
    return x.notEqual(value.isNumber() ? value.numberValue() : Numbers.toTensor(value, x.dtype()));
  }
}

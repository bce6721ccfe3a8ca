package rhyton.layers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.ConfigStyle;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.options.HasAxes;
import rhyton.layers.options.HasCenterScale;
import rhyton.layers.options.HasEpsilon;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Normalizes each sample to mean 0 and variance 1 over its last axis, or over other axes: {@code
 * gamma * (x - mean) / sqrt(variance + epsilon) + beta}.
 *
 * <p>Unlike in batch normalization no sample depends on the others. Ba et al., 2016, "Layer
 * normalization".
 *
 * <p><b>Shapes</b> any; the output's is the input's. Weights {@code gamma} and {@code beta} (the
 * sizes of the axes).
 *
 * <pre>{@code
 * Tensor y = new LayerNormalization().epsilon(1e-6).apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/normalization_layers/layer_normalization/">LayerNormalization</a>
 */
public final class LayerNormalization extends ArgLayer<LayerNormalization>
    implements HasAxes<LayerNormalization>,
        HasEpsilon<LayerNormalization>,
        HasCenterScale<LayerNormalization> {
  /** Whether only the variance is normalized. */
  public static final Arg<Boolean> RMS_SCALING = Arg.flag("rms_scaling", false).since("3.4");

  /** Keras's class. */
  public static final KerasType<LayerNormalization> TYPE =
      KerasType.layer(
          "LayerNormalization", LayerNormalization::new, AXES, EPSILON, CENTER_SCALE, RMS_SCALING);

  private Weight gamma;
  private Weight beta;

  /** A layer for the last axis. */
  public LayerNormalization() {
    this(ArgValues.NONE);
  }

  private LayerNormalization(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<LayerNormalization> type() {
    return TYPE;
  }

  /**
   * Whether the input is only scaled; by default it is not. Keras keeps it for old models.
   *
   * @param rmsScaling true for {@code gamma * x / sqrt(variance + epsilon)}
   * @return a copy with this option
   */
  @CheckReturnValue
  public LayerNormalization rmsScaling(boolean rmsScaling) {
    return with(RMS_SCALING, rmsScaling);
  }

  /** Keras shows the axes as a sorted list once the layer is built. */
  @Override
  public ObjectNode config(ConfigStyle style) {
    ObjectNode config = super.config(style);
    return isBuilt() ? config.set(AXES.name(), Codec.DIMS.toJson(sortedAxes(), style)) : config;
  }

  private long[] sortedAxes() {
    return Arrays.stream(arg(AXES)).sorted().toArray();
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected boolean autocast() {
    return false;
  }

  @Override
  protected void build(Shape input) {
    Shape sizes =
        Shape.of(Arrays.stream(sortedAxes()).map(axis -> input.get((int) axis)).toArray());
    gamma = arg(SCALE) || arg(RMS_SCALING) ? addWeight(GAMMA, sizes) : null;
    beta = arg(CENTER) && !arg(RMS_SCALING) ? addWeight(BETA, sizes) : null;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    Tensor scale = gamma == null ? null : gamma.read();
    Tensor offset = beta == null ? null : beta.read();
    int[] axes = Arrays.stream(sortedAxes()).mapToInt(Math::toIntExact).toArray();
    return x.layerNormalization(scale, offset, arg(EPSILON), arg(RMS_SCALING), axes)
        .cast(computeDtype());
  }
}

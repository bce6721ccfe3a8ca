package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.options.HasAxis;
import rhyton.layers.options.HasCenterScale;
import rhyton.layers.options.HasEpsilon;
import rhyton.layers.options.HasMovingStatistics;
import rhyton.layers.options.HasRenorm;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Normalizes each channel to mean 0 and variance 1: {@code gamma * (x - mean) / sqrt(variance +
 * epsilon) + beta}.
 *
 * <p>Training uses mean and variance of the batch, and moves those of the layer towards them:
 * {@code moving = moving * momentum + batch * (1 - momentum)}. Prediction uses the moving ones, and
 * so does training when the layer is frozen. Ioffe and Szegedy, 2015, "Batch normalization".
 *
 * <p><b>Shapes</b> any; the output's is the input's. Weights {@code gamma}, {@code beta}, {@code
 * moving_mean}, {@code moving_variance} (channels). What a mask leaves out does not count.
 *
 * <pre>{@code
 * Tensor y = new BatchNormalization().momentum(0.9).apply(x);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/normalization_layers/batch_normalization/">BatchNormalization</a>
 */
public final class BatchNormalization extends ArgLayer<BatchNormalization>
    implements HasAxis<BatchNormalization>,
        HasEpsilon<BatchNormalization>,
        HasCenterScale<BatchNormalization>,
        HasMovingStatistics<BatchNormalization>,
        HasRenorm<BatchNormalization> {
  /** Keras's class. */
  public static final KerasType<BatchNormalization> TYPE =
      KerasType.layer(
          "BatchNormalization",
          BatchNormalization::new,
          AXIS,
          EPSILON,
          CENTER_SCALE,
          MOVING_STATISTICS,
          RENORM_ARGS);

  private Weight gamma;
  private Weight beta;
  private Weight movingMean;
  private Weight movingVariance;
  private BatchRenorm renorm;

  /** A layer for channels on the last axis. */
  public BatchNormalization() {
    this(ArgValues.NONE);
  }

  private BatchNormalization(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<BatchNormalization> type() {
    return TYPE;
  }

  @Override
  protected InputSpec inputSpec() {
    return isBuilt() ? InputSpec.ndim(builtWith().get(0).rank()).axis(arg(AXIS)) : InputSpec.ANY;
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected boolean usesMask() {
    return true;
  }

  @Override
  protected void build(Shape input) {
    Shape channels = Shape.of(input.get(arg(AXIS)));
    gamma = arg(SCALE) ? addWeight(GAMMA, channels) : null;
    beta = arg(CENTER) ? addWeight(BETA, channels) : null;
    movingMean = addState("moving_mean", channels, arg(MOVING_MEAN_INITIALIZER));
    movingVariance = addState("moving_variance", channels, arg(MOVING_VARIANCE_INITIALIZER));
    renorm = arg(RENORM) ? BatchRenorm.of(this, channels) : null;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    Tensor input = x.cast(x.dtype() == DType.FLOAT64 ? DType.FLOAT64 : DType.FLOAT32);
    BatchStatistics now = BatchStatistics.of(movingMean, movingVariance, input);
    Tensor scale = BatchStatistics.read(gamma, input);
    Tensor offset = BatchStatistics.read(beta, input);
    if (ctx.training() && trainable()) {
      now = BatchStatistics.of(input, arg(AXIS), ctx.mask());
      if (renorm != null) {
        offset = renorm.offset(now, scale, offset);
        scale = renorm.scale(now, scale);
        renorm.move(now, movingMean, movingVariance);
      } else {
        BatchStatistics.move(movingMean, now.mean(), arg(MOMENTUM));
        BatchStatistics.move(movingVariance, now.variance(), arg(MOMENTUM));
      }
    }
    return input
        .batchNormalization(now.mean(), now.variance(), arg(AXIS), offset, scale, arg(EPSILON))
        .cast(computeDtype());
  }
}

package rhyton.tensor;

import java.util.List;

/**
 * Means, variances and what is normalized with them.
 *
 * @see <a href="https://keras.io/api/ops/nn/">keras.ops.nn</a>
 */
public sealed interface NormOps permits Tensor {

  /**
   * Mean and variance over axes. In half precision they are computed in float32.
   *
   * @param keepdims whether the axes stay, with length 1
   * @param axes the axes
   * @return the mean and the variance
   */
  default List<Tensor> moments(boolean keepdims, int... axes) {
    return Normalizations.MOMENTS.many(
        OpCall.of(this)
            .with("axes", java.util.Arrays.stream(axes).boxed().toList())
            .with("keepdims", keepdims));
  }

  /**
   * Normalizes each channel with a given mean and variance: {@code (x - mean) * scale /
   * sqrt(variance + epsilon) + offset}.
   *
   * @param mean one number for each channel
   * @param variance one number for each channel
   * @param axis the axis of the channels
   * @param offset one number for each channel; null: 0
   * @param scale one number for each channel; null: 1
   * @param epsilon keeps the root away from 0; Keras's default is 1e-3
   * @return the result, of the same shape
   */
  default Tensor batchNormalization(
      Tensor mean, Tensor variance, int axis, Tensor offset, Tensor scale, double epsilon) {
    return Normalizations.BATCH_NORM.one(
        OpCall.of(this, mean, variance, offset, scale).with("axis", axis).with("epsilon", epsilon));
  }

  /**
   * Normalizes over axes with their own mean and variance: {@code (x - mean) * gamma /
   * sqrt(variance + epsilon) + beta}. Half precision is computed in float32.
   *
   * @param gamma of the shape of the axes; null: 1
   * @param beta of the shape of the axes; null: 0
   * @param epsilon keeps the root away from 0; null: {@link OpDefaults#epsilon()}
   * @param axis the axes; Keras's default is the last
   * @return the result, of the same shape
   */
  default Tensor layerNormalization(Tensor gamma, Tensor beta, Double epsilon, int... axis) {
    return Normalizations.LAYER_NORM.one(
        normalization(OpCall.of(this, gamma, beta), epsilon, axis));
  }

  /**
   * Normalizes over axes, or with RMS scaling only multiplies: {@code x * gamma / sqrt(variance +
   * epsilon)}, which Keras keeps for old models.
   *
   * @param gamma of the shape of the axes; null: 1
   * @param beta of the shape of the axes; null: 0
   * @param epsilon keeps the root away from 0; null: {@link OpDefaults#epsilon()}
   * @param rmsScaling whether x is only multiplied
   * @param axis the axes; Keras's default is the last
   * @return the result, of the same shape
   */
  default Tensor layerNormalization(
      Tensor gamma, Tensor beta, Double epsilon, boolean rmsScaling, int... axis) {
    return Normalizations.LAYER_NORM.one(
        normalization(OpCall.of(this, gamma, beta), epsilon, axis).with("rms_scaling", rmsScaling));
  }

  /**
   * Divides by the root of the mean square: {@code x * scale / sqrt(mean(x²) + epsilon)}.
   *
   * @param scale what broadcasts to x; null: 1
   * @param epsilon keeps the root away from 0; null: {@link OpDefaults#epsilon()}
   * @param axis the axes; Keras's default is the last
   * @return the result, of the same shape
   */
  default Tensor rmsNormalization(Tensor scale, Double epsilon, int... axis) {
    return Normalizations.RMS_NORM.one(normalization(OpCall.of(this, scale), epsilon, axis));
  }

  private static OpCall normalization(OpCall call, Double epsilon, int... axis) {
    OpCall along = axis.length == 0 ? call : call.with("axis", Reductions.axis(axis));
    return epsilon == null ? along : along.with("epsilon", epsilon);
  }

  /**
   * Divides by the norm, so that it becomes 1.
   *
   * @param order the norm: {@code sum(|x| ** order) ** (1 / order)}
   * @param epsilon the least that is divided by; null: {@link OpDefaults#epsilon()}
   * @param axis the axes; none: the last
   * @return the result, of the same shape
   */
  default Tensor normalize(int order, Double epsilon, int... axis) {
    return Normalizations.NORMALIZE.one(
        normalization(OpCall.of(this), epsilon, axis).with("order", order));
  }
}

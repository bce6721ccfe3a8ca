package rhyton.losses;

import rhyton.config.Codec;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** What becomes of the losses of the single samples. */
public enum Reduction {
  /** Their sum divided by their number, whatever their weights. */
  SUM_OVER_BATCH_SIZE,
  /** Their sum. */
  SUM,
  /** The same as {@link #SUM_OVER_BATCH_SIZE}. */
  MEAN,
  /** Their sum divided by the sum of their weights. */
  MEAN_WITH_SAMPLE_WEIGHT,
  /** Nothing: they are returned one by one. */
  NONE;

  /** By Keras's strings; null is the same as {@code none}. */
  public static final Codec<Reduction> CODEC = Codec.ofEnum(Reduction.class).nullable();

  private static final Shape NO_SAMPLES = Shape.of(0);

  /** Whether a mask counts only the valid values: it is scaled so that a mean is one over them. */
  boolean scalesMask() {
    return this == SUM_OVER_BATCH_SIZE || this == MEAN;
  }

  /**
   * Reduces values that are already weighted.
   *
   * @param values the values
   * @param weights the weights they were multiplied with, or null
   */
  Tensor reduce(Tensor values, Tensor weights) {
    if (values.rank() == 0 || values.shape().equals(NO_SAMPLES)) {
      return values;
    }
    return switch (this) {
      case NONE -> values;
      case SUM -> values.sum();
      case SUM_OVER_BATCH_SIZE, MEAN -> mean(values);
      case MEAN_WITH_SAMPLE_WEIGHT ->
          weights == null ? mean(values) : values.sum().divideNoNan(weights.sum());
    };
  }

  /** Half precision rounds the sum before it divides, as Keras does; no values at all give 0. */
  private static Tensor mean(Tensor values) {
    boolean wide = values.dtype() == DType.FLOAT32 || values.dtype() == DType.FLOAT64;
    return wide && values.shape().size() != 0
        ? values.mean()
        : values.sum().divideNoNan(size(values, values.dtype()));
  }

  /** The number of elements, as a tensor. */
  static Tensor size(Tensor x, DType dtype) {
    long size = x.shape().size();
    return size >= 0 ? Tensor.scalar(size, dtype) : Op.of("Size").in(x).one().cast(dtype);
  }
}

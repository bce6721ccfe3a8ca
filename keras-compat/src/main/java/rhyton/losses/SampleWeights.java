package rhyton.losses;

import rhyton.tensor.DType;
import rhyton.tensor.Tensor;

/** Sample weights and masks as one: a masked value has the weight 0. */
public final class SampleWeights {
  private SampleWeights() {}

  /**
   * Puts a mask into sample weights.
   *
   * @param weights the weights, or null
   * @param mask which values count, or null
   * @param dtype the type of the result
   * @param reduction what the weighted values are reduced by; a mean over all values is made one
   *     over those that count by weighting them with {@code all / valid}
   * @return the weights; null if there are neither weights nor a mask
   */
  public static Tensor masked(Tensor weights, Tensor mask, DType dtype, Reduction reduction) {
    if (mask == null) {
      return weights == null ? null : Tensor.convert(weights, dtype);
    }
    Tensor counting = mask.cast(dtype);
    if (reduction.scalesMask()) {
      Tensor factor = Reduction.size(mask, dtype).divideNoNan(counting.sum());
      counting = mask.where(factor, 0);
    }
    if (weights == null) {
      return counting;
    }
    SameRank both = SameRank.of(counting, Tensor.convert(weights, dtype));
    return both.second().multiply(both.first());
  }
}

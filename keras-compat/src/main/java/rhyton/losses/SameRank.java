package rhyton.losses;

import rhyton.tensor.Tensor;

/**
 * Two tensors that Keras compares or multiplies, brought to one rank where a last axis of length 1
 * is all that keeps them apart.
 *
 * @param first the first tensor
 * @param second the second tensor
 */
public record SameRank(Tensor first, Tensor second) {
  /**
   * Brings two tensors to one rank. If the ranks differ by one and the last axis of the larger
   * tensor has length 1, that axis is dropped, or, against a vector, given to the vector. All else
   * is left as it is.
   *
   * @param first the first tensor
   * @param second the second tensor
   * @return both
   */
  public static SameRank of(Tensor first, Tensor second) {
    if (fits(first, second)) {
      return second.rank() == 1
          ? new SameRank(first, second.expandDims(-1))
          : new SameRank(first.squeeze(-1), second);
    }
    if (fits(second, first)) {
      return first.rank() == 1
          ? new SameRank(first.expandDims(-1), second)
          : new SameRank(first, second.squeeze(-1));
    }
    return new SameRank(first, second);
  }

  private static boolean fits(Tensor larger, Tensor smaller) {
    return larger.rank() == smaller.rank() + 1 && larger.shape().get(-1) == 1;
  }
}

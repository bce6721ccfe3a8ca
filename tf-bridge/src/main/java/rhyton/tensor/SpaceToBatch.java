package rhyton.tensor;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Windows with gaps (dilation) by windows without: positions that are a multiple of the dilation
 * apart become a batch of their own. TensorFlow does the same; its kernels with gaps have no
 * gradients on a CPU.
 */
final class SpaceToBatch {
  private SpaceToBatch() {}

  /**
   * Applies a function with gaps.
   *
   * @param x the input, channels last
   * @param kernel the sizes of the window without gaps, for each spatial axis
   * @param dilation the distances of its elements
   * @param padding VALID or SAME
   * @param function the function without gaps, of padding VALID and strides 1
   */
  static Tensor dilated(
      Tensor x, long[] kernel, long[] dilation, String padding, UnaryOperator<Tensor> function) {
    int rank = dilation.length;
    long[] before = new long[rank];
    long[] total = new long[rank];
    if (padding.equals("SAME")) {
      for (int i = 0; i < rank; i++) {
        total[i] = (kernel[i] - 1) * dilation[i];
        before[i] = total[i] / 2;
      }
    }
    Tensor extra = extra(x, total, dilation);
    long[] behind = new long[rank];
    for (int i = 0; i < rank; i++) {
      behind[i] = total[i] - before[i];
    }
    Tensor padded = Kernels.binary("AddV2", Constants.ints(behind), extra);
    Tensor paddings = pairs(Constants.ints(before), padded);
    Tensor crops = pairs(Constants.ints(new long[rank]), extra);
    Tensor blocks = Constants.ints(dilation);
    Tensor batches = Op.of("SpaceToBatchND").in(x).in(blocks).in(paddings).one();
    return Op.of("BatchToSpaceND").in(function.apply(batches)).in(blocks).in(crops).one();
  }

  /** What each axis lacks to a multiple of the dilation, when it has been padded. */
  private static Tensor extra(Tensor x, long[] total, long[] dilation) {
    int rank = dilation.length;
    Tensor sizes = spatialSizes(x, rank);
    Tensor padded = Kernels.binary("AddV2", sizes, Constants.ints(total));
    return Kernels.binary("FloorMod", Kernels.unary("Neg", padded), Constants.ints(dilation));
  }

  /** The sizes of the axes between batch and channels as a vector. */
  static Tensor spatialSizes(Tensor x, int rank) {
    Shape spatial = x.shape().slice(1, 1 + rank);
    return spatial.isKnown()
        ? Constants.ints(spatial.toArray())
        : Op.of("Slice").in(Kernels.shapeOf(x)).ints(1).ints(rank).one();
  }

  /** Two vectors as a matrix of two columns. */
  static Tensor pairs(Tensor first, Tensor second) {
    return Op.of("Pack").in(List.of(first, second)).attr("N", 2).attr("axis", 1).one();
  }
}

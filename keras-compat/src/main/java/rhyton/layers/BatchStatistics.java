package rhyton.layers;

import java.util.List;
import java.util.stream.IntStream;
import rhyton.config.KerasConfig;
import rhyton.graph.Weight;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;

/**
 * Mean and variance of each channel.
 *
 * @param mean the means
 * @param variance the variances
 */
record BatchStatistics(Tensor mean, Tensor variance) {
  /**
   * The statistics of a batch.
   *
   * @param x the batch
   * @param axis the axis of the channels
   * @param mask which elements count, with the shape of the batch without the last axis; or null
   */
  static BatchStatistics of(Tensor x, int axis, Tensor mask) {
    int channels = x.shape().axis(axis);
    int[] others = IntStream.range(0, x.rank()).filter(i -> i != channels).toArray();
    if (mask != null) {
      return masked(x, others, mask);
    }
    List<Tensor> moments = x.moments(false, others);
    return new BatchStatistics(moments.get(0), moments.get(1));
  }

  private static BatchStatistics masked(Tensor x, int[] axes, Tensor mask) {
    if (mask.rank() != x.rank() - 1) {
      throw new IllegalArgumentException(
          "The mask provided should be one dimension less than the inputs. Received: mask.shape="
              + (mask.shape() + ", inputs.shape=" + x.shape()));
    }
    Tensor counts = mask.cast(DType.BOOL).expandDims(-1).logicalOr(x.zerosLike(DType.BOOL));
    Tensor zero = Tensor.scalar(0, x.dtype());
    Tensor number = counts.cast(x.dtype()).sum(true, axes).add(KerasConfig.epsilon());
    Tensor mean = counts.where(x, zero).sum(true, axes).divide(number);
    Tensor squares = counts.where(x.subtract(mean), zero).square();
    Tensor variance = squares.sum(true, axes).divide(number);
    return new BatchStatistics(mean.squeeze(axes), variance.squeeze(axes));
  }

  /** The statistics that a layer keeps, in the type of a batch. */
  static BatchStatistics of(Weight mean, Weight variance, Tensor batch) {
    return new BatchStatistics(read(mean, batch), read(variance, batch));
  }

  /** The value of a weight in the type of a batch; null for null. */
  static Tensor read(Weight weight, Tensor batch) {
    return weight == null ? null : weight.read().cast(batch.dtype());
  }

  /** Moves a statistic towards a value. */
  static void move(Weight moving, Tensor towards, double momentum) {
    Tensor before = read(moving, towards);
    Tensor after = before.multiply(momentum).add(towards.multiply(1 - momentum));
    moving.assign(after.cast(moving.dtype()));
  }
}

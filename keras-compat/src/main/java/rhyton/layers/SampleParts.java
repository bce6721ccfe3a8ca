package rhyton.layers;

import java.util.List;
import java.util.stream.IntStream;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.runtime.NativeRuntime;

/**
 * Parts of a batch, computed side by side: a kernel that goes through a sequence leaves all but one
 * core idle; its samples know nothing of each other. Loops of small ops lose by it (88 instead of
 * 62 ms for a step of three GRUs on two cores): their ops use several cores already.
 */
final class SampleParts {
  /** Fewer samples than this are not worth a core of their own. */
  private static final long LEAST = 32;

  private final long samples;
  private final int count;

  private SampleParts(long samples, int count) {
    this.samples = samples;
    this.count = count;
  }

  /**
   * The parts of a batch, one for each core.
   *
   * @param samples the number of samples, -1 if it is not known
   */
  static SampleParts of(long samples) {
    boolean whole = samples < 2 * LEAST || !NativeRuntime.hasCpuOnly();
    long cores = Runtime.getRuntime().availableProcessors();
    return new SampleParts(samples, whole ? 1 : (int) Math.min(cores, samples / LEAST));
  }

  /** Returns the number of parts. */
  int count() {
    return count;
  }

  /** The parts of a tensor whose samples lie along an axis. */
  List<Tensor> split(Tensor x, int axis) {
    long[] cuts = IntStream.range(1, count).mapToLong(i -> i * samples / count).toArray();
    return count == 1 ? List.of(x) : x.split(cuts, axis);
  }

  /** Joins what {@link #split} has taken apart. */
  static Tensor join(List<Tensor> parts, int axis) {
    return parts.size() == 1 ? parts.get(0) : ShapeOps.concatenate(parts, axis);
  }
}

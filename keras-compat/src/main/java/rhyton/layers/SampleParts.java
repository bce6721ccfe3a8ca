package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.control.Loops;
import rhyton.tensor.runtime.NativeRuntime;

/**
 * Parts of a batch, computed side by side: the steps of a sequence come one after another, which
 * leaves all but one core idle; its samples know nothing of each other.
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

  private List<List<Tensor>> splitAll(List<Tensor> all, int axis) {
    return all.stream().map(one -> split(one, axis)).toList();
  }

  private static List<Tensor> part(List<List<Tensor>> all, int index) {
    return all.stream().map(parts -> parts.get(index)).toList();
  }

  /** Joins what {@link #split} has taken apart. */
  static Tensor join(List<Tensor> parts, int axis) {
    return parts.size() == 1 ? parts.get(0) : ShapeOps.concatenate(parts, axis);
  }

  /** A loop over sequences, as several loops over parts of the samples. */
  Loops.Result scan(Loops.Round round, List<Tensor> initial, List<Tensor> sequences) {
    if (count == 1) {
      return Loops.scan(round, initial, sequences);
    }
    List<List<Tensor>> states = splitAll(initial, 0);
    List<List<Tensor>> elements = splitAll(sequences, 1);
    List<Loops.Result> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      results.add(Loops.scan(round, part(states, i), part(elements, i)));
    }
    return new Loops.Result(
        joined(results.stream().map(Loops.Result::state).toList(), 0),
        joined(results.stream().map(Loops.Result::outputs).toList(), 1));
  }

  private static List<Tensor> joined(List<List<Tensor>> parts, int axis) {
    return IntStream.range(0, parts.get(0).size())
        .mapToObj(k -> join(parts.stream().map(part -> part.get(k)).toList(), axis))
        .toList();
  }
}

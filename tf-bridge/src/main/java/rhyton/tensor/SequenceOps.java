package rhyton.tensor;

import java.util.List;

/**
 * Connectionist temporal classification: targets that are shorter than the outputs and not aligned
 * with them.
 *
 * @see <a href="https://keras.io/api/ops/nn/">keras.ops.nn</a>
 */
public sealed interface SequenceOps permits Tensor {

  /**
   * The CTC loss, where this tensor holds the targets.
   *
   * @param output logits: {@code (batch, steps, classes)}; the targets are {@code (batch, longest)}
   * @param targetLength how many targets count, {@code (batch)}
   * @param outputLength how many steps count, {@code (batch)}
   * @param maskIndex the class that stands for no target
   * @return the loss of each sample: {@code (batch)}
   */
  default Tensor ctcLoss(Tensor output, Object targetLength, Object outputLength, int maskIndex) {
    return Ctc.LOSS.one(
        OpCall.of(this, output, targetLength, outputLength).with("mask_index", maskIndex));
  }

  /**
   * Takes the most probable class of each step, drops repetitions and masks.
   *
   * @param sequenceLengths how many steps count, {@code (batch)}
   * @param mergeRepeated whether repetitions are dropped
   * @param maskIndex the class that stands for no target
   * @return the classes {@code (1, batch, steps)}, filled up with -1, and how probable they are
   */
  default List<Tensor> ctcGreedyDecode(
      Object sequenceLengths, boolean mergeRepeated, int maskIndex) {
    return Ctc.DECODE.many(
        OpCall.of(this, sequenceLengths)
            .with("merge_repeated", mergeRepeated)
            .with("mask_index", maskIndex));
  }

  /**
   * Searches for the most probable sequences of classes.
   *
   * @param sequenceLengths how many steps count, {@code (batch)}
   * @param beamWidth how many candidates are kept at each step
   * @param topPaths how many sequences are returned
   * @param maskIndex the class that stands for no target
   * @return the classes {@code (paths, batch, steps)}, filled up with -1, and how probable they are
   */
  default List<Tensor> ctcBeamSearchDecode(
      Object sequenceLengths, int beamWidth, int topPaths, int maskIndex) {
    return Ctc.DECODE.many(
        OpCall.of(this, sequenceLengths)
            .with("strategy", "beam_search")
            .with("beam_width", beamWidth)
            .with("top_paths", topPaths)
            .with("mask_index", maskIndex));
  }
}

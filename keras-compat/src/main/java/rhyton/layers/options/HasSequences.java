package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.ArgList;
import rhyton.config.CheckReturnValue;

/**
 * Options of layers that go through time: which way, and what they return.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasSequences<S> extends ArgHolder<S> {
  /** Whether the outputs of all steps are returned. */
  Arg<Boolean> RETURN_SEQUENCES = Arg.flag("return_sequences", false);

  /** Whether the last state is returned, too. */
  Arg<Boolean> RETURN_STATE = Arg.flag("return_state", false);

  /** Whether the last step comes first. */
  Arg<Boolean> GO_BACKWARDS = Arg.flag("go_backwards", false);

  /** Whether a batch begins with the state in which the batch before ended. */
  Arg<Boolean> STATEFUL = Arg.flag("stateful", false);

  /** Whether the steps are written one behind the other in place of a loop. */
  Arg<Boolean> UNROLL = Arg.flag("unroll", false);

  /** Whether outputs of masked steps are 0. */
  Arg<Boolean> ZERO_OUTPUT_FOR_MASK = Arg.flag("zero_output_for_mask", false);

  /** All of them. */
  ArgList SEQUENCE_ARGS =
      ArgList.of(
          RETURN_SEQUENCES, RETURN_STATE, GO_BACKWARDS, STATEFUL, UNROLL, ZERO_OUTPUT_FOR_MASK);

  /**
   * Whether the outputs of all time steps are returned; by default only that of the last one.
   *
   * @param returnSequences true for all outputs
   * @return a copy with this option
   */
  default S returnSequences(boolean returnSequences) {
    return with(RETURN_SEQUENCES, returnSequences);
  }

  /**
   * Whether the last state is returned behind the output; by default it is not.
   *
   * @param returnState true for the state
   * @return a copy with this option
   */
  default S returnState(boolean returnState) {
    return with(RETURN_STATE, returnState);
  }

  /**
   * Whether the sequence is gone through from its end, and the outputs returned in that order; by
   * default it is not.
   *
   * @param goBackwards true for the last step first
   * @return a copy with this option
   */
  default S goBackwards(boolean goBackwards) {
    return with(GO_BACKWARDS, goBackwards);
  }

  /**
   * Whether sample i of a batch begins with the state in which sample i of the batch before ended;
   * by default all begin anew. It needs batches of one size, which the input must say.
   *
   * @param stateful true to keep the state from batch to batch
   * @return a copy with this option
   */
  default S stateful(boolean stateful) {
    return with(STATEFUL, stateful);
  }

  /**
   * Whether the steps are written one behind the other in place of a loop, which may be faster for
   * short sequences; by default it is a loop.
   *
   * @param unroll true to write the steps out; the number of steps must be known
   * @return a copy with this option
   */
  default S unroll(boolean unroll) {
    return with(UNROLL, unroll);
  }

  /**
   * Whether outputs of masked steps are 0; by default they repeat the output before.
   *
   * @param zeroOutputForMask true for zeros
   * @return a copy with this option
   */
  default S zeroOutputForMask(boolean zeroOutputForMask) {
    return with(ZERO_OUTPUT_FOR_MASK, zeroOutputForMask);
  }
}

package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code merge_mode} of layers that go in two directions.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasMergeMode<S> extends ArgHolder<S> {
  /** How the outputs of both directions are put together; null for both by themselves. */
  Arg<MergeMode> MERGE_MODE = Arg.of("merge_mode", MergeMode.CODEC.nullable(), MergeMode.CONCAT);

  /**
   * How the outputs of both directions are put together; by default side by side.
   *
   * @param mergeMode the way, or null to return both by themselves
   * @return a copy with this option
   */
  default S mergeMode(MergeMode mergeMode) {
    return with(MERGE_MODE, mergeMode);
  }

  /**
   * How the outputs of both directions are put together; by default side by side.
   *
   * @param mergeMode {@code concat}, {@code sum}, {@code mul}, {@code ave}, or null to return both
   *     by themselves
   * @return a copy with this option
   */
  default S mergeMode(String mergeMode) {
    return mergeMode(MERGE_MODE.parse(this, mergeMode));
  }
}

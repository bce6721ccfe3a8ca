package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code padding}.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasPadding<S> extends ArgHolder<S> {
  /** What the window does at the edges; {@code causal} is for Conv1D alone. */
  Arg<Padding> CAUSAL_PADDING = Arg.of("padding", Padding.CODEC, Padding.VALID);

  /** What the window does at the edges. */
  Arg<Padding> PADDING =
      CAUSAL_PADDING.check(
          new Check<>("one of \"valid\", \"same\"", padding -> padding != Padding.CAUSAL));

  /**
   * What the window does at the edges of the input; by default it stays inside.
   *
   * @param padding whether zeros are added
   * @return a copy with this option
   */
  default S padding(Padding padding) {
    return with(PADDING, padding);
  }

  /**
   * What the window does at the edges of the input; by default it stays inside.
   *
   * @param padding {@code valid} or {@code same}, for Conv1D also {@code causal}
   * @return a copy with this option
   */
  default S padding(String padding) {
    return padding(PADDING.parse(this, padding));
  }
}

package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;

/**
 * Options {@code dropout} and {@code recurrent_dropout} of recurrent cells.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasRecurrentDropout<S> extends ArgHolder<S> {
  /** Which share of the inputs is dropped. */
  Arg<Double> DROPOUT = Arg.number("dropout", 0).check(Check.between(0, 1));

  /** Which share of the state is dropped. */
  Arg<Double> RECURRENT_DROPOUT = Arg.number("recurrent_dropout", 0).check(Check.between(0, 1));

  /**
   * Which share of the inputs is dropped in training, the same in all time steps of a sequence; by
   * default none.
   *
   * @param dropout from 0 to 1
   * @return a copy with this option
   */
  default S dropout(double dropout) {
    return with(DROPOUT, dropout);
  }

  /**
   * Which share of the state is dropped in training where it goes into the sums of the gates, the
   * same in all time steps of a sequence; by default none.
   *
   * @param recurrentDropout from 0 to 1
   * @return a copy with this option
   */
  default S recurrentDropout(double recurrentDropout) {
    return with(RECURRENT_DROPOUT, recurrentDropout);
  }
}

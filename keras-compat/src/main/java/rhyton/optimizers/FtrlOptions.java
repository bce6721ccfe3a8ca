package rhyton.optimizers;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;

/**
 * The options that only {@link Ftrl} has.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface FtrlOptions<S> extends ArgHolder<S> {
  /** How the steps become shorter with the sum of squares. */
  Arg<Double> LEARNING_RATE_POWER =
      Arg.number("learning_rate_power", -0.5).check("a number of at most 0", x -> x <= 0);

  /** How strongly weights are drawn to exactly 0. */
  Arg<Double> L1_REGULARIZATION_STRENGTH =
      Arg.number("l1_regularization_strength", 0).check(Check.NOT_NEGATIVE);

  /** How strongly large weights are made smaller. */
  Arg<Double> L2_REGULARIZATION_STRENGTH =
      Arg.number("l2_regularization_strength", 0).check(Check.NOT_NEGATIVE);

  /** How strongly large weights add to the gradient, but not to its squares. */
  Arg<Double> L2_SHRINKAGE_REGULARIZATION_STRENGTH =
      Arg.number("l2_shrinkage_regularization_strength", 0).check(Check.NOT_NEGATIVE);

  /** The beta of the paper. */
  Arg<Double> BETA = Arg.number("beta", 0);

  /**
   * The power of the sum of squares by which steps become shorter; by default -0.5, with 0 they
   * stay.
   *
   * @param learningRatePower a number of at most 0
   * @return a copy with this option
   */
  default S learningRatePower(double learningRatePower) {
    return with(LEARNING_RATE_POWER, learningRatePower);
  }

  /**
   * How strongly weights are drawn to exactly 0; by default not at all.
   *
   * @param l1RegularizationStrength a number that is not negative
   * @return a copy with this option
   */
  default S l1RegularizationStrength(double l1RegularizationStrength) {
    return with(L1_REGULARIZATION_STRENGTH, l1RegularizationStrength);
  }

  /**
   * How strongly large weights are made smaller; by default not at all.
   *
   * @param l2RegularizationStrength a number that is not negative
   * @return a copy with this option
   */
  default S l2RegularizationStrength(double l2RegularizationStrength) {
    return with(L2_REGULARIZATION_STRENGTH, l2RegularizationStrength);
  }

  /**
   * How strongly large weights add to the gradient, but not to its squares; by default not at all.
   *
   * @param l2ShrinkageRegularizationStrength a number that is not negative
   * @return a copy with this option
   */
  default S l2ShrinkageRegularizationStrength(double l2ShrinkageRegularizationStrength) {
    return with(L2_SHRINKAGE_REGULARIZATION_STRENGTH, l2ShrinkageRegularizationStrength);
  }

  /**
   * The beta of the paper, which makes the first steps shorter; by default 0.
   *
   * @param beta the number
   * @return a copy with this option
   */
  default S beta(double beta) {
    return with(BETA, beta);
  }
}

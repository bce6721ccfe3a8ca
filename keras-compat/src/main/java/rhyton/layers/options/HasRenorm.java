package rhyton.layers.options;

import java.util.Map;
import java.util.Set;
import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.ArgList;
import rhyton.config.CheckReturnValue;

/**
 * Options of batch renormalization.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasRenorm<S> extends ArgHolder<S> {
  /** Whether training normalizes as prediction does, as far as the clipping lets it. */
  Arg<Boolean> RENORM = Arg.flag("renorm", false).since("3.14");

  /** The limits of the corrections, {@code rmin}, {@code rmax} and {@code dmax}. */
  Arg<Map<String, Double>> RENORM_CLIPPING =
      Arg.optional("renorm_clipping", new NumberMap())
          .defaultsTo(args -> args.get(RENORM) ? Map.of() : null)
          .since("3.14")
          .check(
              "a map with the keys rmin, rmax and dmax, where rmin is at most rmax and dmax is not"
                  + " negative",
              HasRenorm::areLimits);

  /** Which share of the means and deviations that training uses a step keeps. */
  Arg<Double> RENORM_MOMENTUM = Arg.number("renorm_momentum", 0.99).since("3.14");

  /** All of them. */
  ArgList RENORM_ARGS = ArgList.of(RENORM, RENORM_CLIPPING, RENORM_MOMENTUM);

  private static boolean areLimits(Map<String, Double> limits) {
    return Set.of("rmin", "rmax", "dmax").containsAll(limits.keySet())
        && limits.getOrDefault("rmin", Double.NEGATIVE_INFINITY)
            <= limits.getOrDefault("rmax", Double.POSITIVE_INFINITY)
        && limits.getOrDefault("dmax", 0.0) >= 0;
  }

  /**
   * Whether batches are corrected towards the moving statistics while training (Ioffe, 2017), which
   * helps with small batches; by default they are not.
   *
   * @param renorm true for batch renormalization
   * @return a copy with this option
   */
  default S renorm(boolean renorm) {
    return with(RENORM, renorm);
  }

  /**
   * How large the corrections may be; by default there is no limit.
   *
   * @param renormClipping {@code rmin} and {@code rmax} for the factor, {@code dmax} for the shift;
   *     each may be missing
   * @return a copy with this option
   */
  default S renormClipping(Map<String, Double> renormClipping) {
    return with(RENORM_CLIPPING, renormClipping);
  }

  /**
   * Which share of the means and deviations that the corrections use stays at each step; by default
   * 0.99.
   *
   * @param renormMomentum from 0 to 1
   * @return a copy with this option
   */
  default S renormMomentum(double renormMomentum) {
    return with(RENORM_MOMENTUM, renormMomentum);
  }
}

package rhyton.optimizers;

import static rhyton.optimizers.OptimizerOptions.CLIPNORM;
import static rhyton.optimizers.OptimizerOptions.CLIPVALUE;
import static rhyton.optimizers.OptimizerOptions.GLOBAL_CLIPNORM;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import rhyton.config.ArgValues;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/** The three ways to keep gradients short, of which an optimizer may have one. */
final class GradientClipping {
  private GradientClipping() {}

  /** Fails if more than one way is asked for. */
  static void check(String owner, ArgValues args) {
    long given =
        Stream.of(CLIPNORM, CLIPVALUE, GLOBAL_CLIPNORM)
            .map(args::get)
            .filter(Objects::nonNull)
            .count();
    if (given > 1) {
      throw new IllegalArgumentException(
          owner
              + ": only one of `clipnorm`, `clipvalue` and `global_clipnorm` can be set. Received:"
              + (" clipnorm=" + args.get(CLIPNORM))
              + (", clipvalue=" + args.get(CLIPVALUE))
              + (", global_clipnorm=" + args.get(GLOBAL_CLIPNORM)));
    }
  }

  /** The gradients, clipped as the options say. */
  static List<WeightGradient> clip(ArgValues args, List<WeightGradient> gradients) {
    if (isSet(args.get(CLIPNORM))) {
      return gradients.stream().map(g -> g.map(x -> byNorm(x, args.get(CLIPNORM)))).toList();
    }
    if (isSet(args.get(GLOBAL_CLIPNORM))) {
      return byGlobalNorm(gradients, args.get(GLOBAL_CLIPNORM));
    }
    if (isSet(args.get(CLIPVALUE))) {
      double limit = args.get(CLIPVALUE);
      return gradients.stream().map(g -> g.map(x -> x.clip(-limit, limit))).toList();
    }
    return gradients;
  }

  private static boolean isSet(Double limit) {
    return limit != null && limit > 0;
  }

  private static Tensor byNorm(Tensor gradient, double limit) {
    Tensor norm = gradient.square().sum().sqrt();
    return gradient.multiply(limit).divide(norm.maximum(limit));
  }

  /**
   * A norm that is infinite or not a number makes all gradients not a number, as in Keras; and as
   * there, gradients of rows are in full from here on.
   */
  private static List<WeightGradient> byGlobalNorm(List<WeightGradient> gradients, double limit) {
    Tensor squares = null;
    for (WeightGradient one : gradients) {
      Tensor square = one.gradient().values().square().sum();
      squares = squares == null ? square : squares.add(square);
    }
    Tensor norm = squares.sqrt();
    Tensor factor = norm.reciprocal().minimum(1 / limit).multiply(limit);
    Tensor scale = factor.add(norm.subtract(norm));
    return gradients.stream()
        .map(one -> new WeightGradient(one.weight(), scaled(one.gradient().toDense(), scale)))
        .toList();
  }

  private static Gradient scaled(Tensor gradient, Tensor scale) {
    return Gradient.dense(gradient.multiply(scale.cast(gradient.dtype())));
  }
}

package rhyton.regularizers;

import rhyton.config.Check;

/** What factors of penalties must be. */
final class Factors {
  static final Check<Double> CHECK =
      new Check<>(
          "a finite number that is not negative", x -> x >= 0 && x < Double.POSITIVE_INFINITY);

  private Factors() {}
}

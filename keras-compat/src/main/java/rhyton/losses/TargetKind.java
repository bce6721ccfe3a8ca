package rhyton.losses;

import rhyton.tensor.Shape;

/**
 * What targets say, as far as shapes show it: how {@code compile} reads words with many meanings.
 */
public enum TargetKind {
  /** Yes or no: the predictions have one column. */
  BINARY,
  /** The number of a class: the targets lack the axis of the classes, or have length 1 there. */
  SPARSE,
  /** One number for each class. */
  CATEGORICAL;

  /**
   * The kind of targets.
   *
   * @param yTrue the shape of the targets
   * @param yPred the shape of the predictions
   * @return the kind
   */
  public static TargetKind of(Shape yTrue, Shape yPred) {
    long classes = last(yPred);
    if (classes == 1) {
      return BINARY;
    }
    boolean numbers = yTrue.rank() < yPred.rank() || (last(yTrue) == 1 && classes > 1);
    return numbers ? SPARSE : CATEGORICAL;
  }

  private static long last(Shape shape) {
    return shape.rank() == 0 ? -1 : shape.get(-1);
  }
}

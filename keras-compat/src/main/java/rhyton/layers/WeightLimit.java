package rhyton.layers;

import java.util.function.Supplier;
import rhyton.tensor.Shape;

/**
 * How many numbers weights may have while a model is made from a file: a file that declares a layer
 * far larger than the weights it stores is refused before any memory is taken.
 */
public final class WeightLimit {
  private static final ThreadLocal<WeightLimit> CURRENT = new ThreadLocal<>();

  private final long most;
  private final String what;
  private double spent;

  private WeightLimit(long most, String what) {
    this.most = most;
    this.what = what;
  }

  /**
   * Makes something under a limit, on this thread.
   *
   * @param most how many numbers all weights together may have
   * @param what what holds so many numbers
   * @param make makes layers and builds them
   * @param <T> what is made
   * @return what was made
   */
  public static <T> T during(long most, String what, Supplier<T> make) {
    WeightLimit before = CURRENT.get();
    CURRENT.set(new WeightLimit(most, what));
    try {
      return make.get();
    } finally {
      CURRENT.set(before);
    }
  }

  /** Counts a weight that is about to be made, whose shape must be known. */
  static void spend(String layer, String weight, Shape shape) {
    if (!shape.isKnown()) {
      throw new IllegalArgumentException(
          ("Layer `%s`: the shape of the weight `%s` must be known. Received: %s."
                  + " Make the input with sizes in place of None")
              .formatted(layer, weight, shape));
    }
    WeightLimit limit = CURRENT.get();
    if (limit == null) {
      return;
    }
    double size = 1;
    for (long dim : shape.toArray()) {
      size *= dim;
    }
    limit.spent += size;
    if (limit.spent > limit.most) {
      throw new IllegalArgumentException(
          "Layer `%s`: its weight `%s` of shape %s is larger than %s (%d numbers)"
              .formatted(layer, weight, shape, limit.what, limit.most));
    }
  }
}

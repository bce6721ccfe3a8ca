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
  private double spent;

  private WeightLimit(long most) {
    this.most = most;
  }

  /**
   * Makes something under a limit, on this thread.
   *
   * @param most how many numbers all weights together may have
   * @param make makes layers and builds them
   * @param <T> what is made
   * @return what was made
   */
  public static <T> T during(long most, Supplier<T> make) {
    WeightLimit before = CURRENT.get();
    CURRENT.set(new WeightLimit(most));
    try {
      return make.get();
    } finally {
      CURRENT.set(before);
    }
  }

  static void spend(String layer, String weight, Shape shape) {
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
          ("Layer `%s`: its weight `%s` of shape %s is larger than the weights that the file stores"
                  + " (%d numbers)")
              .formatted(layer, weight, shape, limit.most));
    }
  }
}

package rhyton.config;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the value of an option must be.
 *
 * @param <T> the type of the value
 * @param mustBe the rest of the sentence "must be …", such as {@code a positive integer}
 * @param test whether a value is right; never called with null
 */
public record Check<T>(String mustBe, Predicate<? super T> test) {
  /** Lets numbers above 0 pass. */
  public static final Check<Double> POSITIVE = new Check<>("a positive number", x -> x > 0);

  /** Lets 0 and numbers above it pass. */
  public static final Check<Double> NOT_NEGATIVE =
      new Check<>("a number that is not negative", x -> x >= 0);

  /**
   * A check that lets numbers from {@code low} to {@code high} pass, both included.
   *
   * @param low the smallest number
   * @param high the largest number
   * @return the check
   */
  public static Check<Double> between(double low, double high) {
    return new Check<>(
        "between " + number(low) + " and " + number(high), x -> x >= low && x <= high);
  }

  /**
   * A check that lets the given texts pass and names them in its message.
   *
   * @param texts the texts that are allowed
   * @return the check
   */
  public static Check<String> oneOf(String... texts) {
    List<String> allowed = List.of(texts);
    String list = allowed.stream().map(Texts::of).collect(Collectors.joining(", "));
    return new Check<>("one of " + list, allowed::contains);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}

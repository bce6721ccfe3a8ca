package rhyton.utils;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes values as Python writes them. Texts that Keras prints or stores stay the same down to the
 * last digit, which {@link String#format} does not promise: it rounds the decimal text of a number,
 * Python rounds the number.
 *
 * <pre>{@code
 * PythonFormat.floatRepr(0.00001);         // "1e-05"
 * PythonFormat.fixed(0.00005, 4);          // "0.0001"
 * PythonFormat.scientific(4.2e-6, 4);      // "4.2000e-06"
 * PythonFormat.tuple(Arrays.asList(null, 28, 28));   // "(None, 28, 28)"
 * }</pre>
 */
public final class PythonFormat {
  /** Digits that tell any two doubles apart. */
  private static final int MOST_DIGITS = 17;

  private PythonFormat() {}

  /**
   * A number as {@code repr(float)} gives it: the shortest text that reads back as the same number.
   *
   * @param value the number
   * @return for example {@code 0.1}, {@code 1e-05}, {@code 1e+16}, {@code -0.0}, {@code inf},
   *     {@code nan}
   */
  public static String floatRepr(double value) {
    if (!Double.isFinite(value)) {
      return notFinite(value);
    }
    BigDecimal number = value == 0 ? BigDecimal.ZERO : shortest(Math.abs(value));
    int point = number.precision() - number.scale();
    if (point <= -4 || point > 16) {
      return sign(value) + exponential(number, number.precision());
    }
    String digits = number.toPlainString();
    return sign(value) + (digits.indexOf('.') < 0 ? digits + ".0" : digits);
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      BigDecimal other = nearest.compareTo(below) == 0 ? above : below;
      // Below a power of two the numbers lie closer, so the nearest text may miss the number.
      for (BigDecimal candidate : new BigDecimal[] {nearest, other}) {
        if (candidate.doubleValue() == value) {
          return candidate.stripTrailingZeros();
        }
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  /**
   * A number with a fixed count of decimals, Python's {@code %.4f}.
   *
   * @param value the number
   * @param decimals how many digits follow the point
   * @return for example {@code 0.5000}
   */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return notFinite(value);
    }
    BigDecimal number = new BigDecimal(Math.abs(value));
    return sign(value) + number.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /**
   * A number with an exponent, Python's {@code %.4e}.
   *
   * @param value the number
   * @param decimals how many digits follow the point
   * @return for example {@code 5.0000e-06}
   */
  public static String scientific(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return notFinite(value);
    }
    var context = new MathContext(decimals + 1, RoundingMode.HALF_EVEN);
    return sign(value) + exponential(new BigDecimal(Math.abs(value)).round(context), decimals + 1);
  }

  private static String exponential(BigDecimal number, int digits) {
    String text = number.unscaledValue().toString();
    text = text.substring(0, Math.min(digits, text.length()));
    text += "0".repeat(digits - text.length());
    int exponent = number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    String fraction = digits == 1 ? "" : "." + text.substring(1);
    return String.format(
        Locale.ROOT,
        "%s%se%s%02d",
        text.charAt(0),
        fraction,
        exponent < 0 ? "-" : "+",
        Math.abs(exponent));
  }

  private static String sign(double value) {
    return value < 0 || 1 / value < 0 ? "-" : "";
  }

  private static String notFinite(double value) {
    return Double.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
  }

  /**
   * A whole number with commas between groups of three digits, Python's {@code {:,}}.
   *
   * @param value the number
   * @return for example {@code 1,234,567}
   */
  public static String thousands(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /**
   * A value as {@code str(value)} gives it: a text stays what it is, all else is {@link
   * #repr(Object)}.
   *
   * @param value null, a boolean, number, text, collection or map
   * @return the text
   */
  public static String str(Object value) {
    return value instanceof String text ? text : repr(value);
  }

  /**
   * A value as {@code repr(value)} gives it.
   *
   * @param value null, a boolean, number, text, collection (written as a list) or map; anything
   *     else is written by its own {@code toString}
   * @return for example {@code None}, {@code True}, {@code 0.5}, {@code 'relu'}, {@code [1, 2]},
   *     {@code {'a': 1}}
   */
  public static String repr(Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof Double || value instanceof Float) {
      return floatRepr(((Number) value).doubleValue());
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof Collection<?> list) {
      return "[" + joined(list) + "]";
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> repr(e.getKey()) + ": " + repr(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.toString();
  }

  /**
   * Values as Python writes a tuple.
   *
   * @param values the elements; null is {@code None}
   * @return for example {@code (None, 28, 28, 1)}, {@code (5,)}, {@code ()}
   */
  public static String tuple(Collection<?> values) {
    return "(" + joined(values) + (values.size() == 1 ? ",)" : ")");
  }

  private static String joined(Collection<?> values) {
    return values.stream().map(PythonFormat::repr).collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    String quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? "\"" : "'";
    var out = new StringBuilder(quote);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                case '\'' -> out.append(quote.equals("'") ? "\\'" : "'");
                default -> {
                  if (c < ' ' || c == 0x7f) {
                    out.append(String.format(Locale.ROOT, "\\x%02x", c));
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.append(quote).toString();
  }

  /**
   * Reads a number as {@code float(text)} does.
   *
   * @param text a decimal number, {@code inf}, {@code infinity} or {@code nan}, in any case, with
   *     or without a sign and blanks around it
   * @return the number
   * @throws IllegalArgumentException if the text is no number
   */
  public static double parseFloat(String text) {
    String number = text.strip().toLowerCase(Locale.ROOT);
    String digits = number.startsWith("-") || number.startsWith("+") ? number.substring(1) : number;
    double sign = number.startsWith("-") ? -1 : 1;
    if (digits.equals("inf") || digits.equals("infinity")) {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (digits.equals("nan")) {
      return Double.NaN;
    }
    // Java would also take a type letter behind the digits and hexadecimal numbers.
    if (!digits.matches("(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?")) {
      throw new IllegalArgumentException(
          "Could not convert text to a number. Received: " + repr(text));
    }
    return sign * Double.parseDouble(digits);
  }
}

package rhyton.utils;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in templates of Python's {@code str.format}, as file names of checkpoints are written:
 * {@code model-{epoch:02d}-{val_loss:.2f}.keras}. Known are names, the conversions {@code !s} and
 * {@code !r}, and Python's format specification for texts ({@code s}), whole numbers ({@code d})
 * and floating-point numbers ({@code e, E, f, F, g, G, %}) but for separators of thousands.
 *
 * <pre>{@code
 * FormatTemplate.format("{epoch:02d}-{loss:.3f}", Map.of("epoch", 7, "loss", 0.25));  // 07-0.250
 * }</pre>
 */
public final class FormatTemplate {
  private static final Pattern PIECE =
      Pattern.compile("\\{\\{|\\}\\}|\\{([^{}!:]*)(?:!([rs]))?(?::([^{}]*))?\\}|[{}]");
  private static final Pattern SPEC =
      Pattern.compile(
          "(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<zero>0)?(?<width>\\d+)?"
              + "(?:\\.(?<precision>\\d+))?(?<type>[a-zA-Z%])?");

  private FormatTemplate() {}

  /**
   * Fills in a template.
   *
   * @param template the text with {@code {name}} and {@code {name:spec}} in it; <code>{{</code> and
   *     <code>}}</code> stand for braces
   * @param values numbers, texts and booleans by name
   * @return the text
   * @throws IllegalArgumentException if a name is not among the values, or the template is none
   */
  public static String format(String template, Map<String, ?> values) {
    var out = new StringBuilder();
    Matcher piece = PIECE.matcher(template);
    int from = 0;
    while (piece.find()) {
      out.append(template, from, piece.start());
      from = piece.end();
      switch (piece.group()) {
        case "{{" -> out.append('{');
        case "}}" -> out.append('}');
        case "{", "}" ->
            throw wrong(template, "has a single brace at position " + piece.start() + ".");
        default -> out.append(field(template, piece, values));
      }
    }
    return out.append(template, from, template.length()).toString();
  }

  private static String field(String template, Matcher piece, Map<String, ?> values) {
    String name = piece.group(1);
    if (!values.containsKey(name)) {
      throw wrong(template, "asks for `" + name + "`. Available: " + values.keySet());
    }
    Object value = values.get(name);
    if (piece.group(2) != null) {
      value = piece.group(2).equals("r") ? PythonFormat.repr(value) : PythonFormat.str(value);
    }
    String spec = piece.group(3) == null ? "" : piece.group(3);
    if (spec.isEmpty()) {
      return PythonFormat.str(value);
    }
    Matcher parts = SPEC.matcher(spec);
    if (!parts.matches()) {
      throw wrong(template, "has the format `" + spec + "`, which is not known.");
    }
    String body = body(parts, value);
    if (body == null) {
      throw wrong(
          template,
          "has the format `" + spec + "`, which does not fit " + name + "=" + value + ".");
    }
    return padded(parts, body, value instanceof Number);
  }

  private static IllegalArgumentException wrong(String template, String what) {
    return new IllegalArgumentException("The template \"" + template + "\" " + what);
  }

  /** The value without padding, or null if the format is none for such a value. */
  private static String body(Matcher spec, Object value) {
    String type = spec.group("type") == null ? "" : spec.group("type");
    if (!(value instanceof Number number)) {
      boolean fits = spec.group("sign") == null && (type.isEmpty() || type.equals("s"));
      return fits ? cut(spec, value) : null;
    }
    boolean floating = value instanceof Double || value instanceof Float;
    boolean whole = type.isEmpty() ? !floating : type.equals("d");
    if (whole && (floating || spec.group("precision") != null)) {
      return null;
    }
    String digits = whole ? number.toString() : real(spec, type, number);
    if (digits == null) {
      return null;
    }
    String sign = spec.group("sign");
    return sign == null || sign.equals("-") || digits.startsWith("-") ? digits : sign + digits;
  }

  private static String cut(Matcher spec, Object value) {
    String text = PythonFormat.str(value);
    String precision = spec.group("precision");
    if (precision == null) {
      return text;
    }
    int length = Math.min(Integer.parseInt(precision), text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, length));
  }

  private static String real(Matcher spec, String type, Number number) {
    double value = number.doubleValue();
    String given = spec.group("precision");
    int precision = given == null ? 6 : Integer.parseInt(given);
    return switch (type) {
      case "f" -> PythonFormat.fixed(value, precision);
      case "F" -> PythonFormat.fixed(value, precision).toUpperCase(Locale.ROOT);
      case "e" -> PythonFormat.scientific(value, precision);
      case "E" -> PythonFormat.scientific(value, precision).toUpperCase(Locale.ROOT);
      case "g" -> general(value, precision, false);
      case "G" -> general(value, precision, false).toUpperCase(Locale.ROOT);
      case "%" -> PythonFormat.fixed(value * 100, precision) + "%";
      case "" -> given == null ? PythonFormat.floatRepr(value) : general(value, precision, true);
      default -> null;
    };
  }

  /** Significant digits, with an exponent where it is shorter; {@code pointZero}: as a float. */
  private static String general(double value, int precision, boolean pointZero) {
    if (!Double.isFinite(value)) {
      return PythonFormat.floatRepr(value);
    }
    int digits = Math.max(1, precision);
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent >= (pointZero ? digits - 1 : digits)) {
      String text = PythonFormat.scientific(value, digits - 1);
      int e = text.indexOf('e');
      return withoutZeros(text.substring(0, e)) + text.substring(e);
    }
    String text = withoutZeros(PythonFormat.fixed(value, Math.max(0, digits - 1 - exponent)));
    return pointZero && text.indexOf('.') < 0 ? text + ".0" : text;
  }

  private static String withoutZeros(String digits) {
    return digits.indexOf('.') < 0 ? digits : digits.replaceAll("\\.?0+$", "");
  }

  private static String padded(Matcher spec, String body, boolean number) {
    String width = spec.group("width");
    int missing =
        width == null ? 0 : Integer.parseInt(width) - body.codePointCount(0, body.length());
    if (missing <= 0) {
      return body;
    }
    boolean zero = spec.group("zero") != null;
    String fill = spec.group("fill") != null ? spec.group("fill") : zero ? "0" : " ";
    String align = spec.group("align");
    if (align == null) {
      align = number ? zero ? "=" : ">" : "<";
    }
    int left =
        switch (align) {
          case "<" -> 0;
          case "^" -> missing / 2;
          default -> missing;
        };
    int at = align.equals("=") && body.matches("[-+ ].*") ? 1 : 0;
    return body.substring(0, at)
        + fill.repeat(left)
        + body.substring(at)
        + fill.repeat(missing - left);
  }
}

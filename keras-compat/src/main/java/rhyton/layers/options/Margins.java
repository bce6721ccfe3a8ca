package rhyton.layers.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Codec;
import rhyton.config.ConfigStyle;
import rhyton.config.ReadContext;

/**
 * How much is added or cut off before and behind each of several axes: a pair for each axis. One
 * number stands for both of a pair, and one pair for all axes.
 *
 * @param axes the number of axes
 */
public record Margins(int axes) implements Codec<long[][]> {
  @Override
  public String expected() {
    return "an integer, " + axes + " integers, or " + axes + " pairs of integers, not negative";
  }

  /**
   * An option of this kind.
   *
   * @param name its JSON name
   * @param axes the number of axes
   * @param margin the default, for all axes
   * @return the option
   */
  public static Arg<long[][]> arg(String name, int axes, long margin) {
    Margins margins = new Margins(axes);
    return Arg.of(name, margins, margins.spread(new long[][] {{margin}}))
        .check(margins.expected(), margins::fits);
  }

  /**
   * The values of a layer's options, where a pair stands for each axis if it can.
   *
   * @param args the values given
   * @param arg the option
   * @return the values
   */
  public static ArgValues spread(ArgValues args, Arg<long[][]> arg) {
    Margins margins = (Margins) arg.codec();
    long[][] given = args.get(arg);
    return given != null && margins.fits(given) ? args.with(arg, margins.spread(given)) : args;
  }

  /**
   * Margins that are the same before and behind.
   *
   * @param sizes one for all axes, or one for each
   * @return the margins
   */
  public static long[][] symmetric(long... sizes) {
    return Arrays.stream(sizes).mapToObj(size -> new long[] {size}).toArray(long[][]::new);
  }

  private boolean fits(long[][] margins) {
    return (margins.length == 1 || margins.length == axes)
        && Arrays.stream(margins)
            .allMatch(m -> m.length > 0 && m.length <= 2 && Arrays.stream(m).allMatch(n -> n >= 0));
  }

  private long[][] spread(long[][] margins) {
    long[][] all = new long[axes][2];
    for (int i = 0; i < axes; i++) {
      long[] margin = margins[margins.length == 1 ? 0 : i];
      all[i] = new long[] {margin[0], margin[margin.length - 1]};
    }
    return all;
  }

  @Override
  public JsonNode toJson(long[][] value, ConfigStyle style) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    Arrays.stream(value).forEach(pair -> list.add(DIMS.toJson(pair, style)));
    return list;
  }

  @Override
  public long[][] fromJson(JsonNode json, ReadContext at) {
    if (json.isNumber()) {
      return new long[][] {DIMS.fromJson(json, at)};
    }
    if (!json.isArray()) {
      throw at.mismatch(expected(), json);
    }
    long[][] margins = new long[json.size()][];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = DIMS.fromJson(json.get(i), at.at(i));
    }
    return margins;
  }

  @Override
  public long[][] copy(long[][] value) {
    return Arrays.stream(value).map(long[]::clone).toArray(long[][]::new);
  }
}

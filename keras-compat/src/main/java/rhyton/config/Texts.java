package rhyton.config;

import java.lang.reflect.Array;
import java.util.StringJoiner;

/** How values look in messages. */
final class Texts {
  private static final int LONGEST = 200;

  private Texts() {}

  /** The value as its user would type it: texts in quotes, arrays in brackets. */
  static String of(Object value) {
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    if (value != null && value.getClass().isArray()) {
      StringJoiner list = new StringJoiner(", ", "[", "]");
      for (int i = 0; i < Array.getLength(value); i++) {
        list.add(of(Array.get(value, i)));
      }
      return list.toString();
    }
    return shortened(String.valueOf(value));
  }

  /** The text, cut where it gets too long for a message. */
  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

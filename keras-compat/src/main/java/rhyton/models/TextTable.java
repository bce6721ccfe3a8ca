package rhyton.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table drawn with box characters, laid out as the Python library {@code rich} does it: columns
 * of wished widths are made narrower or wider until the table has its width, texts are broken
 * between words, and what still does not fit ends in an ellipsis.
 */
final class TextTable {
  private static final Pattern WORD =
      Pattern.compile("\\s*\\S+\\s*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BLANKS_AT_END =
      Pattern.compile("\\s+$", Pattern.UNICODE_CHARACTER_CLASS);

  /** Blanks on both sides of a cell's text. */
  private static final int PADDING = 2;

  /** On which side of a column the text stands. */
  enum Align {
    LEFT,
    RIGHT,
    CENTER
  }

  /**
   * A column.
   *
   * @param heading its first row
   * @param align where the text stands
   * @param width the wished number of characters of the text
   */
  record Column(String heading, Align align, int width) {}

  private final List<Column> columns;
  private final int[] widths;
  private final StringBuilder out = new StringBuilder();

  private TextTable(List<Column> columns, int[] widths) {
    this.columns = columns;
    this.widths = widths;
  }

  /** The text of a table with a total width; every line ends with a line feed. */
  static String render(List<Column> columns, List<List<String>> rows, int width) {
    return new TextTable(columns, fit(columns, width)).render(rows);
  }

  private static int[] fit(List<Column> columns, int width) {
    int[] widths = columns.stream().mapToInt(column -> column.width() + PADDING).toArray();
    int missing = width - (widths.length + 1) - Arrays.stream(widths).sum();
    if (missing < 0) {
      narrow(widths, -missing);
    } else {
      widen(widths, missing);
    }
    return widths;
  }

  /** Takes the same from each column. */
  private static void narrow(int[] widths, int excess) {
    for (int i = 0; i < widths.length; i++) {
      int taken = Math.min(widths[i], (int) Math.rint((double) excess / (widths.length - i)));
      widths[i] -= taken;
      excess -= taken;
    }
  }

  /** Gives to each column in proportion to its width. */
  private static void widen(int[] widths, int missing) {
    int sum = Arrays.stream(widths).sum();
    for (int i = 0; i < widths.length; i++) {
      int given = (int) Math.ceil((double) widths[i] * missing / sum);
      sum -= widths[i];
      widths[i] += given;
      missing -= given;
    }
  }

  private String render(List<List<String>> rows) {
    rule("┏", "━", "┳", "┓");
    row(columns.stream().map(Column::heading).toList(), "┃", true);
    rule("┡", "━", "╇", "┩");
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        rule("├", "─", "┼", "┤");
      }
      row(rows.get(i), "│", false);
    }
    rule("└", "─", "┴", "┘");
    return out.toString();
  }

  private void rule(String left, String line, String cross, String right) {
    out.append(
        Arrays.stream(widths)
            .mapToObj(line::repeat)
            .collect(Collectors.joining(cross, left, right + "\n")));
  }

  private void row(List<String> cells, String border, boolean atBottom) {
    List<List<String>> wrapped = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      wrapped.add(wrap(cells.get(i), widths[i] - PADDING, columns.get(i).align()));
    }
    int height = Math.max(1, wrapped.stream().mapToInt(List::size).max().orElse(1));
    for (int line = 0; line < height; line++) {
      out.append(border);
      for (int i = 0; i < widths.length; i++) {
        List<String> lines = wrapped.get(i);
        int at = atBottom ? line - (height - lines.size()) : line;
        String text = at >= 0 && at < lines.size() ? lines.get(at) : "";
        String cell = " " + text + " ".repeat(Math.max(1, widths[i] - 1 - CellWidth.of(text)));
        out.append(CellWidth.crop(cell, widths[i])).append(border);
      }
      out.append('\n');
    }
  }

  private static List<String> wrap(String text, int width, Align align) {
    if (width < 1) {
      return List.of();
    }
    return lines(text, width).stream().map(line -> aligned(line, width, align)).toList();
  }

  /** Breaks a text before the words that do not fit on a line; none is broken in itself. */
  private static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int used = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      int cells = CellWidth.of(BLANKS_AT_END.matcher(word.group()).replaceFirst(""));
      if (used + cells > width && word.start() > 0 && (used > 0 || cells > width)) {
        lines.add(text.substring(start, word.start()));
        start = word.start();
        used = 0;
      }
      used += CellWidth.of(word.group());
    }
    lines.add(text.substring(start));
    return lines;
  }

  private static String aligned(String line, int width, Align align) {
    String text = withoutBlanksBeyond(line, width, align);
    if (CellWidth.of(text) > width) {
      text = CellWidth.crop(text, width - 1) + "…";
    }
    int missing = Math.max(0, width - CellWidth.of(text));
    return switch (align) {
      case LEFT -> text;
      case RIGHT -> " ".repeat(missing) + text;
      case CENTER -> " ".repeat(missing / 2) + text;
    };
  }

  /** A text on the left keeps the blanks at its end that fit, others lose them all. */
  private static String withoutBlanksBeyond(String line, int width, Align align) {
    String stripped = BLANKS_AT_END.matcher(line).replaceFirst("");
    if (align != Align.LEFT) {
      return stripped;
    }
    int kept = Math.max(stripped.length(), Math.min(line.length(), width));
    return line.substring(0, kept);
  }
}

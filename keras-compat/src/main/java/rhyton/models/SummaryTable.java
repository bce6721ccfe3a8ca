package rhyton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rhyton.utils.PythonFormat;

/**
 * The text of {@code model.summary()}, character by character as Keras prints it. Knows nothing of
 * models: it is given rows and totals. Unlike Keras it never cuts the lines at the width of the
 * terminal.
 */
final class SummaryTable {
  private static final int LEAST_WIDTH = 4;

  private SummaryTable() {}

  /**
   * A layer in the table.
   *
   * @param level how deep it is nested, 0 for a layer of the model itself
   * @param name the layer's name
   * @param className the Python name of its class
   * @param outputShape the text of its output shape, see {@link SummaryTable#shape}
   * @param params how many parameters it has, or null for a layer that is not built
   * @param connections the outputs that go into it
   * @param trainable whether it is trainable, or null for a layer without weights
   */
  record Row(
      int level,
      String name,
      String className,
      String outputShape,
      Long params,
      List<Connection> connections,
      Boolean trainable) {}

  /**
   * An output of a layer.
   *
   * @param layer the layer's name
   * @param node which of the layer's calls
   * @param tensor which of the outputs of this call
   */
  record Connection(String layer, int node, int tensor) {
    @Override
    public String toString() {
      return layer + "[" + node + "][" + tensor + "]";
    }
  }

  /**
   * The size of some weights.
   *
   * @param params how many numbers they are
   * @param bytes how much memory they take
   */
  record Size(long params, double bytes) {
    /** No weights. */
    static final Size NONE = new Size(0, 0);

    private Size plus(Size other) {
      return new Size(params + other.params, bytes + other.bytes);
    }
  }

  /**
   * What stands below the table.
   *
   * @param trainable the trainable weights
   * @param nonTrainable the other weights
   * @param optimizer the variables of the optimizer, or null if it is not built
   */
  record Totals(Size trainable, Size nonTrainable, Size optimizer) {}

  /**
   * The options of {@code summary}.
   *
   * @param lineLength the width of the table, or null for Keras's default
   * @param positions where the columns end, as parts of the width, or null for Keras's default
   * @param expandNested whether layers of nested models are shown
   * @param showTrainable whether there is a column that says which layers are trainable
   * @param layerRange two patterns for the names of the first and the last layer that are shown, or
   *     null for all layers
   */
  record Options(
      Integer lineLength,
      List<Double> positions,
      boolean expandNested,
      boolean showTrainable,
      List<String> layerRange) {
    /** Keras's defaults. */
    static final Options DEFAULT = new Options(null, null, false, false, null);
  }

  /**
   * The whole text.
   *
   * @param modelName the name of the model
   * @param connected whether there is a column for connections: the model is not a mere sequence
   * @param rows the layers in order, nested ones behind the model they are in
   * @param totals the sizes
   * @param options the options
   * @return the lines, each with a line feed
   * @throws IllegalArgumentException if an option does not fit the table
   */
  static String render(
      String modelName, boolean connected, List<Row> rows, Totals totals, Options options) {
    List<List<String>> cells =
        inRange(rows, options.layerRange()).stream()
            .filter(row -> row.level() == 0 || options.expandNested())
            .map(row -> cells(row, connected, options.showTrainable()))
            .toList();
    int length = lineLength(connected, options);
    String table = TextTable.render(columns(connected, length, options), cells, length);
    return "Model: \"" + modelName + "\"\n" + table + totals(totals);
  }

  private static int lineLength(boolean connected, Options options) {
    if (options.lineLength() != null) {
      return options.lineLength();
    }
    return (connected ? 108 : 88) + (options.showTrainable() ? 12 : 0);
  }

  private static List<TextTable.Column> columns(boolean connected, int length, Options options) {
    List<String> headings = new ArrayList<>(List.of("Layer (type)", "Output Shape", "Param #"));
    if (connected) {
      headings.add("Connected to");
    }
    List<Double> ends = new ArrayList<>(positions(connected, headings, options.positions()));
    if (options.showTrainable()) {
      headings.add("Trainable");
      ends.replaceAll(end -> end * 0.90);
      ends.add(1.0);
    }
    List<TextTable.Column> columns = new ArrayList<>();
    int used = 0;
    for (int i = 0; i < headings.size(); i++) {
      int width = (int) (ends.get(i) * length) - used;
      if (width < LEAST_WIDTH) {
        throw new IllegalArgumentException(
            "summary: column \""
                + headings.get(i)
                + "\" needs at least "
                + LEAST_WIDTH
                + " characters, got "
                + width
                + ". Received: line_length="
                + length);
      }
      columns.add(new TextTable.Column(headings.get(i), align(headings.get(i)), width));
      used += width;
    }
    return columns;
  }

  private static List<Double> positions(
      boolean connected, List<String> headings, List<Double> given) {
    if (given == null) {
      return connected ? List.of(0.3, 0.56, 0.74, 1.0) : List.of(0.45, 0.80, 1.0);
    }
    if (given.size() != headings.size()) {
      throw new IllegalArgumentException(
          "summary: argument `positions` must have one number for each of the columns "
              + headings
              + ". Received: positions="
              + given);
    }
    return given;
  }

  private static TextTable.Align align(String heading) {
    return switch (heading) {
      case "Param #" -> TextTable.Align.RIGHT;
      case "Trainable" -> TextTable.Align.CENTER;
      default -> TextTable.Align.LEFT;
    };
  }

  private static List<String> cells(Row row, boolean connected, boolean showTrainable) {
    String prefix = row.level() == 0 ? "" : "   ".repeat(row.level()) + "└ ";
    List<String> cells = new ArrayList<>();
    cells.add(prefix + row.name() + " (" + row.className() + ")");
    cells.add(row.outputShape());
    cells.add(row.params() == null ? "0 (unbuilt)" : PythonFormat.thousands(row.params()));
    if (connected) {
      cells.add(
          row.connections().isEmpty()
              ? "-"
              : row.connections().stream()
                  .map(Connection::toString)
                  .collect(Collectors.joining(", ")));
    }
    if (showTrainable) {
      cells.add(row.trainable() == null ? "-" : row.trainable() ? "Y" : "N");
    }
    return cells;
  }

  private static List<Row> inRange(List<Row> rows, List<String> range) {
    if (range == null) {
      return rows;
    }
    if (range.size() != 2) {
      throw new IllegalArgumentException(
          "summary: argument `layer_range` must be two names. Received: layer_range=" + range);
    }
    int[] first = matches(rows, range.get(0));
    int[] last = matches(rows, range.get(1));
    if (first.length == 0 || last.length == 0) {
      throw new IllegalArgumentException(
          "summary: argument `layer_range` must match names of layers. Received: layer_range="
              + range
              + ". Available: "
              + rows.stream().filter(row -> row.level() == 0).map(Row::name).toList());
    }
    int from = first[0];
    int to = last[last.length - 1];
    if (from > to) {
      from = last[0];
      to = first[first.length - 1];
    }
    do {
      to++;
    } while (to < rows.size() && rows.get(to).level() > 0);
    return rows.subList(from, to);
  }

  private static int[] matches(List<Row> rows, String name) {
    var pattern = Pattern.compile(name);
    return IntStream.range(0, rows.size())
        .filter(i -> rows.get(i).level() == 0 && pattern.matcher(rows.get(i).name()).lookingAt())
        .toArray();
  }

  private static String totals(Totals totals) {
    boolean optimizer = totals.optimizer() != null;
    Size all = totals.trainable().plus(totals.nonTrainable());
    return size("Total", optimizer ? all.plus(totals.optimizer()) : all)
        + size("Trainable", totals.trainable())
        + size("Non-trainable", totals.nonTrainable())
        + (optimizer ? size("Optimizer", totals.optimizer()) : "");
  }

  private static String size(String what, Size size) {
    String params = PythonFormat.thousands(size.params());
    return " " + what + " params: " + params + " (" + memory(size.bytes()) + ")\n";
  }

  /** A number of bytes in a unit that keeps it below 1024, where there is one. */
  static String memory(double bytes) {
    String[] units = {"B", "KB", "MB", "GB", "TB", "PB"};
    int unit = 0;
    while (bytes >= 1024 && unit < units.length) {
      bytes /= 1024;
      unit++;
    }
    return PythonFormat.fixed(bytes, 2) + " " + units[Math.min(unit, units.length - 1)];
  }

  /**
   * The text of the output shapes of a layer: of one output the shape, of several the list.
   *
   * @param shapes the dimensions of each output, -1 for one that is not known
   * @return for example {@code (None, 10)} or {@code [(None, 10), (None, 3)]}
   */
  static String shape(List<long[]> shapes) {
    List<String> texts = shapes.stream().map(SummaryTable::shape).toList();
    return texts.size() == 1 ? texts.get(0) : texts.toString();
  }

  private static String shape(long[] dims) {
    return IntStream.range(0, dims.length)
        .mapToObj(i -> dims[i] < 0 ? "None" : Long.toString(dims[i]))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}

package rhyton.utils;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lines of the table that {@code CSVLogger} writes: one per epoch, ended by {@code \r\n}, numbers
 * as Python writes them, {@code NA} where an epoch lacks a value. The logs of the first epoch
 * decide about the columns.
 *
 * <pre>{@code
 * var text = CsvText.ofLogs(",", logs);
 * out.append(text.header()).append(text.row(0, logs));
 * }</pre>
 */
public final class CsvText {
  private static final String VALIDATION = "val_";

  private final String separator;
  private final List<String> keys;

  private CsvText(String separator, List<String> keys) {
    this.separator = separator;
    this.keys = keys;
  }

  /**
   * The table for a training.
   *
   * @param separator what stands between two columns, one character
   * @param logs the logs of its first epoch; where they have no validation, a column is kept for
   *     the validation of each value, since it may come in a later epoch
   * @return the table
   * @throws IllegalArgumentException if the separator is not one character
   */
  public static CsvText ofLogs(String separator, Map<String, ?> logs) {
    if (separator.codePointCount(0, separator.length()) != 1) {
      throw new IllegalArgumentException(
          "CSVLogger: argument `separator` must be one character. Received: separator="
              + PythonFormat.repr(separator));
    }
    List<String> keys = new ArrayList<>(new TreeSet<>(logs.keySet()));
    if (keys.stream().noneMatch(key -> key.startsWith(VALIDATION))) {
      keys.addAll(keys.stream().map(key -> VALIDATION + key).toList());
    }
    return new CsvText(separator, keys);
  }

  /**
   * The line with the names of the columns.
   *
   * @return the line with its end
   */
  public String header() {
    List<Object> fields = new ArrayList<>(List.of("epoch"));
    fields.addAll(keys);
    return line(fields);
  }

  /**
   * The line of an epoch.
   *
   * @param epoch the number of the epoch, from 0
   * @param logs its logs; values that are no column are left out
   * @return the line with its end
   */
  public String row(int epoch, Map<String, ?> logs) {
    List<Object> fields = new ArrayList<>(List.of(epoch));
    for (String key : keys) {
      fields.add(logs.containsKey(key) ? logs.get(key) : "NA");
    }
    return line(fields);
  }

  private String line(List<Object> fields) {
    return fields.stream().map(this::field).collect(Collectors.joining(separator, "", "\r\n"));
  }

  private String field(Object value) {
    String text =
        value instanceof Collection<?> list
            ? list.stream().map(PythonFormat::str).collect(Collectors.joining(", ", "\"[", "]\""))
            : PythonFormat.str(value);
    boolean quoted =
        text.contains(separator) || text.chars().anyMatch(c -> "\"\r\n".indexOf(c) >= 0);
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}

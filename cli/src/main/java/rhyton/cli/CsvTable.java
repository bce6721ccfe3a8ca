package rhyton.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import rhyton.tensor.FileFormatException;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** A matrix as CSV: a header line with a name for each column, then numbers. */
final class CsvTable {
  private CsvTable() {}

  /** Reads a table as a float32 tensor of shape (lines, columns). */
  static Tensor read(Path file) throws IOException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(file)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new FileFormatException(file + ": is empty; a header line is expected");
      }
      List<String> header = records.next().getFields();
      float[] values = new float[1024];
      int count = 0;
      while (records.hasNext()) {
        CsvRecord line = records.next();
        requireWidth(file, header, line);
        if (count + header.size() > values.length) {
          values = Arrays.copyOf(values, Math.max(2 * values.length, count + header.size()));
        }
        for (int column = 0; column < header.size(); column++) {
          values[count++] = number(file, header, line, column);
        }
      }
      if (count == 0) {
        throw new FileFormatException(file + ": has no line behind the header");
      }
      Shape shape = Shape.of(count / header.size(), header.size());
      return Tensor.of(FloatBuffer.wrap(values, 0, count), shape);
    } catch (CsvParseException e) {
      throw new FileFormatException(file + ": " + e.getMessage(), e);
    }
  }

  private static void requireWidth(Path file, List<String> header, CsvRecord line) {
    if (line.getFieldCount() != header.size()) {
      throw new FileFormatException(
          "%s: line %d has %d columns, the header has %d"
              .formatted(file, line.getStartingLineNumber(), line.getFieldCount(), header.size()));
    }
  }

  private static float number(Path file, List<String> header, CsvRecord line, int column) {
    String text = line.getField(column).strip();
    try {
      boolean javaOnly = text.toLowerCase(Locale.ROOT).matches(".*[0-9.][df]|.*0x.*");
      if (!javaOnly) {
        return text.equalsIgnoreCase("nan") ? Float.NaN : Float.parseFloat(text);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new FileFormatException(
        "%s: line %d, column `%s`: must be a number. Received: %s"
            .formatted(
                file,
                line.getStartingLineNumber(),
                header.get(column),
                text.isEmpty() ? "nothing" : text));
  }

  /** Writes a tensor of shape (lines, columns). */
  static void write(Path file, Tensor table) throws IOException {
    if (table.rank() != 2) {
      throw new IllegalArgumentException(
          file + ": CSV is for outputs of rank 2. Received: shape=" + table.shape());
    }
    int columns = (int) table.shape().get(1);
    int lines = (int) table.shape().get(0);
    IntFunction<String> cells = cells(table);
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord(header(columns));
      for (int line = 0; line < lines; line++) {
        List<String> fields = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
          fields.add(cells.apply(line * columns + column));
        }
        csv.writeRecord(fields);
      }
    }
  }

  /** Columns have an underscore, so that nobody takes them for several outputs. */
  private static List<String> header(int columns) {
    if (columns == 1) {
      return List.of("predict");
    }
    List<String> header = new ArrayList<>(columns);
    for (int column = 0; column < columns; column++) {
      header.add("predict_" + column);
    }
    return header;
  }

  /** The elements as text, each with as many digits as its type has. */
  private static IntFunction<String> cells(Tensor table) {
    return switch (table.dtype()) {
      case FLOAT64 -> {
        double[] values = table.doubles();
        yield i -> Double.toString(values[i]);
      }
      case STRING -> table.strings()::get;
      case BOOL -> {
        boolean[] values = table.booleans();
        yield i -> values[i] ? "1" : "0";
      }
      default -> {
        if (table.dtype().isInteger()) {
          long[] values = table.longs();
          yield i -> Long.toString(values[i]);
        }
        float[] values = table.floats();
        yield i -> Float.toString(values[i]);
      }
    };
  }
}

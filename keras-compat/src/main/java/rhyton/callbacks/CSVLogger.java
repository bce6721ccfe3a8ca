package rhyton.callbacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import rhyton.utils.CsvText;

/**
 * Writes a line with the logs of each epoch to a CSV file.
 *
 * @see <a href="https://keras.io/api/callbacks/csv_logger/">CSVLogger</a>
 */
public final class CSVLogger implements Callback {
  private final Path filename;
  private String separator = ",";
  private boolean append;
  private boolean header;
  private CsvText text;

  /**
   * Writes to a file, which is emptied first.
   *
   * @param filename the file
   */
  public CSVLogger(Path filename) {
    this.filename = filename;
  }

  /**
   * What stands between the values.
   *
   * @param separator one character; default a comma
   * @return this
   */
  public CSVLogger separator(String separator) {
    this.separator = separator;
    return this;
  }

  /**
   * Whether lines are added to what is in the file.
   *
   * @param append default false
   * @return this
   */
  public CSVLogger append(boolean append) {
    this.append = append;
    return this;
  }

  @Override
  public void onTrainBegin(TrainingRun run) {
    try {
      header = !append || !Files.exists(filename) || Files.size(filename) == 0;
      text = null;
      if (!append) {
        Files.writeString(filename, "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onEpochEnd(TrainingRun run, int epoch, Logs logs) {
    StringBuilder lines = new StringBuilder();
    if (text == null) {
      text = CsvText.ofLogs(separator, logs.values());
      if (header) {
        lines.append(text.header());
      }
    }
    lines.append(text.row(epoch, logs.values()));
    try {
      Files.writeString(filename, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

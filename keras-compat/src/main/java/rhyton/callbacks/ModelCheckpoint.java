package rhyton.callbacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import rhyton.utils.ConsoleOutput;
import rhyton.utils.FormatTemplate;
import rhyton.utils.PythonFormat;

/**
 * Saves the model, or its weights, at the end of epochs or after some batches.
 *
 * <pre>{@code
 * new ModelCheckpoint("best-{epoch:02d}.keras").monitor("val_accuracy").saveBestOnly(true);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/callbacks/model_checkpoint/">ModelCheckpoint</a>
 */
public final class ModelCheckpoint implements Callback {
  private static final Logger LOGGER = System.getLogger(ModelCheckpoint.class.getName());

  private final String filepath;
  private String monitor = "val_loss";
  private int verbose;
  private boolean saveBestOnly;
  private boolean saveWeightsOnly;
  private Monitor.Mode mode = Monitor.Mode.AUTO;
  private Integer saveFreq;

  private Monitor better;
  private Double best;
  private int currentEpoch;
  private int batchesSinceSave;

  /**
   * Saves at the end of each epoch.
   *
   * @param filepath the file, ending in {@code .keras}, or {@code .weights.h5} for weights; it may
   *     hold {@code {epoch:02d}} and names of logs such as {@code {val_loss:.2f}}
   */
  public ModelCheckpoint(String filepath) {
    this.filepath = filepath;
  }

  /**
   * Which value says what is best.
   *
   * @param monitor its name in the logs; default {@code val_loss}
   * @return this
   */
  public ModelCheckpoint monitor(String monitor) {
    this.monitor = monitor;
    return this;
  }

  /**
   * Whether it says what it does.
   *
   * @param verbose 0 silent (default), 1 lines
   * @return this
   */
  public ModelCheckpoint verbose(int verbose) {
    this.verbose = verbose;
    return this;
  }

  /**
   * Whether only a better model is saved.
   *
   * @param saveBestOnly default false
   * @return this
   */
  public ModelCheckpoint saveBestOnly(boolean saveBestOnly) {
    this.saveBestOnly = saveBestOnly;
    return this;
  }

  /**
   * Whether only the weights are saved.
   *
   * @param saveWeightsOnly default false
   * @return this
   */
  public ModelCheckpoint saveWeightsOnly(boolean saveWeightsOnly) {
    this.saveWeightsOnly = saveWeightsOnly;
    return this;
  }

  /**
   * What is better.
   *
   * @param mode "min", "max" or "auto" (default): as the metric says
   * @return this
   */
  public ModelCheckpoint mode(String mode) {
    this.mode = Monitor.Mode.of("ModelCheckpoint", mode);
    return this;
  }

  /**
   * After how many batches it saves, instead of at the end of epochs.
   *
   * @param batches the number
   * @return this
   */
  public ModelCheckpoint saveFreq(int batches) {
    if (batches < 1) {
      throw new IllegalArgumentException(
          "ModelCheckpoint: argument `save_freq` must be a positive integer. Received: save_freq="
              + batches);
    }
    this.saveFreq = batches;
    return this;
  }

  /**
   * What the first value must beat.
   *
   * @param initialValueThreshold the value; default none
   * @return this
   */
  public ModelCheckpoint initialValueThreshold(double initialValueThreshold) {
    this.best = initialValueThreshold;
    return this;
  }

  /** Returns the best value so far, or null. */
  public Double best() {
    return best;
  }

  @Override
  public void onTrainBegin(TrainingRun run) {
    String wanted = saveWeightsOnly ? ".weights.h5" : ".keras";
    if (!filepath.endsWith(wanted)) {
      throw new IllegalArgumentException(
          "ModelCheckpoint: the filepath provided must end in `"
              + wanted
              + "`. Received: filepath="
              + filepath);
    }
    better = new Monitor("ModelCheckpoint", monitor, mode, 0);
  }

  @Override
  public void onEpochBegin(TrainingRun run, int epoch) {
    currentEpoch = epoch;
  }

  @Override
  public void onTrainBatchEnd(TrainingRun run, int batch, Logs logs) {
    if (saveFreq != null && ++batchesSinceSave >= saveFreq) {
      batchesSinceSave = 0;
      save(run, currentEpoch, batch, logs);
    }
  }

  @Override
  public void onEpochEnd(TrainingRun run, int epoch, Logs logs) {
    if (saveFreq == null) {
      save(run, epoch, null, logs);
    }
  }

  private void save(TrainingRun run, int epoch, Integer batch, Logs logs) {
    Map<String, Object> names = new LinkedHashMap<>(logs.values());
    names.put("epoch", epoch + 1);
    if (batch != null) {
      names.put("batch", batch + 1);
    }
    String file = FormatTemplate.format(filepath, names);
    if (!wanted(run, epoch, logs, file)) {
      return;
    }
    Path path = Path.of(file);
    try {
      if (path.toAbsolutePath().getParent() != null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (saveWeightsOnly) {
      run.saveWeights(path);
    } else {
      run.save(path);
    }
    say(run, epoch, "finished saving model to " + file);
  }

  private boolean wanted(TrainingRun run, int epoch, Logs logs, String file) {
    if (!saveBestOnly) {
      say(run, epoch, "saving model to " + file);
      return true;
    }
    Double current = logs.get(monitor);
    if (current == null) {
      LOGGER.log(Level.WARNING, "Can save best model only with {0} available.", monitor);
      return true;
    }
    String before = best == null ? "None" : PythonFormat.fixed(best, 5);
    if (!better.improved(run, current, best)) {
      say(run, epoch, monitor + " did not improve from " + before);
      return false;
    }
    String now = PythonFormat.fixed(current, 5);
    say(
        run,
        epoch,
        monitor + " improved from " + before + " to " + now + ", saving model to " + file);
    best = current;
    return true;
  }

  private void say(TrainingRun run, int epoch, String what) {
    if (verbose > 0) {
      ConsoleOutput.print(run.output(), "\nEpoch " + (epoch + 1) + ": " + what + "\n");
    }
  }
}

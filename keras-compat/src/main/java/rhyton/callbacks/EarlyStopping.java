package rhyton.callbacks;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import rhyton.utils.ConsoleOutput;

/**
 * Stops the training when a value has not got better for some epochs.
 *
 * <pre>{@code
 * model.fit(x, y, new Fit().epochs(100).validationSplit(0.2)
 *     .callbacks(new EarlyStopping().monitor("val_loss").patience(3).restoreBestWeights(true)));
 * }</pre>
 *
 * @see <a href="https://keras.io/api/callbacks/early_stopping/">EarlyStopping</a>
 */
public final class EarlyStopping implements Callback {
  private static final Logger LOGGER = System.getLogger(EarlyStopping.class.getName());

  private String monitor = "val_loss";
  private double minDelta;
  private int patience;
  private int verbose;
  private Monitor.Mode mode = Monitor.Mode.AUTO;
  private Double baseline;
  private boolean restoreBestWeights;
  private int startFromEpoch;

  private Monitor better;
  private int wait;
  private int stoppedEpoch;
  private Double best;
  private int bestEpoch;
  private List<Object> bestWeights;

  /** Watches {@code val_loss}, without patience. */
  public EarlyStopping() {}

  /**
   * Which value is watched.
   *
   * @param monitor its name in the logs; default {@code val_loss}
   * @return this
   */
  public EarlyStopping monitor(String monitor) {
    this.monitor = monitor;
    return this;
  }

  /**
   * By how much a value must be better to count.
   *
   * @param minDelta the least difference; default 0
   * @return this
   */
  public EarlyStopping minDelta(double minDelta) {
    this.minDelta = minDelta;
    return this;
  }

  /**
   * After how many epochs without a better value training stops.
   *
   * @param patience the number; default 0
   * @return this
   */
  public EarlyStopping patience(int patience) {
    this.patience = patience;
    return this;
  }

  /**
   * Whether it says what it does.
   *
   * @param verbose 0 silent (default), 1 a line
   * @return this
   */
  public EarlyStopping verbose(int verbose) {
    this.verbose = verbose;
    return this;
  }

  /**
   * What is better.
   *
   * @param mode "min", "max" or "auto" (default): as the metric says
   * @return this
   */
  public EarlyStopping mode(String mode) {
    this.mode = Monitor.Mode.of("EarlyStopping", mode);
    return this;
  }

  /**
   * What the value must beat for the patience to begin anew.
   *
   * @param baseline the value; default none
   * @return this
   */
  public EarlyStopping baseline(double baseline) {
    this.baseline = baseline;
    return this;
  }

  /**
   * Whether the weights of the best epoch are put back at the end.
   *
   * @param restoreBestWeights default false
   * @return this
   */
  public EarlyStopping restoreBestWeights(boolean restoreBestWeights) {
    this.restoreBestWeights = restoreBestWeights;
    return this;
  }

  /**
   * From which epoch on the value counts.
   *
   * @param startFromEpoch the number of the first epoch that counts; default 0
   * @return this
   */
  public EarlyStopping startFromEpoch(int startFromEpoch) {
    this.startFromEpoch = startFromEpoch;
    return this;
  }

  @Override
  public void onTrainBegin(TrainingRun run) {
    better = new Monitor("EarlyStopping", monitor, mode, minDelta);
    wait = 0;
    stoppedEpoch = 0;
    best = null;
    bestEpoch = 0;
    bestWeights = null;
  }

  @Override
  public void onEpochEnd(TrainingRun run, int epoch, Logs logs) {
    Double current = logs.get(monitor);
    if (current == null) {
      LOGGER.log(
          Level.WARNING,
          "Early stopping conditioned on metric `{0}` which is not available. Available metrics"
              + " are: {1}",
          monitor,
          String.join(",", logs.values().keySet()));
    }
    if (current == null || epoch < startFromEpoch) {
      return;
    }
    if (bestWeights == null) {
      keep(run, epoch);
    }
    wait++;
    if (better.improved(run, current, best)) {
      best = current;
      keep(run, epoch);
      wait = baseline == null || better.improved(run, current, baseline) ? 0 : wait;
    } else if (wait >= patience && epoch > 0) {
      stoppedEpoch = epoch;
      run.stop("no better " + monitor + " for " + patience + " epochs");
    }
  }

  private void keep(TrainingRun run, int epoch) {
    bestEpoch = epoch;
    if (restoreBestWeights) {
      bestWeights = run.getWeights();
    }
  }

  @Override
  public void onTrainEnd(TrainingRun run, Logs logs) {
    if (stoppedEpoch > 0 && verbose > 0) {
      ConsoleOutput.print(run.output(), "Epoch " + (stoppedEpoch + 1) + ": early stopping\n");
    }
    if (bestWeights != null) {
      if (verbose > 0) {
        ConsoleOutput.print(
            run.output(),
            "Restoring model weights from the end of the best epoch: " + (bestEpoch + 1) + ".\n");
      }
      run.setWeights(bestWeights);
    }
  }

  /** Returns the epoch in which training was stopped, or 0. */
  public int stoppedEpoch() {
    return stoppedEpoch;
  }

  /** Returns the best value, or null before the first. */
  public Double best() {
    return best;
  }

  /** Returns the epoch of the best value. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /** Returns for how many epochs there has been no better value. */
  public int waited() {
    return wait;
  }
}

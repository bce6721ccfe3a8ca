package rhyton.callbacks;

import java.util.Map;
import java.util.Set;
import rhyton.utils.ConsoleOutput;
import rhyton.utils.Progbar;

/**
 * Prints the progress bar. {@code fit}, {@code evaluate} and {@code predict} add it by themselves;
 * inside of {@code fit} the validation is silent.
 *
 * @see <a href="https://keras.io/api/utils/python_utils/">Progbar</a>
 */
public final class ProgbarLogger implements Callback {
  private Progbar bar;
  private boolean inFit;
  private int seen;

  /** A logger. */
  public ProgbarLogger() {}

  private void begin(TrainingRun run) {
    seen = 0;
    Progbar made = run.steps() < 0 ? new Progbar() : new Progbar(run.steps());
    bar =
        made.verbose(run.verbose())
            .statelessMetrics(Set.of())
            .output(run.output())
            .clock(run.clock());
  }

  private void batch(TrainingRun run, int batch, Logs logs) {
    seen = batch + 1;
    if (run.verbose() == 1) {
      bar.update(seen, logs == null ? Map.of() : logs.values(), false);
    }
  }

  private void end(TrainingRun run, Logs logs) {
    if (run.steps() < 0) {
      bar.setTarget(seen);
    }
    long target = run.steps() < 0 ? seen : run.steps();
    bar.update(target, logs == null ? Map.of() : logs.values(), true);
  }

  @Override
  public void onTrainBegin(TrainingRun run) {
    inFit = true;
  }

  @Override
  public void onEpochBegin(TrainingRun run, int epoch) {
    begin(run);
    if (run.epochs() > 1) {
      ConsoleOutput.print(run.output(), "Epoch " + (epoch + 1) + "/" + run.epochs() + "\n");
    }
  }

  @Override
  public void onTrainBatchEnd(TrainingRun run, int batch, Logs logs) {
    batch(run, batch, logs);
  }

  @Override
  public void onEpochEnd(TrainingRun run, int epoch, Logs logs) {
    end(run, logs);
  }

  @Override
  public void onTestBegin(TrainingRun run) {
    if (!inFit) {
      begin(run);
    }
  }

  @Override
  public void onTestBatchEnd(TrainingRun run, int batch, Logs logs) {
    if (!inFit) {
      batch(run, batch, logs);
    }
  }

  @Override
  public void onTestEnd(TrainingRun run, Logs logs) {
    if (!inFit) {
      end(run, logs);
    }
  }

  @Override
  public void onPredictBegin(TrainingRun run) {
    begin(run);
  }

  @Override
  public void onPredictBatchEnd(TrainingRun run, int batch) {
    batch(run, batch, null);
  }

  @Override
  public void onPredictEnd(TrainingRun run) {
    end(run, null);
  }
}

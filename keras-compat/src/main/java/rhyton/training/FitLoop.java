package rhyton.training;

import java.util.List;
import rhyton.callbacks.Callback;
import rhyton.callbacks.Logs;
import rhyton.data.ArrayData;

/** The order of epochs and batches, for training, validation and evaluation alike. */
final class FitLoop {
  private final Epochs epochs;
  private final List<Callback> callbacks;
  private final Run run;

  /** What happens to a batch; what was measured so far. */
  interface Epochs {
    /** Sets back what is measured. */
    void reset();

    /** Trains or evaluates the samples of one batch. */
    void batch(ArrayData data, int[] indices, boolean train);

    /** Returns what was measured since the reset. */
    Logs logs();
  }

  /** Data with its order: the indices of the samples of an epoch, and the size of batches. */
  record Plan(ArrayData data, java.util.function.IntFunction<int[]> order, int batchSize) {
    int batches() {
      return (data.samples() + batchSize - 1) / batchSize;
    }
  }

  FitLoop(Epochs epochs, List<Callback> callbacks, Run run) {
    this.epochs = epochs;
    this.callbacks = callbacks;
    this.run = run;
  }

  /** Trains from the first epoch to the last, with a validation after each. */
  void fit(Plan train, Plan validation, int firstEpoch) {
    callbacks.forEach(callback -> callback.onTrainBegin(run));
    Logs logs = Logs.NONE;
    for (int epoch = firstEpoch; epoch < run.epochs() && !run.stopped(); epoch++) {
      int number = epoch;
      callbacks.forEach(callback -> callback.onEpochBegin(run, number));
      Logs measured = oneEpoch(train, epoch, true);
      if (validation != null) {
        measured = measured.and(evaluate(validation).withPrefix("val_"));
      }
      Logs all = measured;
      callbacks.forEach(callback -> callback.onEpochEnd(run, number, all));
      logs = all;
    }
    Logs last = logs;
    callbacks.forEach(callback -> callback.onTrainEnd(run, last));
  }

  /** Evaluates all of the data. */
  Logs evaluate(Plan plan) {
    callbacks.forEach(callback -> callback.onTestBegin(run));
    Logs logs = oneEpoch(plan, 0, false);
    callbacks.forEach(callback -> callback.onTestEnd(run, logs));
    return logs;
  }

  private Logs oneEpoch(Plan plan, int epoch, boolean train) {
    epochs.reset();
    int[] order = plan.order().apply(epoch);
    for (int batch = 0; batch < plan.batches() && !(train && run.stopped()); batch++) {
      int number = batch;
      int from = batch * plan.batchSize();
      int to = Math.min(order.length, from + plan.batchSize());
      callbacks.forEach(
          callback -> {
            if (train) {
              callback.onTrainBatchBegin(run, number);
            } else {
              callback.onTestBatchBegin(run, number);
            }
          });
      epochs.batch(plan.data(), java.util.Arrays.copyOfRange(order, from, to), train);
      Logs logs = epochs.logs();
      callbacks.forEach(
          callback -> {
            if (train) {
              callback.onTrainBatchEnd(run, number, logs);
            } else {
              callback.onTestBatchEnd(run, number, logs);
            }
          });
    }
    Logs logs = epochs.logs();
    logs.values();
    return logs;
  }
}

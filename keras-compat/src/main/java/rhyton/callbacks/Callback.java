package rhyton.callbacks;

/**
 * Is told what happens while a model is trained, evaluated or asked for predictions. All methods
 * are empty; implement those that matter.
 *
 * @see <a href="https://keras.io/api/callbacks/base_callback/">Callback</a>
 */
public interface Callback {
  /** Training begins. */
  default void onTrainBegin(TrainingRun run) {}

  /** Training has ended, with the logs of the last epoch. */
  default void onTrainEnd(TrainingRun run, Logs logs) {}

  /** An epoch begins; the first has number 0. */
  default void onEpochBegin(TrainingRun run, int epoch) {}

  /** An epoch has ended, validation included. */
  default void onEpochEnd(TrainingRun run, int epoch, Logs logs) {}

  /** A batch of training begins. */
  default void onTrainBatchBegin(TrainingRun run, int batch) {}

  /** A batch of training has ended; the logs are those of the epoch so far. */
  default void onTrainBatchEnd(TrainingRun run, int batch, Logs logs) {}

  /** An evaluation or validation begins. */
  default void onTestBegin(TrainingRun run) {}

  /** An evaluation or validation has ended. */
  default void onTestEnd(TrainingRun run, Logs logs) {}

  /** A batch of an evaluation begins. */
  default void onTestBatchBegin(TrainingRun run, int batch) {}

  /** A batch of an evaluation has ended. */
  default void onTestBatchEnd(TrainingRun run, int batch, Logs logs) {}

  /** Predictions begin. */
  default void onPredictBegin(TrainingRun run) {}

  /** Predictions have ended. */
  default void onPredictEnd(TrainingRun run) {}

  /** A batch of predictions begins. */
  default void onPredictBatchBegin(TrainingRun run, int batch) {}

  /** A batch of predictions has ended. */
  default void onPredictBatchEnd(TrainingRun run, int batch) {}
}

package rhyton.callbacks;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;

/** What a callback may see and do while a model is trained, evaluated or asked for predictions. */
public interface TrainingRun {
  /** Returns the number of epochs to train to. */
  int epochs();

  /** Returns the number of batches of an epoch, or -1 if it is not known. */
  int steps();

  /** Returns how much is printed: 0, 1 or 2. */
  int verbose();

  /** Returns where text is printed. */
  Appendable output();

  /** Returns the clock of the run in seconds. */
  DoubleSupplier clock();

  /**
   * Asks for the end of the training, after the batch or epoch under way.
   *
   * @param reason why, for messages
   */
  void stop(String reason);

  /** Returns whether somebody asked for the end. */
  boolean stopped();

  /** Returns copies of the model's weights. */
  List<Object> getWeights();

  /**
   * Gives the model's weights new values.
   *
   * @param weights what {@link #getWeights} returned
   */
  void setWeights(List<Object> weights);

  /**
   * Whether more of a metric is better.
   *
   * @param metric its name, without {@code val_}
   * @return true or false; null if that is not known
   */
  Boolean higherIsBetter(String metric);

  /** Returns the learning rate of the optimizer. */
  double learningRate();

  /**
   * Changes the learning rate of the optimizer.
   *
   * @param learningRate the new one
   */
  void setLearningRate(double learningRate);

  /**
   * Saves the whole model.
   *
   * @param path the file
   */
  void save(Path path);

  /**
   * Saves the weights only.
   *
   * @param path the file, {@code .weights.h5}
   */
  void saveWeights(Path path);
}

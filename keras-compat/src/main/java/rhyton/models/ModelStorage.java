package rhyton.models;

import java.nio.file.Path;
import rhyton.saving.Saveable;
import rhyton.utils.ConsoleOutput;

/** The part of a {@link Model} that is saved, loaded into, and printed. */
public abstract sealed class ModelStorage extends ModelTraining implements Saveable permits Model {
  /** For {@link Model}. */
  protected ModelStorage() {}

  /**
   * Saves the whole model: layers, weights, compile settings and the state of the optimizer, as
   * every Keras from 3.5 on loads it. A save that fails leaves an old file as it was.
   *
   * @param path a file whose name ends in {@code .keras}; any other name is that of a folder, see
   *     {@link #export}
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  @Override
  public final void save(Path path) {
    ModelFiles.save((Model) this, path);
  }

  /**
   * Writes a SavedModel with what the model computes in inference mode: TensorFlow Serving finds
   * the signature {@code serving_default}, and in Python {@code tf.saved_model.load} gives an
   * object with the method {@code serve} and the variables, which can be trained further. Arguments
   * are named as the inputs, results {@code output_0}, … or as the keys of a dictionary.
   *
   * <p>The model's config lies in the folder, too, so that {@link Model#load(Path)} gives the model
   * back: with its weights, but with a fresh optimizer.
   *
   * @param folder where to: nothing, an empty folder or a SavedModel, which is replaced as a whole
   * @throws IllegalStateException if the model has no weights yet
   * @throws rhyton.tensor.FileFormatException if it cannot be written
   */
  public final void export(Path folder) {
    ModelFiles.export((Model) this, folder);
  }

  /**
   * Saves the weights and the state of the optimizer. A save that fails leaves an old file as it
   * was.
   *
   * @param path a file whose name ends in {@code .weights.h5}
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  @Override
  public final void saveWeights(Path path) {
    ModelFiles.saveWeights((Model) this, path);
  }

  /**
   * Loads weights, and the state of the optimizer if there is one, that a model of the same layers
   * has saved.
   *
   * @param path a {@code .weights.h5} or {@code .keras} file
   * @throws rhyton.tensor.FileFormatException if the file is damaged or the weights do not fit;
   *     then the model is as it was before
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public final void loadWeights(Path path) {
    ModelFiles.loadWeights((Model) this, path);
  }

  /** Returns the architecture as JSON, without weights. */
  public final String toJson() {
    return ModelFiles.toJson((Model) this);
  }

  /** Prints the layers, their outputs' shapes and the numbers of parameters. */
  public final void summary() {
    ConsoleOutput.print(System.out, summaryText(new SummaryOptions()));
  }

  /**
   * Returns the text that {@link #summary} prints.
   *
   * @param options its width, whether nested layers are shown, …
   */
  public final String summaryText(SummaryOptions options) {
    return ModelSummary.text((Model) this, options);
  }
}

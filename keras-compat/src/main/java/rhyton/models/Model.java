package rhyton.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhyton.graph.CallArguments;
import rhyton.graph.Node;
import rhyton.graph.Structure;
import rhyton.layers.Layer;
import rhyton.saving.Saveable;
import rhyton.tensor.Tensor;
import rhyton.utils.ConsoleOutput;

/**
 * A network of layers that is trained, evaluated, asked for predictions and saved.
 *
 * <p>Make one with {@link Sequential}, or from tensors with {@link #of(Object, Object)}. A model
 * holds its layers: their weights die with the last model that is closed.
 *
 * @see <a href="https://keras.io/api/models/model/">Model</a>
 */
public abstract non-sealed class Model extends ModelTraining implements Saveable {
  private final String givenName;
  private List<Layer> held = List.of();
  private boolean closed;

  /**
   * A model.
   *
   * @param name the name; null for the next free one of the class
   */
  protected Model(String name) {
    this.givenName = name;
  }

  /**
   * A functional model: everything between inputs and outputs.
   *
   * @param inputs a tensor that {@code Input.of} gave, or a list or map of them
   * @param outputs a tensor that layers gave, or a list or map of them
   * @return the model
   */
  public static Functional of(Object inputs, Object outputs) {
    return new Functional(inputs, outputs, null, true);
  }

  /**
   * A functional model with a name.
   *
   * @param inputs a tensor that {@code Input.of} gave, or a list or map of them
   * @param outputs a tensor that layers gave, or a list or map of them
   * @param name the name
   * @return the model
   */
  public static Functional of(Object inputs, Object outputs, String name) {
    return new Functional(inputs, outputs, name, true);
  }

  /**
   * Loads a whole model, compiled as the file says.
   *
   * @param path a {@code .keras} file, a folder with its members, or what {@link #export} wrote
   * @return the model, which belongs to the caller
   * @throws rhyton.tensor.FileFormatException if the file is damaged or does not fit together
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static Model load(Path path) {
    return load(path, new LoadOptions());
  }

  /**
   * Loads a whole model.
   *
   * @param path a {@code .keras} file, a folder with its members, or what {@link #export} wrote
   * @param options without compile settings, with classes of your own
   * @return the model, which belongs to the caller
   * @throws rhyton.tensor.FileFormatException if the file is damaged or does not fit together
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static Model load(Path path, LoadOptions options) {
    return ModelFiles.load(path, options);
  }

  @Override
  protected final String givenName() {
    return givenName;
  }

  /** Returns the layers, in Keras's order. */
  public abstract List<Layer> layers();

  /** Returns the tensors that stand for the inputs, in order. */
  public abstract List<Tensor> inputs();

  /** Returns the tensors that stand for the outputs, in order. */
  public abstract List<Tensor> outputs();

  /** Returns in which form the inputs are taken. */
  public Structure inputStructure() {
    return Structure.ONE;
  }

  /** Returns in which form the outputs are given. */
  public Structure outputStructure() {
    return Structure.ONE;
  }

  /** Returns the names of the inputs, in order. */
  public final List<String> inputNames() {
    return inputs().stream().map(x -> Node.place(x).node().operation().name()).toList();
  }

  /** Returns the names of the outputs, in order: keys of a dictionary, else of their layers. */
  @Override
  public final List<String> outputNames() {
    return outputStructure().kind() == Structure.Kind.DICTIONARY
        ? outputStructure().keys()
        : outputs().stream().map(y -> Node.place(y).node().operation().name()).toList();
  }

  /**
   * A layer of the model.
   *
   * @param layerName its name
   * @return the layer
   * @throws IllegalArgumentException if there is none
   */
  public final Layer getLayer(String layerName) {
    for (Layer layer : layers()) {
      if (layer.name().equals(layerName)) {
        return layer;
      }
    }
    throw new IllegalArgumentException(
        "No such layer: "
            + layerName
            + ". Existing layers are: "
            + layers().stream().map(Layer::name).toList());
  }

  @Override
  public Map<String, List<Layer>> children() {
    Map<String, List<Layer>> children = new LinkedHashMap<>();
    children.put("layers", layers());
    children.putAll(super.children());
    return children;
  }

  @Override
  public boolean isList(String attribute) {
    return attribute.equals("layers") || super.isList(attribute);
  }

  /** The layers live at least as long as this model. */
  final void holdLayers() {
    List<Layer> now = new ArrayList<>(layers());
    now.forEach(Layer::hold);
    held.forEach(Layer::release);
    held = now;
  }

  /**
   * Throws if data do not fit the inputs: other dimensions, whatever the number of samples. A last
   * axis of 1 may be missing or superfluous. Inputs that are not known yet take anything.
   *
   * @param inputs the data in the order of the inputs
   * @throws IllegalArgumentException if they do not fit; the message names the input
   */
  @Override
  public final void checkInputs(List<Tensor> inputs) {
    if (isBuilt()) {
      InputShapes.check(this, inputs);
    }
  }

  @Override
  public final List<Tensor> call(List<Tensor> inputs) {
    return invoke(CallArguments.of(inputs));
  }

  /** A layer leaves the model and belongs to the caller. */
  final void giveBack(Layer layer) {
    List<Layer> rest = new ArrayList<>(held);
    if (rest.remove(layer)) {
      held = rest;
      layer.giveBack();
    }
  }

  // ---- files ---------------------------------------------------------------------------------

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
    ModelFiles.save(this, path);
  }

  /**
   * Writes a SavedModel with what the model computes in inference mode: TensorFlow Serving finds
   * the signature {@code serving_default}, and in Python {@code tf.saved_model.load} gives an
   * object with the method {@code serve} and the variables, which can be trained further. Arguments
   * are named as the inputs, results {@code output_0}, … or as the keys of a dictionary.
   *
   * <p>The model's config lies in the folder, too, so that {@link #load(Path)} gives the model
   * back: with its weights, but with a fresh optimizer.
   *
   * @param folder where to: nothing, an empty folder or a SavedModel, which is replaced as a whole
   * @throws IllegalStateException if the model has no weights yet
   * @throws rhyton.tensor.FileFormatException if it cannot be written
   */
  public final void export(Path folder) {
    ModelFiles.export(this, folder);
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
    ModelFiles.saveWeights(this, path);
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
    ModelFiles.loadWeights(this, path);
  }

  /** Returns the architecture as JSON, without weights. */
  public final String toJson() {
    return ModelFiles.toJson(this);
  }

  /**
   * Makes a model with new weights.
   *
   * @param json the architecture, as {@link #toJson} and Python's {@code to_json} give it
   * @return the model, which belongs to the caller
   * @throws IllegalArgumentException if it is not the config of a model
   */
  public static Model fromJson(String json) {
    return fromJson(json, new LoadOptions());
  }

  /**
   * Makes a model with new weights.
   *
   * @param json the architecture, as {@link #toJson} and Python's {@code to_json} give it
   * @param options with classes of your own; whether the model is compiled, if the JSON says how
   * @return the model, which belongs to the caller
   * @throws IllegalArgumentException if it is not the config of a model
   */
  public static Model fromJson(String json, LoadOptions options) {
    return ModelFiles.fromJson(json, options);
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
    return ModelSummary.text(this, options);
  }

  @Override
  public final boolean isClosed() {
    return closed;
  }

  // ---- end of life ---------------------------------------------------------------------------

  /**
   * Frees what the model holds; a model inside of another one keeps its weights until that is
   * closed. Closing twice is harmless.
   */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      closeTraining();
    }
    if (!isHeld()) {
      held.forEach(Layer::release);
      held = List.of();
    }
  }
}

package rhyton.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import rhyton.config.SerializedObject;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.graph.Node;
import rhyton.graph.Structure;
import rhyton.layers.Layer;
import rhyton.saving.OperationWriter;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;

/**
 * A network of layers that is trained, evaluated, asked for predictions and saved.
 *
 * <p>Make one with {@link Sequential}, or from tensors with {@link #of(Object, Object)}. A model
 * holds its layers: their weights die with the last model that is closed. A model inside of another
 * one goes on when that is closed, until it is closed itself; one that the other one has made, in a
 * field or from a file, dies with it.
 *
 * <p>A model of your own extends this class: it computes in {@code call}, and may say in {@link
 * #trainStep} and {@link #testStep} what happens to a batch. The layers, metrics and optimizers in
 * its fields are its own. To be saved, it extends {@link ArgModel}.
 *
 * <pre>{@code
 * final class Scaled extends Model {
 *   private final Dense dense = new Dense(8);
 *   private final Mean size = new Mean().name("size");
 *
 *   @Override
 *   protected Tensor call(Tensor x, CallContext ctx) {
 *     return dense.apply(x).multiply(2);
 *   }
 *
 *   @Override
 *   protected Map<String, Tensor> trainStep(StepData data) {
 *     var g = valueAndGradient(
 *         () -> apply(data.x()).subtract(data.y()).square().mean(), trainableWeights());
 *     optimizer().apply(g.gradients(), trainableWeights());
 *     size.updateState(g.value());
 *     return Map.of("loss", g.value(), "size", size.result());
 *   }
 * }
 * }</pre>
 *
 * @see <a href="https://keras.io/api/models/model/">Model</a>
 */
public abstract non-sealed class Model extends ModelStorage {
  private static final AtomicLong COUNT = new AtomicLong();

  private final String givenName;
  private final SubclassData subclassData = new SubclassData();
  private List<Layer> held = List.of();
  private final long number = COUNT.incrementAndGet();
  private boolean belongsToHolder;
  private boolean closed;

  /** A model whose name is the next free one of its class. */
  protected Model() {
    this(null);
  }

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

  /** Whether a user wrote the class: the model is no graph or sequence of layers. */
  final boolean isSubclassed() {
    return !(this instanceof Functional || this instanceof Sequential);
  }

  final SubclassData subclassData() {
    return subclassData;
  }

  /** Returns the layers, in Keras's order: of a class of your own, those in its fields. */
  public List<Layer> layers() {
    return super.children().values().stream().flatMap(List::stream).distinct().toList();
  }

  /** Returns the tensors that stand for the inputs, in order; none in a class of your own. */
  public List<Tensor> inputs() {
    return List.of();
  }

  /** Returns the tensors that stand for the outputs, in order; none in a class of your own. */
  public List<Tensor> outputs() {
    return List.of();
  }

  /** Returns types and shapes of the inputs; in a class of your own of those that it saw last. */
  public final List<TensorSpec> inputSpecs() {
    return isSubclassed() ? subclassData.inputs() : inputs().stream().map(TensorSpec::of).toList();
  }

  /** Returns types and shapes of the outputs; in a class of your own, none before it is built. */
  public final List<TensorSpec> outputSpecs() {
    return isSubclassed()
        ? subclassData.outputs()
        : outputs().stream().map(TensorSpec::of).toList();
  }

  /** Returns in which form the inputs are taken. */
  public Structure inputStructure() {
    List<String> keys = subclassData.inputKeys();
    return keys.isEmpty() ? Structure.ONE : new Structure(Structure.Kind.DICTIONARY, keys);
  }

  /** Returns in which form the outputs are given. */
  public Structure outputStructure() {
    return Structure.ONE;
  }

  /** Returns the names of the inputs, in order. */
  public final List<String> inputNames() {
    return isSubclassed() ? subclassData.inputNames() : placeNames(inputs());
  }

  private static List<String> placeNames(List<Tensor> places) {
    return places.stream().map(x -> Node.place(x).node().operation().name()).toList();
  }

  /** Returns the names of the outputs, in order: keys of a dictionary, else of their layers. */
  @Override
  public final List<String> outputNames() {
    if (isSubclassed()) {
      return subclassData.outputNames();
    }
    return outputStructure().kind() == Structure.Kind.DICTIONARY
        ? outputStructure().keys()
        : placeNames(outputs());
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
    if (isSubclassed()) {
      return super.children();
    }
    Map<String, List<Layer>> children = new LinkedHashMap<>();
    children.put("layers", layers());
    children.putAll(super.children());
    return children;
  }

  @Override
  public boolean isList(String attribute) {
    return (attribute.equals("layers") && !isSubclassed()) || super.isList(attribute);
  }

  /** The layers live at least as long as this model. */
  final void holdLayers() {
    List<Layer> now = new ArrayList<>(layers());
    for (Layer layer : now) {
      layer.hold();
      if (layer instanceof Model inner && inner.number > number) {
        inner.belongToHolder();
      }
    }
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
    if (!isSubclassed()) {
      if (isBuilt()) {
        InputShapes.check(this, inputs);
      }
    } else if (!isBuilt()) {
      subclassData.saw(inputs);
      holdLayers();
    }
  }

  /**
   * Makes the weights of the layers inside by calling them on symbols of these shapes, as Keras's
   * {@code model.build} does.
   */
  @Override
  protected void build(List<Shape> shapes) {
    super.build(shapes);
    List<TensorSpec> specs = subclassData.specs(shapes, computeDtype());
    subclassData.built(specs, CallContext.outermost(false).during(() -> outputSpecs(specs)));
  }

  @Override
  public final List<Tensor> call(List<Tensor> inputs) {
    List<Tensor> outputs = invoke(CallArguments.of(inputs));
    if (isSubclassed()) {
      SubclassData.check(this, inputs, outputs);
    }
    return outputs;
  }

  /** A layer leaves the model and belongs to the caller. */
  final void giveBack(Layer layer) {
    List<Layer> rest = new ArrayList<>(held);
    if (rest.remove(layer)) {
      held = rest;
      layer.giveBack();
    }
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

  @Override
  public SerializedObject serialized(OperationWriter writer) {
    return ModelConfig.ofSubclass(this);
  }

  @Override
  public boolean isGraph() {
    return false;
  }

  @Override
  public final boolean isClosed() {
    return closed;
  }

  // ---- end of life ---------------------------------------------------------------------------

  /** Says that the model was made inside of another one and belongs to that one alone. */
  final void belongToHolder() {
    belongsToHolder = true;
  }

  @Override
  protected final boolean diesWithHolder() {
    return closed || belongsToHolder;
  }

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
      if (isSubclassed()) {
        holdLayers();
        closeOwn();
      }
      held.forEach(Layer::release);
      held = List.of();
    }
  }
}

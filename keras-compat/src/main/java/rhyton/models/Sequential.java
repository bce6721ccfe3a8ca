package rhyton.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rhyton.config.SerializedObject;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.graph.Node;
import rhyton.layers.InputLayer;
import rhyton.layers.Layer;
import rhyton.saving.OperationWriter;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * A model that passes its input through one layer after the other.
 *
 * <pre>{@code
 * try (var model = new Sequential(
 *     Input.of(28, 28), new Flatten(), new Dense(10).activation("softmax"))) {
 *   model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
 * }
 * }</pre>
 *
 * <p>Without an input the weights are made at the first call, or by {@link #buildFor}.
 *
 * @see <a href="https://keras.io/api/models/sequential/">Sequential</a>
 */
public final class Sequential extends Model {
  private final List<Layer> layers = new ArrayList<>();
  private InputLayer inputLayer;
  private Functional functional;

  /**
   * A model of layers.
   *
   * @param layers the layers in order; the first may be an {@link InputLayer}
   */
  public Sequential(Layer... layers) {
    this(null, Arrays.asList(layers), null);
  }

  /**
   * A model of layers on an input.
   *
   * @param input where values enter
   * @param layers the layers in order
   */
  public Sequential(Tensor input, Layer... layers) {
    this(input, Arrays.asList(layers), null);
  }

  /**
   * A model of layers on an input, with a name.
   *
   * @param input where values enter; null if it is not known yet
   * @param layers the layers in order
   * @param name the name; null for the next free one
   */
  public Sequential(Tensor input, List<? extends Layer> layers, String name) {
    super(name);
    if (input != null) {
      if (!(Node.place(input).node().operation() instanceof InputLayer layer)) {
        throw new IllegalArgumentException(
            "Sequential: the first argument must be an input, as Input.of gives. Received: "
                + input);
      }
      inputLayer = layer;
    }
    for (Layer layer : layers) {
      append(layer);
    }
    if (inputLayer != null && !this.layers.isEmpty()) {
      connect();
    }
  }

  private void append(Layer layer) {
    if (layer instanceof InputLayer first) {
      if (inputLayer != null || !layers.isEmpty()) {
        throw new IllegalArgumentException(
            "Sequential model `" + name() + "`: only the first layer can be an input");
      }
      inputLayer = first;
      return;
    }
    if (layers.contains(layer)) {
      throw new IllegalArgumentException(
          "Sequential model `"
              + name()
              + "`: all layers must be different. Received twice: `"
              + layer.name()
              + "`");
    }
    layers.add(layer);
  }

  /**
   * Adds a layer at the end.
   *
   * @param layer the layer, or an {@link InputLayer} first
   * @return this
   */
  public Sequential add(Layer layer) {
    append(layer);
    forget();
    if (inputLayer != null && !layers.isEmpty()) {
      connect();
    }
    return this;
  }

  /**
   * Takes the last layer away.
   *
   * @return the layer, which now belongs to the caller
   */
  public Layer pop() {
    if (layers.isEmpty()) {
      throw new IllegalStateException("Sequential model `" + name() + "` has no layers to pop");
    }
    Layer last = layers.remove(layers.size() - 1);
    giveBack(last);
    forget();
    if (inputLayer != null && !layers.isEmpty()) {
      connect();
    }
    return last;
  }

  private void forget() {
    if (functional != null) {
      functional = null;
      networkChanged();
    }
  }

  private void connect() {
    Tensor x = inputLayer.output();
    for (Layer layer : layers) {
      x = layer.apply(x);
    }
    functional = new Functional(inputLayer.output(), x, null, false);
    holdLayers();
    buildFor(List.of(inputLayer.output().shape()));
  }

  @Override
  protected void build(List<Shape> shapes) {
    if (functional == null) {
      if (layers.isEmpty()) {
        throw new IllegalStateException(
            "Sequential model `"
                + name()
                + "` cannot be built because it has no layers. Call `model.add(layer)`.");
      }
      long[] dims = shapes.get(0).toArray();
      if (dims.length > 0) {
        dims[0] = -1;
      }
      inputLayer = new InputLayer().batchShape(dims).dtype(layers.get(0).computeDtype().toString());
      connect();
    }
  }

  @Override
  public List<Layer> layers() {
    return List.copyOf(layers);
  }

  /** Returns the layer of the input, or null before it is known. */
  public InputLayer inputLayer() {
    return inputLayer;
  }

  /** Returns the same network as a functional model, once the input is known. */
  public Functional functional() {
    if (functional == null) {
      throw new IllegalStateException(
          "Sequential model `"
              + name()
              + "` has not been built. Give it an input, or call it on data first");
    }
    return functional;
  }

  @Override
  public List<Tensor> inputs() {
    return functional().inputs();
  }

  @Override
  public List<Tensor> outputs() {
    return functional().outputs();
  }

  @Override
  protected boolean autocast() {
    return false;
  }

  @Override
  protected List<Tensor> compute(CallArguments arguments, CallContext ctx) {
    return functional().compute(arguments, ctx);
  }

  @Override
  public SerializedObject serialized(OperationWriter writer) {
    return ModelConfig.of(this, writer);
  }

  @Override
  public boolean isGraph() {
    return false;
  }
}

package rhyton.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rhyton.config.SerializedObject;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.graph.GraphMap;
import rhyton.graph.Node;
import rhyton.graph.Operation;
import rhyton.graph.Structure;
import rhyton.layers.Layer;
import rhyton.saving.OperationWriter;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * A model given by its inputs and outputs: everything between them belongs to it.
 *
 * <pre>{@code
 * Tensor image = Input.of(28, 28);
 * Tensor scores = new Dense(10).apply(new Flatten().apply(image));
 * Model model = Model.of(image, scores);
 * }</pre>
 *
 * @see <a href="https://keras.io/guides/functional_api/">The functional API</a>
 */
public final class Functional extends Model {
  private final Object inputs;
  private final Object outputs;
  private final List<Tensor> flatInputs;
  private final List<Tensor> flatOutputs;
  private final GraphMap map;
  private final List<Layer> layers;

  /**
   * A model between inputs and outputs.
   *
   * @param inputs a tensor, or tensors in a list or map
   * @param outputs a tensor, or tensors in a list or map
   * @param name the name; null for the next free one
   * @param holds whether the layers live at least as long as the model
   */
  Functional(Object inputs, Object outputs, String name, boolean holds) {
    super(name);
    this.inputs = inputs;
    this.outputs = outputs;
    this.flatInputs = Structure.flatten(inputs, Tensor.class);
    this.flatOutputs = Structure.flatten(outputs, Tensor.class);
    if (flatInputs.isEmpty() || flatOutputs.isEmpty()) {
      throw new IllegalArgumentException(
          "A functional model must have inputs and outputs. Received: inputs="
              + inputs
              + ", outputs="
              + outputs);
    }
    flatInputs.forEach(Functional::requirePlace);
    flatOutputs.forEach(Functional::requirePlace);
    this.map = GraphMap.of(flatInputs, flatOutputs);
    this.layers =
        map.operations().stream().filter(Layer.class::isInstance).map(Layer.class::cast).toList();
    if (holds) {
      holdLayers();
    }
    buildFor(flatInputs.stream().map(Tensor::shape).toList());
  }

  private static void requirePlace(Tensor tensor) {
    Node.place(tensor);
  }

  @Override
  protected void build(List<Shape> shapes) {}

  @Override
  public List<Layer> layers() {
    return layers;
  }

  /** Returns layers and ops, in Keras's order. */
  public List<Operation> operations() {
    return map.operations();
  }

  /** Returns the nodes, each behind those that it depends on. */
  public List<Node> nodes() {
    return map.nodes();
  }

  @Override
  public List<Tensor> inputs() {
    return flatInputs;
  }

  @Override
  public List<Tensor> outputs() {
    return flatOutputs;
  }

  @Override
  public Structure inputStructure() {
    return Structure.of(inputs);
  }

  @Override
  public Structure outputStructure() {
    return Structure.of(outputs);
  }

  @Override
  protected boolean supportsMasking() {
    return false;
  }

  /** Values of another type are converted to that of the input. */
  @Override
  protected boolean autocast() {
    return false;
  }

  @Override
  protected List<Tensor> compute(CallArguments arguments, CallContext ctx) {
    List<Tensor> given = arguments.inputs();
    Map<Tensor, Tensor> values = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      values.put(flatInputs.get(i), fitted(given.get(i), flatInputs.get(i)));
    }
    for (Node node : map.nodes()) {
      boolean done = node.outputs().stream().allMatch(values::containsKey);
      if (!node.isInput() && !done) {
        List<Tensor> results = node.operation().invoke(node.arguments().map(values::get));
        for (int i = 0; i < results.size(); i++) {
          values.putIfAbsent(node.outputs().get(i), results.get(i));
        }
      }
    }
    List<Tensor> results = new ArrayList<>();
    flatOutputs.forEach(output -> results.add(values.get(output)));
    return results;
  }

  /**
   * A value in the type and rank of its input: a missing or superfluous last axis of 1 is mended.
   */
  private Tensor fitted(Tensor value, Tensor input) {
    Tensor x = value.dtype() == input.dtype() ? value : value.cast(input.dtype());
    if (InputShapes.hasOneAxisMore(x.shape(), input.shape())) {
      x = x.squeeze(-1);
    } else if (InputShapes.lacksLastAxis(x.shape(), input.shape())) {
      x = x.expandDims(-1);
    }
    x.setMask(value.mask());
    return x;
  }

  @Override
  public SerializedObject serialized(OperationWriter writer) {
    return ModelConfig.of(this, writer);
  }

  @Override
  public boolean isGraph() {
    return true;
  }
}

package rhyton.saving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rhyton.graph.Node;
import rhyton.graph.OpNode;
import rhyton.graph.Operation;
import rhyton.graph.Structure;
import rhyton.tensor.Tensor;
import rhyton.utils.Names;

/** Writes the graph of a functional model into its config. */
public final class GraphWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final OperationWriter operations;
  private final Map<Operation, List<Node>> calls = new IdentityHashMap<>();

  private GraphWriter(OperationWriter operations) {
    this.operations = operations;
  }

  /**
   * Writes {@code layers}, {@code input_layers} and {@code output_layers}.
   *
   * @param operations the layers and ops of the model, in Keras's order
   * @param nodes their calls that belong to the model
   * @param inputs a tensor, or tensors in a list or map
   * @param outputs a tensor, or tensors in a list or map
   * @param writer writes the layers and ops
   * @param config takes the three keys
   */
  public static void write(
      List<Operation> operations,
      List<Node> nodes,
      Object inputs,
      Object outputs,
      OperationWriter writer,
      ObjectNode config) {
    GraphWriter graph = new GraphWriter(writer);
    Set<Node> inside = new HashSet<>(nodes);
    for (Operation operation : operations) {
      List<Node> kept = new ArrayList<>(operation.inboundNodes());
      kept.retainAll(inside);
      graph.calls.put(operation, kept);
    }
    ArrayNode layers = config.putArray("layers");
    operations.forEach(operation -> layers.add(graph.entry(operation)));
    config.set("input_layers", graph.places(inputs));
    config.set("output_layers", graph.places(outputs));
  }

  private ObjectNode entry(Operation operation) {
    ObjectNode json = operations.write(operation);
    if (operation instanceof OpNode op && !op.op().defaults().isEmpty() && !clashes(op)) {
      ((ObjectNode) json.get("config")).remove("name"); // Keras refused it up to 3.9
    }
    json.put("name", operation.name());
    ArrayNode nodes = json.putArray("inbound_nodes");
    for (Node node : calls.get(operation)) {
      if (!node.isInput()) {
        ObjectNode call = nodes.addObject();
        ArrayNode args = call.putArray("args");
        node.arguments().positional().forEach(value -> args.add(argument(value)));
        ObjectNode kwargs = call.putObject("kwargs");
        node.arguments().named().forEach((name, value) -> kwargs.set(name, argument(value)));
      }
    }
    return json;
  }

  /** Whether another layer or op has a name that Keras could find for an op without one. */
  private boolean clashes(OpNode op) {
    String base = Names.snakeCase(op.op().className());
    return calls.keySet().stream()
        .filter(other -> !(other instanceof OpNode one && one.op() == op.op()))
        .anyMatch(other -> other.name().matches(base + "(_\\d+)?"));
  }

  private JsonNode argument(Object value) {
    if (value instanceof Tensor tensor && tensor.isFunctional()) {
      return tensor(tensor);
    }
    if (value instanceof List<?> list) {
      ArrayNode json = JSON.arrayNode();
      list.forEach(item -> json.add(argument(item)));
      return json;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode json = JSON.objectNode();
      map.forEach((key, item) -> json.set(String.valueOf(key), argument(item)));
      return json;
    }
    return PlainJson.of(value);
  }

  private ObjectNode tensor(Tensor tensor) {
    ObjectNode config = JSON.objectNode();
    config.set("shape", PlainJson.of(tensor.shape()));
    config.put("dtype", tensor.dtype().toString());
    config.set("keras_history", triple(tensor, 0));
    return PlainJson.special("__keras_tensor__", config);
  }

  private ArrayNode triple(Tensor tensor, int offset) {
    Node.Place place = Node.place(tensor);
    Operation operation = place.node().operation();
    int call = calls.getOrDefault(operation, List.of()).indexOf(place.node());
    return JSON.arrayNode().add(operation.name()).add(call + offset).add(place.index());
  }

  private JsonNode places(Object structure) {
    if (structure instanceof Tensor tensor) {
      Operation operation = Node.place(tensor).node().operation();
      // Of a functional model inside, Keras counts the calls from 1 here, and only here.
      return triple(tensor, operation instanceof Saveable model && model.isGraph() ? 1 : 0);
    }
    if (structure instanceof Map<?, ?> map) {
      ObjectNode json = JSON.objectNode();
      map.forEach((key, item) -> json.set(String.valueOf(key), places(item)));
      return json;
    }
    ArrayNode json = JSON.arrayNode();
    Structure.flatten(structure, Tensor.class).forEach(item -> json.add(places(item)));
    return json;
  }
}

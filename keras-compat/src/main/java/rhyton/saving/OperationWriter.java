package rhyton.saving;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import rhyton.config.KerasObject;
import rhyton.config.SerializedObject;
import rhyton.graph.Node;
import rhyton.graph.OpNode;
import rhyton.graph.Operation;
import rhyton.layers.InputLayer;
import rhyton.layers.Layer;
import rhyton.tensor.Shape;

/**
 * Writes layers, ops and models as JSON that every Keras from 3.1 on reads. One writer is used for
 * one file: layers that it meets twice get a {@code shared_object_id}.
 */
public final class OperationWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<Operation, ObjectNode> written = new IdentityHashMap<>();

  /** A writer for one file. */
  public OperationWriter() {}

  /**
   * Writes a layer, a model or an op.
   *
   * @param operation what is written
   * @return its class, its config and what its weights were made for
   * @throws UnsupportedOperationException if it is a layer of a class that declares no type
   */
  public ObjectNode write(Operation operation) {
    ObjectNode json = serialized(operation).toJson();
    ObjectNode before = written.putIfAbsent(operation, json);
    if (before != null) {
      if (!before.has("shared_object_id")) {
        before.put("shared_object_id", written.size());
      }
      json.set("shared_object_id", before.get("shared_object_id"));
    }
    if (operation instanceof Layer layer && !(operation instanceof InputLayer)) {
      ObjectNode build = buildConfig(layer);
      if (build != null && !json.has("build_config")) {
        json.set("build_config", build);
      }
    }
    return json;
  }

  private SerializedObject serialized(Operation operation) {
    if (operation instanceof OpNode op) {
      return op(op);
    }
    if (operation instanceof Saveable model) {
      return model.serialized(this);
    }
    if (operation instanceof KerasObject object) {
      return SerializedObject.ofRegistered(object, "Layer `" + operation.name() + "`");
    }
    String type = operation.getClass().getSimpleName();
    throw new UnsupportedOperationException(
        ("Layer `%s` cannot be saved: its class %s is not registered. Let it extend ArgLayer and"
                + " declare KerasType.layer(\"%s\", %s::new).registered(\"my_package\")")
            .formatted(operation.name(), type, type, type));
  }

  private static SerializedObject op(OpNode node) {
    ObjectNode config = JSON.objectNode().put("name", node.name());
    node.op()
        .defaults()
        .forEach(
            (name, value) ->
                config.set(name, PlainJson.of(node.options().getOrDefault(name, value))));
    String className = node.op().className();
    return new SerializedObject(
        node.op().module(), className, config, className, JSON.objectNode());
  }

  /** What the weights were made for: a shape, or a list of them if the layer takes a list. */
  private static ObjectNode buildConfig(Layer layer) {
    List<Shape> shapes = layer.builtWith();
    if (shapes == null || shapes.isEmpty()) {
      return null;
    }
    boolean list = shapes.size() > 1;
    for (Node node : layer.inboundNodes()) {
      List<Object> arguments = node.arguments().positional();
      list |= !arguments.isEmpty() && arguments.get(0) instanceof List;
    }
    if (!list) {
      return JSON.objectNode().set("input_shape", PlainJson.of(shapes.get(0)));
    }
    ArrayNode all = JSON.arrayNode();
    shapes.forEach(shape -> all.add(PlainJson.of(shape)));
    return JSON.objectNode().set("input_shape", all);
  }
}

package rhyton.saving;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rhyton.config.ConfigException;
import rhyton.config.ReadContext;
import rhyton.graph.CallArguments;
import rhyton.graph.OpNode;
import rhyton.graph.Operation;
import rhyton.layers.InputLayer;
import rhyton.tensor.Tensor;

/**
 * Makes the graph of a functional model from its config: first all layers, then their calls, each
 * as soon as the tensors that it needs are there.
 */
public final class GraphReader {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final ReadContext at;

  /**
   * Inputs and outputs of a functional model.
   *
   * @param inputs a tensor, or tensors in a list or map
   * @param outputs a tensor, or tensors in a list or map
   */
  public record Graph(Object inputs, Object outputs) {}

  /** A layer or op with the calls that the config lists. */
  private static final class Entry {
    final Operation operation;
    final JsonNode calls;
    final ReadContext at;
    final List<List<Tensor>> outputs = new ArrayList<>();

    Entry(Operation operation, JsonNode calls, ReadContext at) {
      this.operation = operation;
      this.calls = calls;
      this.at = at;
    }

    boolean finished() {
      return outputs.size() >= calls.size();
    }
  }

  private GraphReader(ReadContext at) {
    this.at = at;
  }

  /**
   * Reads the graph.
   *
   * @param config the config of a functional model
   * @param at where it stands
   * @return its inputs and outputs
   * @throws ConfigException if layers are unknown, calls refer to what is not there, or go in
   *     circles
   */
  public static Graph read(JsonNode config, ReadContext at) {
    GraphReader reader = new GraphReader(at);
    reader.makeOperations(config.path("layers"));
    reader.call();
    return new Graph(
        reader.places(config.path("input_layers"), at.at("input_layers")),
        reader.places(config.path("output_layers"), at.at("output_layers")));
  }

  // ---- layers --------------------------------------------------------------------------------

  private void makeOperations(JsonNode layers) {
    if (!layers.isArray()) {
      throw at.at("layers").mismatch("the list of layers", layers);
    }
    for (int i = 0; i < layers.size(); i++) {
      JsonNode json = layers.get(i);
      ReadContext here = at.at("layers").at(i);
      Operation operation = OperationReader.operation(json, here);
      ReadContext named = OperationReader.named(json, here);
      String name = json.path("name").asText(operation.name());
      JsonNode calls = json.path("inbound_nodes");
      if (!calls.isArray()) {
        throw named.at("inbound_nodes").mismatch("the list of the layer's calls", calls);
      }
      Entry entry = new Entry(operation, calls, named);
      if (entries.put(name, entry) != null) {
        throw named.error("there are two layers of this name");
      }
      if (operation instanceof InputLayer input) {
        entry.outputs.add(List.of(input.output()));
      }
    }
  }

  // ---- calls ---------------------------------------------------------------------------------

  private void call() {
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Entry entry : entries.values()) {
        while (!entry.finished() && callNext(entry)) {
          progress = true;
        }
      }
    }
    List<String> left = new ArrayList<>();
    entries.forEach(
        (name, entry) -> {
          if (!entry.finished()) {
            left.add(name);
          }
        });
    if (!left.isEmpty()) {
      throw at.at("layers")
          .error("these layers are each other's inputs, or lack their inputs: " + left);
    }
  }

  /** Makes the next call of a layer, if all tensors for it are there. */
  private boolean callNext(Entry entry) {
    int index = entry.outputs.size();
    JsonNode call = entry.calls.get(index);
    ReadContext here = entry.at.at("inbound_nodes").at(index);
    if (!call.path("args").isArray()) {
      throw here.mismatch("a call with `args` and `kwargs`", call);
    }
    List<Object> positional = new ArrayList<>();
    Map<String, Object> named = new LinkedHashMap<>();
    try {
      for (JsonNode json : call.get("args")) {
        positional.add(argument(json, here.at("args").at(positional.size())));
      }
      for (Map.Entry<String, JsonNode> field : call.path("kwargs").properties()) {
        // Whether a model trains is decided anew at each call; null stands for not given.
        if (!field.getValue().isNull() && !field.getKey().equals("training")) {
          named.put(field.getKey(), argument(field.getValue(), here.at(field.getKey())));
        }
      }
    } catch (NotYetThere e) {
      return false;
    }
    entry.outputs.add(invoke(entry, new CallArguments(positional, named), here));
    return true;
  }

  private static List<Tensor> invoke(Entry entry, CallArguments arguments, ReadContext here) {
    if (entry.operation instanceof OpNode && !arguments.named().isEmpty()) {
      throw here.error(
          "calls of ops with named arguments are not there yet: " + arguments.named().keySet());
    }
    try {
      return entry.operation.invoke(arguments);
    } catch (ConfigException | UnsupportedOperationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ConfigException(here.path(), e.getMessage(), e);
    }
  }

  /** A tensor of a call that is still to be made. */
  private static final class NotYetThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYetThere() {
      super(null, null, false, false);
    }
  }

  private Object argument(JsonNode json, ReadContext here) {
    if (json.isArray()) {
      List<Object> list = new ArrayList<>();
      for (JsonNode item : json) {
        list.add(argument(item, here.at(list.size())));
      }
      return list;
    }
    if (!json.isObject()) {
      return PlainJson.read(json, here);
    }
    if (json.path("class_name").asText().equals("__keras_tensor__")) {
      JsonNode history = json.path("config").path("keras_history");
      return tensor(history, 0, here.at("config").at("keras_history"), true);
    }
    if (json.has("class_name")) {
      return PlainJson.read(json, here);
    }
    Map<String, Object> map = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      map.put(field.getKey(), argument(field.getValue(), here.at(field.getKey())));
    }
    return map;
  }

  // ---- tensors -------------------------------------------------------------------------------

  /**
   * The tensor that {@code [layer, call, output]} names.
   *
   * @param offset what to take from the number of the call
   * @param waits whether the call may still be to come
   */
  private Tensor tensor(JsonNode triple, int offset, ReadContext here, boolean waits) {
    if (!isTriple(triple)) {
      throw here.mismatch("a list of a layer's name, its call and its output", triple);
    }
    String name = triple.get(0).textValue();
    Entry entry = entries.get(name);
    if (entry == null) {
      throw here.error("there is no layer `" + name + "`");
    }
    int call = Math.max(0, triple.get(1).intValue() - offset);
    if (call >= entry.outputs.size()) {
      if (waits && call < entry.calls.size()) {
        throw new NotYetThere();
      }
      throw here.error("layer `" + name + "` has no call " + call);
    }
    List<Tensor> outputs = entry.outputs.get(call);
    int output = triple.get(2).intValue();
    if (output < 0 || output >= outputs.size()) {
      throw here.error(
          "layer `%s` has no output %d, it has %d".formatted(name, output, outputs.size()));
    }
    return outputs.get(output);
  }

  private static boolean isTriple(JsonNode json) {
    return json.isArray()
        && json.size() == 3
        && json.get(0).isTextual()
        && json.get(1).canConvertToInt()
        && json.get(2).canConvertToInt();
  }

  /** Inputs or outputs of the model: one, or several in a list or an object. */
  private Object places(JsonNode json, ReadContext here) {
    if (json.isArray() && json.size() == 1 && isTriple(json.get(0))) {
      return places(json.get(0), here); // a single one, as Keras up to 3.10 writes it
    }
    if (isTriple(json)) {
      // Of a functional model inside, the first call has the number 1 here, and only here.
      Entry entry = entries.get(json.get(0).textValue());
      boolean functional = entry != null && entry.operation instanceof Saveable s && s.isGraph();
      return tensor(json, functional ? 1 : 0, here, false);
    }
    if (json.isArray()) {
      List<Object> list = new ArrayList<>();
      for (JsonNode item : json) {
        list.add(places(item, here.at(list.size())));
      }
      return list;
    }
    if (!json.isObject()) {
      throw here.mismatch("places of tensors", json);
    }
    Map<String, Object> map = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      map.put(field.getKey(), places(field.getValue(), here.at(field.getKey())));
    }
    return map;
  }
}

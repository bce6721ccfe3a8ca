package rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhyton.tensor.KerasOp;
import rhyton.tensor.KerasOps;
import rhyton.tensor.OpCall;

/**
 * How a function of {@code keras.ops} is called in Python: its parameters in order, its class, and
 * which parameters that class is called with; the others are in its config.
 */
record OpSignature(String className, List<String> parameters, List<String> call) {
  private static final JsonNode ALL = read();

  private static JsonNode read() {
    try (var in = OpSignature.class.getResourceAsStream("/ops/signatures.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The signature of a function, by its name in {@code keras.ops}. */
  static OpSignature of(String function) {
    JsonNode json = ALL.get(function);
    return new OpSignature(
        json.get("class").textValue(), texts(json.get("parameters")), texts(json.get("call")));
  }

  /** The names of all functions. */
  static Iterator<String> functions() {
    return ALL.fieldNames();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.textValue()));
    return texts;
  }

  /** The op, or null if it is not there yet. */
  KerasOp op() {
    return className == null ? null : KerasOps.get(className);
  }

  /** A call with Python's positional and named arguments. */
  OpCall bind(List<Object> args, Map<String, Object> kwargs) {
    Map<String, Object> values = new LinkedHashMap<>(kwargs);
    List<Object> rest = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      boolean several = i >= parameters.size() || parameters.get(i).startsWith("*");
      if (several) {
        rest.addAll(args.subList(i, args.size()));
        break;
      }
      values.put(parameters.get(i), args.get(i));
    }
    List<Object> arguments = new ArrayList<>();
    for (String name : call) {
      if (name.startsWith("*")) {
        arguments.addAll(rest);
      } else {
        arguments.add(OpValues.argument(values.remove(name)));
      }
    }
    while (!arguments.isEmpty() && arguments.get(arguments.size() - 1) == null) {
      arguments.remove(arguments.size() - 1);
    }
    OpCall bound = OpCall.of(arguments.toArray());
    for (Map.Entry<String, Object> option : values.entrySet()) {
      bound = bound.with(option.getKey(), option.getValue());
    }
    return bound;
  }
}

package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import rhyton.tensor.DType;

/**
 * In which data type a layer keeps its weights and computes.
 *
 * <p>The mixed policies, which compute in a smaller type than they keep, are not supported yet.
 *
 * @param name Keras's name, such as {@code float32}
 */
public record DTypePolicy(String name) {
  private static final Set<String> PLAIN =
      Set.of(
          "float16",
          "bfloat16",
          "float32",
          "float64",
          "bool",
          "string",
          "int8",
          "int16",
          "int32",
          "int64",
          "uint8",
          "uint16",
          "uint32",
          "uint64",
          "complex64",
          "complex128");

  /** Written as an object; read as one or as a plain name. */
  public static final Codec<DTypePolicy> CODEC =
      Codec.of("a dtype such as \"float32\"", DTypePolicy::toJson, DTypePolicy::read);

  /** By the name of the type in which a policy computes, as losses and metrics keep it. */
  public static final Codec<DType> COMPUTE_DTYPE =
      Codec.of(
          CODEC.expected(),
          dtype -> JsonNodeFactory.instance.textNode(dtype.toString()),
          (json, at) -> DType.of(CODEC.fromJson(json, at).computeDtype()));

  /**
   * A policy.
   *
   * @param name Keras's name
   * @throws UnsupportedOperationException for mixed policies
   * @throws IllegalArgumentException if there is no such policy
   */
  public DTypePolicy {
    if (name.startsWith("mixed_") || name.contains("_from_")) {
      throw new UnsupportedOperationException("The dtype policy " + name + " is not supported yet");
    }
    if (!PLAIN.contains(name)) {
      throw new IllegalArgumentException(
          "DTypePolicy: argument `name` must be a dtype. Received: name=" + Texts.of(name));
    }
  }

  /** Returns the data type in which layers compute. */
  public String computeDtype() {
    return name;
  }

  /** Returns the data type in which weights are kept. */
  public String variableDtype() {
    return name;
  }

  private JsonNode toJson() {
    ObjectNode config = JsonNodeFactory.instance.objectNode().put("name", name);
    return new SerializedObject("keras", "DTypePolicy", config, null, config.objectNode()).toJson();
  }

  private static DTypePolicy read(JsonNode json, ReadContext at) {
    JsonNode name = json.isObject() ? json.path("config").path("name") : json;
    if (!name.isTextual()) {
      throw at.mismatch(CODEC.expected(), json);
    }
    try {
      return new DTypePolicy(name.textValue());
    } catch (IllegalArgumentException e) {
      throw at.mismatch(CODEC.expected(), json);
    }
  }
}

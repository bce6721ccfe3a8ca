package rhyton.activations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import rhyton.config.Codec;
import rhyton.config.ConfigStyle;
import rhyton.config.Family;
import rhyton.config.KerasObject;
import rhyton.config.ReadContext;
import rhyton.config.Revivable;
import rhyton.config.SerializedObject;

/**
 * Activations in configs: a bare name for Keras's functions, a serialized function for registered
 * ones, an object for a layer that is used as an activation.
 */
final class ActivationCodec implements Codec<Activation> {
  @Override
  public String expected() {
    return "the name of an activation function, one of " + NamedActivation.names();
  }

  @Override
  public JsonNode toJson(Activation value, ConfigStyle style) {
    if (value instanceof NamedActivation named) {
      return JsonNodeFactory.instance.textNode(named.name());
    }
    if (value instanceof RegisteredActivation own) {
      return own.toJson();
    }
    if (value instanceof KerasObject object) {
      return SerializedObject.of(object, style).toJson();
    }
    throw new UnsupportedOperationException(
        "An activation that is a function of your own cannot be saved unless it is made with"
            + " Activation.registered(package, name, function)");
  }

  @Override
  public Activation fromJson(JsonNode json, ReadContext at) {
    if (json.isTextual()) {
      return named(json, at);
    }
    SerializedObject object = SerializedObject.read(json, at);
    if (!object.config().isTextual()) {
      return layer(at.registry().read(Family.LAYER, json, at), json, at);
    }
    return named(object.config(), at.at("config"));
  }

  @Override
  public Activation ofNull() {
    return NamedActivation.of(null);
  }

  private Activation named(JsonNode name, ReadContext at) {
    Revivable<?> own = at.registry().registered(name.textValue());
    if (own != null && own.fromConfig(name, at) instanceof Activation activation) {
      return activation;
    }
    try {
      return NamedActivation.of(name.textValue());
    } catch (IllegalArgumentException e) {
      if (name.asText().contains(">")) {
        throw at.error(
            "unknown function `"
                + name.asText()
                + "`. Give it as a custom object: LoadOptions.customObjects");
      }
      throw at.mismatch(expected(), name);
    }
  }

  private Activation layer(Object layer, JsonNode json, ReadContext at) {
    if (layer instanceof Activation activation) {
      return activation;
    }
    throw at.mismatch("an activation", json);
  }
}

package rhyton.layers;

import com.fasterxml.jackson.databind.JsonNode;
import rhyton.activations.Activation;
import rhyton.config.Codec;
import rhyton.config.ConfigStyle;
import rhyton.config.ReadContext;
import rhyton.config.RegisteredFunction;
import rhyton.config.SerializedObject;

/** Functions by the names that they are registered under. */
final class FunctionCodec implements Codec<Activation> {
  @Override
  public String expected() {
    return "a function registered under a name";
  }

  @Override
  public JsonNode toJson(Activation value, ConfigStyle style) {
    if (value instanceof RegisteredFunction<?> own) {
      return own.toJson();
    }
    throw new UnsupportedOperationException(
        "Lambda: a file cannot hold a function without a name. Make it with"
            + " Activation.registered(\"my_package\", \"my_name\", function)");
  }

  @Override
  public Activation fromJson(JsonNode json, ReadContext at) {
    SerializedObject object = SerializedObject.read(json, at);
    String name = object.functionName();
    if (name != null && at.registry().registered(name) instanceof Activation own) {
      return own;
    }
    throw at.error(
        name == null
            ? "code in files is not run. Register the function under a name before it is saved"
            : "unknown function `"
                + name
                + "`. Give it as a custom object: LoadOptions.customObjects");
  }
}

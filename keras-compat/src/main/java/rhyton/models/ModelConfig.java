package rhyton.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rhyton.config.Codec;
import rhyton.config.ConfigException;
import rhyton.config.ConfigStyle;
import rhyton.config.DTypePolicy;
import rhyton.config.Family;
import rhyton.config.KerasObject;
import rhyton.config.ReadContext;
import rhyton.config.Revivable;
import rhyton.config.SerializedObject;
import rhyton.layers.Layer;
import rhyton.saving.GraphReader;
import rhyton.saving.GraphWriter;
import rhyton.saving.OperationReader;
import rhyton.saving.OperationWriter;
import rhyton.tensor.Shape;

/** The configs of models, in both directions. */
final class ModelConfig {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** How files name the two classes. */
  static final List<Revivable<?>> TYPES =
      List.of(
          new Type("Sequential", Set.of(), ModelConfig::sequential),
          new Type("Functional", Set.of("Model"), ModelConfig::functional));

  private ModelConfig() {}

  private interface Reader {
    Model read(JsonNode config, ReadContext at);
  }

  private record Type(String name, Set<String> aliases, Reader reader) implements Revivable<Model> {
    @Override
    public Family family() {
      return Family.MODEL;
    }

    @Override
    public Model fromConfig(JsonNode config, ReadContext at) {
      if (!config.isObject()) {
        throw at.mismatch("the config of a model", config);
      }
      try {
        Model model = reader.read(config, at);
        if (config.path("trainable").isBoolean() && !config.get("trainable").booleanValue()) {
          model.setTrainable(false);
        }
        return model;
      } catch (ConfigException | UnsupportedOperationException e) {
        throw e;
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new ConfigException(at.path(), e.getMessage(), e);
      }
    }
  }

  // ---- reading -------------------------------------------------------------------------------

  private static Functional functional(JsonNode config, ReadContext at) {
    GraphReader.Graph graph = GraphReader.read(config, at);
    return new Functional(graph.inputs(), graph.outputs(), name(config), true);
  }

  private static Sequential sequential(JsonNode config, ReadContext at) {
    JsonNode list = config.path("layers");
    if (!list.isArray()) {
      throw at.at("layers").mismatch("the list of layers", list);
    }
    List<Layer> layers = new ArrayList<>();
    for (JsonNode layer : list) {
      layers.add(OperationReader.layer(layer, at.at("layers").at(layers.size())));
    }
    Sequential model = new Sequential(null, layers, name(config));
    JsonNode shape = config.path("build_input_shape");
    if (shape.isArray() && !model.isBuilt() && !layers.isEmpty()) {
      long[] dims = Codec.DIMS.fromJson(shape, at.at("build_input_shape"));
      model.buildFor(List.of(Shape.of(dims)));
    }
    return model;
  }

  private static String name(JsonNode config) {
    return config.path("name").isTextual() ? config.get("name").textValue() : null;
  }

  // ---- writing -------------------------------------------------------------------------------

  static SerializedObject of(Functional model, OperationWriter writer) {
    ObjectNode config = start(model);
    GraphWriter.write(
        model.operations(),
        model.nodes(),
        model.inputStructure().pack(model.inputs()),
        model.outputStructure().pack(model.outputs()),
        writer,
        config);
    ObjectNode extras = extras(JSON.objectNode().putNull("input_shape"));
    return new SerializedObject(
        "keras.src.models.functional", "Functional", config, "Functional", extras);
  }

  static SerializedObject of(Sequential model, OperationWriter writer) {
    ObjectNode config = start(model);
    config.set("dtype", DTypePolicy.CODEC.toJson(model.dtypePolicy(), ConfigStyle.PORTABLE));
    ArrayNode layers = config.putArray("layers");
    if (model.inputLayer() != null) {
      layers.add(writer.write(model.inputLayer()));
    }
    model.layers().forEach(layer -> layers.add(writer.write(layer)));
    ObjectNode build = JSON.objectNode();
    if (model.isBuilt()) {
      JsonNode shape = shape(model.builtWith().get(0));
      config.set("build_input_shape", shape);
      build.set("input_shape", shape);
    }
    return new SerializedObject("keras", "Sequential", config, null, extras(build));
  }

  /** The config of a model of a user's class. */
  static SerializedObject ofSubclass(Model model) {
    if (model instanceof KerasObject object) {
      return SerializedObject.ofRegistered(object, "Model `" + model.name() + "`");
    }
    String type = model.getClass().getSimpleName();
    throw new UnsupportedOperationException(
        ("Model `%s` cannot be saved: its class %s is not registered. Let it extend ArgModel and"
                + " declare KerasType.model(\"%s\", %s::new).registered(\"my_package\"), or save its"
                + " weights alone with saveWeights")
            .formatted(model.name(), type, type, type));
  }

  private static ObjectNode start(Model model) {
    return JSON.objectNode().put("name", model.name()).put("trainable", model.trainable());
  }

  private static ObjectNode extras(ObjectNode build) {
    ObjectNode extras = JSON.objectNode();
    if (!build.isEmpty()) {
      extras.set("build_config", build);
    }
    extras.putObject("compile_config");
    return extras;
  }

  private static JsonNode shape(Shape shape) {
    return Codec.DIMS.toJson(shape.toArray(), ConfigStyle.PORTABLE);
  }
}

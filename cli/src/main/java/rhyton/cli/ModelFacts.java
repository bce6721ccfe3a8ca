package rhyton.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import rhyton.graph.Weight;
import rhyton.models.Model;
import rhyton.optimizers.Optimizer;
import rhyton.savedmodel.SavedModel;
import rhyton.savedmodel.SavedModelException;
import rhyton.savedmodel.SavedVariable;
import rhyton.savedmodel.Signature;
import rhyton.saving.FileKind;
import rhyton.saving.KerasFile;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;

/** What {@code inspect} says of a model, as JSON. */
final class ModelFacts {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ModelFacts() {}

  /**
   * Of a Keras model.
   *
   * @param savedModel what is known of the SavedModel around it; null if there is none
   */
  static ObjectNode of(Model model, Path path, FileKind kind, ObjectNode savedModel)
      throws IOException {
    ObjectNode facts = JSON.objectNode();
    facts.put("format", format(kind));
    JsonNode metadata = metadata(path, kind);
    facts.put("writer", writer(metadata));
    facts.put(
        "writer_version",
        savedModel == null
            ? metadata.path("keras_version").textValue()
            : savedModel.get("writer_version").textValue());
    facts.put("class", model.getClass().getSimpleName());
    facts.put("name", model.name());
    facts.put("parameters", model.countParams());
    facts.set("inputs", tensors(ModelNames.inputs(model), model.inputSpecs()));
    facts.set("outputs", tensors(model.outputNames(), model.outputSpecs()));
    ArrayNode weights = facts.putArray("weights");
    for (Weight weight : model.weights()) {
      weights.add(
          tensor("path", weight.path(), weight.shape(), weight.dtype())
              .put("trainable", weight.trainable()));
    }
    facts.set("signatures", savedModel == null ? JSON.objectNode() : savedModel.get("signatures"));
    facts.set("optimizer", optimizer(model));
    return facts;
  }

  /** Of a SavedModel without a Keras model. */
  static ObjectNode of(SavedModel model) {
    ObjectNode facts = JSON.objectNode();
    facts.put("format", format(FileKind.SAVED_MODEL));
    facts.putNull("writer"); // a SavedModel does not say
    facts.put("writer_version", model.writerVersion());
    ObjectNode signatures = JSON.objectNode();
    for (Signature signature : model.signatures().values()) {
      ObjectNode one = signatures.putObject(signature.name());
      one.set("inputs", specs(signature.inputs().values()));
      one.set("outputs", specs(signature.outputs().values()));
    }
    JsonNode served = signatures.path(SavedModel.SERVING_DEFAULT);
    facts.set("inputs", served.isMissingNode() ? JSON.arrayNode() : served.get("inputs"));
    facts.set("outputs", served.isMissingNode() ? JSON.arrayNode() : served.get("outputs"));
    facts.set("weights", variables(model));
    facts.set("signatures", signatures);
    facts.putNull("optimizer");
    return facts;
  }

  /** The variables that the SavedModel lists; not all writers make a list. */
  private static ArrayNode variables(SavedModel model) {
    ArrayNode list = JSON.arrayNode();
    try {
      for (SavedVariable variable : SavedModel.variables(model.folder())) {
        Tensor value = variable.value();
        list.add(
            tensor("path", variable.name(), value.shape(), value.dtype())
                .put("trainable", variable.trainable()));
      }
    } catch (SavedModelException e) {
      list.removeAll();
    }
    return list;
  }

  private static String format(FileKind kind) {
    return switch (kind) {
      case ZIP -> "keras";
      case FOLDER -> "keras_folder";
      case HDF5 -> "hdf5";
      case SAVED_MODEL -> "saved_model";
    };
  }

  /** What a file says of its writer; empty if it says nothing. */
  private static JsonNode metadata(Path path, FileKind kind) throws IOException {
    if (kind == FileKind.HDF5) {
      return JSON.objectNode();
    }
    if (kind == FileKind.SAVED_MODEL) {
      byte[] json = SavedModel.extraFile(path, KerasFile.IN_SAVED_MODEL + KerasFile.METADATA);
      return json == null ? JSON.objectNode() : Json.read(json);
    }
    try (KerasFile file = KerasFile.open(path)) {
      return file.members().contains(KerasFile.METADATA) ? file.metadata() : JSON.objectNode();
    }
  }

  /** Rhyton signs its files, Keras does not. */
  private static String writer(JsonNode metadata) {
    String version = metadata.path("keras_version").textValue();
    return metadata.path("written_by").asText(version == null ? null : "Keras");
  }

  private static JsonNode optimizer(Model model) {
    Optimizer<?> optimizer = model.optimizer();
    if (optimizer == null) {
      return JSON.nullNode();
    }
    return JSON.objectNode()
        .put("class", optimizer.type().name())
        .put("learning_rate", optimizer.learningRate())
        .put("iterations", optimizer.iterations())
        .put("variables", optimizer.variables().size());
  }

  private static ArrayNode tensors(List<String> names, List<TensorSpec> tensors) {
    ArrayNode list = JSON.arrayNode();
    for (int i = 0; i < tensors.size(); i++) {
      list.add(tensor("name", names.get(i), tensors.get(i).shape(), tensors.get(i).dtype()));
    }
    return list;
  }

  private static ArrayNode specs(Collection<TensorSpec> specs) {
    ArrayNode list = JSON.arrayNode();
    specs.forEach(spec -> list.add(tensor("name", spec.name(), spec.shape(), spec.dtype())));
    return list;
  }

  /** Shapes are lists with null for what may vary; null where the rank may vary too. */
  private static ObjectNode tensor(String key, String name, Shape shape, DType dtype) {
    ObjectNode json = JSON.objectNode().put(key, name);
    if (shape.hasRank()) {
      ArrayNode dims = json.putArray("shape");
      for (long dim : shape.toArray()) {
        if (dim < 0) {
          dims.addNull();
        } else {
          dims.add(dim);
        }
      }
    } else {
      json.putNull("shape");
    }
    return json.put("dtype", dtype.toString().toLowerCase(Locale.ROOT));
  }
}

package rhyton.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rhyton.graph.CallContext;
import rhyton.graph.Structure;
import rhyton.graph.Weight;
import rhyton.layers.WeightLimit;
import rhyton.savedmodel.Endpoint;
import rhyton.savedmodel.SavedModel;
import rhyton.savedmodel.SavedModelWriter;
import rhyton.savedmodel.SavedVariable;
import rhyton.saving.KerasFile;
import rhyton.saving.KerasFileException;
import rhyton.saving.KerasFileWriter;
import rhyton.tensor.FileFormatException;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.TensorSpec;

/**
 * Models as SavedModels: what they compute in inference mode, as Keras exports it, and beside it
 * the config that makes them Keras models again.
 */
final class SavedModelExport {
  private static final String ENDPOINT = "serve";

  private SavedModelExport() {}

  static void write(Model model, ObjectNode config, Path folder) {
    if (!model.isBuilt()) {
      throw new IllegalStateException(
          "Model `" + model.name() + "` has no weights yet: call it on data before it is exported");
    }
    SavedModelWriter writer = new SavedModelWriter();
    for (Weight weight : model.weights()) {
      writer.addVariable(weight.path(), weight.variable(), weight.trainable());
    }
    writer.addEndpoint(endpoint(model));
    KerasFileWriter.texts(config)
        .forEach((name, text) -> writer.addFile(KerasFile.IN_SAVED_MODEL + name, text));
    writer.write(folder);
  }

  private static Endpoint endpoint(Model model) {
    Structure taken = model.inputStructure();
    boolean byKey = taken.kind() == Structure.Kind.DICTIONARY;
    List<String> names = byKey ? taken.keys() : model.inputNames();
    List<TensorSpec> inputs = new ArrayList<>();
    for (TensorSpec input : model.inputSpecs()) {
      inputs.add(new TensorSpec(input.dtype(), input.shape(), names.get(inputs.size())));
    }
    Structure given = model.outputStructure();
    return new Endpoint(
        ENDPOINT,
        inputs,
        structure(taken),
        structure(given),
        given.keys(),
        x -> CallContext.outermost(false).during(() -> model.call(x)));
  }

  private static rhyton.savedmodel.Structure structure(Structure structure) {
    return rhyton.savedmodel.Structure.valueOf(structure.kind().name());
  }

  static Model load(Path folder, LoadOptions options) {
    byte[] text = SavedModel.extraFile(folder, KerasFile.IN_SAVED_MODEL + KerasFile.CONFIG);
    if (text == null) {
      throw new KerasFileException(
          folder
              + ": a SavedModel without a Keras model in it: its signatures can be run, but it has"
              + " no layers that could be trained");
    }
    JsonNode config = KerasFile.parse(new String(text, StandardCharsets.UTF_8));
    try (TensorScope scope = TensorScope.open()) {
      List<SavedVariable> variables = SavedModel.variables(folder);
      long numbers = variables.stream().mapToLong(one -> one.value().shape().size()).sum();
      Model model = model(folder, config, numbers, options);
      try {
        assign(model, variables, folder);
        return model;
      } catch (RuntimeException e) {
        model.close();
        throw e;
      }
    }
  }

  private static Model model(Path folder, JsonNode config, long numbers, LoadOptions options) {
    try {
      return WeightLimit.during(
          numbers + ModelFiles.SPARE_WEIGHTS,
          ModelFiles.STORED,
          () -> ModelFiles.model(config, options));
    } catch (UnsupportedOperationException | FileFormatException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new KerasFileException(
          folder + ": " + KerasFile.IN_SAVED_MODEL + KerasFile.CONFIG + ": " + e.getMessage(), e);
    }
  }

  private static void assign(Model model, List<SavedVariable> variables, Path folder) {
    List<Weight> weights = model.weights();
    if (weights.size() != variables.size()) {
      throw new KerasFileException(
          folder
              + ": the model has "
              + weights.size()
              + " weights, but "
              + variables.size()
              + " variables are stored");
    }
    for (int i = 0; i < weights.size(); i++) {
      Weight weight = weights.get(i);
      Tensor value = variables.get(i).value();
      if (value.dtype() != weight.dtype() || !value.shape().equals(weight.shape())) {
        throw new KerasFileException(
            "%s: weight `%s` must be %s of shape %s. Stored as `%s`: %s of shape %s"
                .formatted(
                    folder,
                    weight.path(),
                    weight.dtype(),
                    weight.shape(),
                    variables.get(i).name(),
                    value.dtype(),
                    value.shape()));
      }
    }
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).assign(variables.get(i).value());
    }
  }
}

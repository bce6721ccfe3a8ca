package rhyton.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rhyton.config.Codec;
import rhyton.config.ConfigException;
import rhyton.config.ReadContext;
import rhyton.config.TypeRegistry;
import rhyton.layers.Layer;
import rhyton.layers.WeightLimit;
import rhyton.saving.FileKind;
import rhyton.saving.KerasFile;
import rhyton.saving.KerasFileException;
import rhyton.saving.KerasFileWriter;
import rhyton.saving.OperationReader;
import rhyton.saving.OperationWriter;
import rhyton.saving.WeightStore;
import rhyton.saving.hdf5.H5File;
import rhyton.saving.hdf5.H5Writer;
import rhyton.tensor.FileFormatException;
import rhyton.tensor.Shape;
import rhyton.tensor.runtime.NativeRuntime;
import rhyton.training.Compile;

/** Loads and saves models. */
final class ModelFiles {
  private static final System.Logger LOG = System.getLogger(ModelFiles.class.getName());

  /** A model may have some more weights than the file stores: those that files leave out. */
  static final long SPARE_WEIGHTS = 1 << 16;

  /** What weights are measured by. */
  static final String STORED = "the weights that the file stores";

  private ModelFiles() {}

  // ---- loading -------------------------------------------------------------------------------

  static Model load(Path path, LoadOptions options) {
    try {
      return switch (FileKind.of(path)) {
        case ZIP, FOLDER -> loadKeras(path, options);
        case HDF5 ->
            throw new UnsupportedOperationException(
                path + ": models in Keras's old HDF5 format cannot be loaded yet");
        case SAVED_MODEL -> SavedModelExport.load(path, options);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Model loadKeras(Path path, LoadOptions options) throws IOException {
    try (KerasFile file = KerasFile.open(path)) {
      JsonNode config = file.config();
      try (H5File weights = file.weights()) {
        Model model = make(file, config, weights, options);
        try {
          WeightStore.read(weights, model);
          if (model.compiled() != null) {
            OptimizerState.read(model, weights);
          }
          return model;
        } catch (RuntimeException e) {
          model.close();
          throw e;
        }
      }
    }
  }

  private static Model make(KerasFile file, JsonNode config, H5File weights, LoadOptions options) {
    try {
      return WeightLimit.during(
          WeightStore.numbers(weights) + SPARE_WEIGHTS, STORED, () -> model(config, options));
    } catch (UnsupportedOperationException | FileFormatException e) {
      throw e;
    } catch (RuntimeException e) {
      throw file.bad(KerasFile.CONFIG, e.getMessage(), e);
    }
  }

  static Model model(JsonNode config, LoadOptions options) {
    TypeRegistry registry = TypeRegistry.standard().and(options.customObjects());
    Layer layer = OperationReader.layer(config, ReadContext.root(registry));
    if (!(layer instanceof Model model)) {
      layer.close();
      throw new ConfigException("class_name", "must be a model", null);
    }
    for (Layer inner : model.flattened()) {
      if (inner instanceof Model part && part != model) {
        part.belongToHolder();
      }
    }
    build(model, config.path("build_config").path("input_shape"), registry);
    if (options.compile()) {
      compile(model, config.path("compile_config"), ReadContext.root(registry));
    }
    return model;
  }

  /** A model of a user's class has its weights made for what the file says it was built for. */
  private static void build(Model model, JsonNode shape, TypeRegistry registry) {
    if (!model.isSubclassed() || model.isBuilt() || !shape.isArray()) {
      return;
    }
    try {
      ReadContext at = ReadContext.root(registry).at("build_config").at("input_shape");
      List<Shape> shapes = new ArrayList<>();
      if (shape.path(0).isArray()) {
        shape.forEach(one -> shapes.add(Shape.of(Codec.SHAPE.fromJson(one, at))));
      } else {
        shapes.add(Shape.of(Codec.SHAPE.fromJson(shape, at)));
      }
      model.buildFor(shapes);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static void compile(Model model, JsonNode config, ReadContext root) {
    try {
      if (CompileConfig.isOwn(model)) {
        LOG.log(
            System.Logger.Level.WARNING,
            "Model `{0}` has a compile method of its own, which loading does not call: compile the"
                + " model before it is trained",
            model.name());
        return;
      }
      Compile compile = CompileConfig.read(config, root.at("compile_config"));
      if (compile != null) {
        model.compile(compile);
      }
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  // ---- saving --------------------------------------------------------------------------------

  static void save(Model model, Path path) {
    String name = path.getFileName().toString();
    if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
      throw new UnsupportedOperationException(
          path + ": saving in Keras's old HDF5 format is not supported yet. Use .keras");
    }
    if (!name.endsWith(".keras")) {
      export(model, path);
      return;
    }
    ObjectNode config = config(model);
    try {
      KerasFileWriter.write(path, config, out -> writeWeights(model, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void export(Model model, Path folder) {
    SavedModelExport.write(model, config(model), folder);
  }

  private static ObjectNode config(Model model) {
    ObjectNode config = new OperationWriter().write(model);
    config.set("compile_config", CompileConfig.of(model));
    return config;
  }

  static void saveWeights(Model model, Path path) {
    if (!path.getFileName().toString().endsWith(".weights.h5")) {
      throw new IllegalArgumentException(
          "saveWeights: argument `path` must end in .weights.h5. Received: path=" + path);
    }
    try {
      KerasFileWriter.writeWeights(path, out -> writeWeights(model, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeWeights(Model model, H5Writer out) throws IOException {
    WeightStore.write(out, model);
    OptimizerState.write(model, out);
  }

  // ---- architecture only ---------------------------------------------------------------------

  static String toJson(Model model) {
    return new OperationWriter().write(model).toString();
  }

  static Model fromJson(String json, LoadOptions options) {
    return WeightLimit.during(
        NativeRuntime.memory() / Float.BYTES,
        "this machine's memory",
        () -> model(KerasFile.parse(json), options));
  }

  // ---- weights only --------------------------------------------------------------------------

  static void loadWeights(Model model, Path path) {
    try {
      switch (FileKind.of(path)) {
        case ZIP, FOLDER -> {
          try (KerasFile file = KerasFile.open(path);
              H5File weights = file.weights()) {
            readWeights(model, weights);
          }
        }
        case HDF5 -> {
          try (H5File weights = H5File.open(path)) {
            if (!weights.hasGroup("layers") && weights.attributes("").containsKey("layer_names")) {
              throw new UnsupportedOperationException(
                  path + ": weights in the HDF5 format of Keras 2 cannot be loaded yet");
            }
            readWeights(model, weights);
          }
        }
        default -> throw new KerasFileException(path + ": a SavedModel is no file of weights");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readWeights(Model model, H5File weights) {
    WeightStore.read(weights, model);
    OptimizerState.read(model, weights);
  }
}

package rhyton.savedmodel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.runtime.NativeSession;
import rhyton.tensor.runtime.TensorFlowException;

/**
 * A SavedModel, loaded: its signatures can be called, by many threads at once. Signatures that
 * change variables change them for all later calls.
 *
 * <pre>{@code
 * try (SavedModel model = SavedModel.load(Path.of("export"))) {
 *   Map<String, Tensor> y = model.call("serving_default", Map.of("x", x));
 * }
 * }</pre>
 *
 * @see <a href="https://www.tensorflow.org/guide/saved_model">SavedModel</a>
 */
public final class SavedModel implements AutoCloseable {
  /** The signature that serving systems look for. */
  public static final String SERVING_DEFAULT = "serving_default";

  /** The signature that initialises a model; TensorFlow runs it while loading. */
  private static final String INIT = "__saved_model_init_op";

  private final Path folder;
  private final Runner runner;
  private final MetaGraphDef metaGraph;
  private final Map<String, Signature> signatures = new LinkedHashMap<>();

  private SavedModel(Path folder, Runner runner, MetaGraphDef metaGraph) {
    this.folder = folder;
    this.runner = runner;
    this.metaGraph = metaGraph;
    new TreeMap<>(metaGraph.getSignatureDefMap())
        .forEach(
            (name, definition) -> {
              if (!name.equals(INIT)) {
                signatures.put(name, signature(name, definition));
              }
            });
  }

  /**
   * Whether a folder holds a SavedModel.
   *
   * @param folder the folder
   * @return whether the file that every SavedModel has is in it
   */
  public static boolean isSavedModel(Path folder) {
    return Files.isRegularFile(folder.resolve(SavedModelFile.NAME));
  }

  /**
   * Loads the graph with the tag {@code serve}.
   *
   * @param folder the SavedModel
   * @return the model, owned by the caller
   * @throws SavedModelException if it cannot be loaded
   */
  public static SavedModel load(Path folder) {
    return load(folder, List.of("serve"));
  }

  /**
   * Loads the graph with some tags.
   *
   * @param folder the SavedModel
   * @param tags the tags
   * @return the model, owned by the caller
   * @throws SavedModelException if it cannot be loaded
   */
  public static SavedModel load(Path folder, List<String> tags) {
    MetaGraphDef metaGraph = SavedModelFile.metaGraph(folder, tags);
    Runner runner = null;
    try {
      SizeLimits.check(metaGraph.getGraphDef());
      runner = runner(folder, metaGraph, tags);
      SavedModel model = new SavedModel(folder, runner, metaGraph);
      model.signatures.values().forEach(model::prepare);
      return model;
    } catch (RuntimeException e) {
      if (runner != null) {
        runner.close();
      }
      throw e instanceof SavedModelException
          ? e
          : new SavedModelException(folder + ": " + e.getMessage(), e);
    }
  }

  private static Runner runner(Path folder, MetaGraphDef metaGraph, List<String> tags) {
    return GraphFunctions.canHold(metaGraph.getGraphDef())
        ? new FunctionRunner(folder, metaGraph)
        : new SessionRunner(NativeSession.load(folder, tags));
  }

  private void prepare(Signature signature) {
    SignatureDef definition = metaGraph.getSignatureDefOrThrow(signature.name());
    runner.prepare(
        tensors(signature.inputs(), definition.getInputsMap()),
        tensors(signature.outputs(), definition.getOutputsMap()));
  }

  private static List<String> tensors(Map<String, TensorSpec> specs, Map<String, TensorInfo> all) {
    return specs.keySet().stream().map(name -> all.get(name).getName()).toList();
  }

  private static Signature signature(String name, SignatureDef definition) {
    return new Signature(
        name,
        definition.getMethodName(),
        specs(definition.getInputsMap()),
        specs(definition.getOutputsMap()));
  }

  private static Map<String, TensorSpec> specs(Map<String, TensorInfo> infos) {
    Map<String, TensorSpec> specs = new LinkedHashMap<>();
    new TreeMap<>(infos)
        .forEach(
            (name, info) ->
                specs.put(
                    name,
                    new TensorSpec(
                        DType.ofCode(info.getDtypeValue()),
                        Protos.shape(info.getTensorShape()),
                        name)));
    return Collections.unmodifiableMap(specs);
  }

  /**
   * Reads a file that {@link SavedModelWriter#addFile} has put into a SavedModel, without loading
   * the SavedModel.
   *
   * @param folder the SavedModel
   * @param path the file's path, as it was given to the writer
   * @return its bytes, or null if there is no such file
   */
  public static byte[] extraFile(Path folder, String path) {
    return ExtraFiles.read(folder, path);
  }

  /**
   * Reads the variables of a SavedModel that its writer has listed, as Keras and {@link
   * SavedModelWriter} do, without loading the SavedModel.
   *
   * @param folder the SavedModel
   * @return the variables in the order of the list; their values belong to the caller's scope
   * @throws SavedModelException if there is no list, or a value is missing
   */
  public static List<SavedVariable> variables(Path folder) {
    try {
      return SavedModelFile.variables(folder);
    } catch (TensorFlowException e) {
      throw new SavedModelException(folder + ": variables/: " + e.getMessage(), e);
    }
  }

  /** Returns the folder that it was loaded from. */
  public Path folder() {
    return folder;
  }

  /** Returns the signatures by name, in sorted order. */
  public Map<String, Signature> signatures() {
    return Collections.unmodifiableMap(signatures);
  }

  /** Returns the version of TensorFlow that wrote it; empty if it does not say. */
  public String writerVersion() {
    return metaGraph.getMetaInfoDef().getTensorflowVersion();
  }

  /** Returns the description of the graph. */
  public MetaGraphDef metaGraph() {
    return metaGraph;
  }

  /**
   * A signature.
   *
   * @param name its name
   * @return the signature
   * @throws IllegalArgumentException if there is none of that name
   */
  public Signature signature(String name) {
    Signature signature = signatures.get(name);
    if (signature == null) {
      throw new IllegalArgumentException(
          "There is no signature `" + name + "`. Available: " + signatures.keySet());
    }
    return signature;
  }

  /**
   * Calls a signature.
   *
   * @param name its name
   * @param inputs the arguments by name; numbers of another type are converted
   * @return the results by name, in sorted order; they belong to the caller's scope
   * @throws IllegalArgumentException if arguments are missing, superfluous or do not fit
   */
  public Map<String, Tensor> call(String name, Map<String, Tensor> inputs) {
    Signature signature = signature(name);
    if (!inputs.keySet().equals(signature.inputs().keySet())) {
      throw new IllegalArgumentException(
          "Signature `"
              + name
              + "` takes the arguments "
              + signature.inputs().keySet()
              + ". Received: "
              + inputs.keySet());
    }
    SignatureDef definition = metaGraph.getSignatureDefOrThrow(name);
    try (TensorScope scope = TensorScope.open()) { // for the converted arguments
      List<Tensor> values = new ArrayList<>();
      signature
          .inputs()
          .forEach(
              (argument, spec) -> values.add(fitting(name, argument, spec, inputs.get(argument))));
      List<Tensor> results =
          runner.run(
              tensors(signature.inputs(), definition.getInputsMap()),
              values,
              tensors(signature.outputs(), definition.getOutputsMap()));
      Map<String, Tensor> named = new LinkedHashMap<>();
      for (String output : signature.outputs().keySet()) {
        named.put(output, results.get(named.size()).keep());
      }
      return named;
    }
  }

  private static Tensor fitting(String name, String argument, TensorSpec spec, Tensor value) {
    boolean numbers = value.dtype().isNumeric() && spec.dtype().isNumeric();
    Tensor fitting = numbers ? value.cast(spec.dtype()) : value;
    if (!spec.accepts(fitting)) {
      throw new IllegalArgumentException(
          "Signature `"
              + name
              + "`: argument `"
              + argument
              + "` must be "
              + spec.dtype()
              + " of shape "
              + spec.shape()
              + ". Received: "
              + value.dtype()
              + " of shape "
              + value.shape());
    }
    return fitting;
  }

  /** Frees the model when the calls under way have ended. Closing twice is harmless. */
  @Override
  public void close() {
    runner.close();
  }
}

package rhyton.savedmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;
import rhyton.tensor.runtime.NativeGraph;
import rhyton.tensor.runtime.NativeRuntime;

/**
 * Writes a SavedModel of TensorFlow 2 with the tag {@code serve}: functions and variables that
 * Python's {@code tf.saved_model.load}, TensorFlow Serving and {@link SavedModel} load.
 *
 * <p>In Python the loaded object has the endpoints as methods, the lists {@code variables}, {@code
 * trainable_variables} and {@code non_trainable_variables}, and {@code signatures}; a {@code
 * GradientTape} around a call reaches the variables. The first endpoint is also the signature
 * {@code serving_default}.
 *
 * <pre>{@code
 * SavedModelWriter writer = new SavedModelWriter();
 * writer.addVariable("kernel", kernel, true);
 * writer.addEndpoint(Endpoint.of("serve", List.of(x), in -> List.of(in.get(0).matmul(kernel.read()))));
 * writer.write(Path.of("export"));
 * }</pre>
 */
public final class SavedModelWriter {
  private static final Set<String> TAKEN =
      Set.of(
          "variables",
          "trainable_variables",
          "non_trainable_variables",
          "_all_variables",
          "_misc_assets",
          "signatures",
          SavedModel.SERVING_DEFAULT);

  private final List<ExportedVariable> variables = new ArrayList<>();
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new TreeMap<>();

  /** Nothing to write yet. */
  public SavedModelWriter() {}

  /**
   * Adds a variable to those that the user of the file sees, in the order in which they are added.
   * Variables that endpoints use and that are not added are written all the same.
   *
   * @param name its name, such as {@code dense/kernel}; need not be unique
   * @param variable the variable
   * @param trainable whether training may change it
   */
  public void addVariable(String name, Variable variable, boolean trainable) {
    variables.add(new ExportedVariable(variable, name, trainable, true));
  }

  /**
   * Adds an endpoint.
   *
   * @param endpoint the endpoint
   * @throws IllegalArgumentException if its name is taken
   */
  public void addEndpoint(Endpoint endpoint) {
    if (TAKEN.contains(endpoint.name()) || !endpoint.name().matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException(
          "SavedModelWriter: an endpoint must have a name of letters, digits and `_` that is none"
              + " of "
              + TAKEN.stream().sorted().toList()
              + ". Received: `"
              + endpoint.name()
              + "`");
    }
    if (endpoints.putIfAbsent(endpoint.name(), endpoint.inPythonsOrder()) != null) {
      throw new IllegalArgumentException(
          "SavedModelWriter: there is an endpoint `" + endpoint.name() + "` already");
    }
  }

  /**
   * Adds a file of the user's. It lies below {@code assets.extra}, a folder that TensorFlow leaves
   * alone, and is found again by {@link SavedModel#extraFile}.
   *
   * @param path its path there, such as {@code keras/config.json}
   * @param content its bytes
   */
  public void addFile(String path, byte[] content) {
    ExtraFiles.check(path);
    files.put(path, content.clone());
  }

  /**
   * Writes the SavedModel. It is written beside its place and then moved there: if that fails, a
   * SavedModel that was there is left whole.
   *
   * @param folder where; an empty folder or a SavedModel is replaced
   * @throws IllegalArgumentException if something else is there
   * @throws IllegalStateException if there is no endpoint
   * @throws SavedModelException if files cannot be written
   */
  public void write(Path folder) {
    if (endpoints.isEmpty()) {
      throw new IllegalStateException("SavedModelWriter: there is no endpoint to write");
    }
    try (TensorScope scope = TensorScope.open()) {
      FolderSwap.write(folder, this::writeInto);
    } catch (IOException e) {
      throw new SavedModelException(folder + ": " + e.getMessage(), e);
    }
  }

  private void writeInto(Path folder) throws IOException {
    Map<Endpoint, ExportedFunction> functions = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints.values()) {
      functions.put(
          endpoint,
          ExportedFunction.trace(
              "__inference_" + endpoint.name(), endpoint.inputs(), endpoint.body()));
    }
    List<ExportedVariable> all = allVariables(functions.values());
    ObjectGraphWriter objects = new ObjectGraphWriter(all);
    GraphWriter graph = new GraphWriter(all);
    functions.forEach(
        (endpoint, function) -> {
          objects.addMethod(endpoint, function);
          graph.addFunction(function);
          addSignature(endpoint.name(), endpoint, function, objects, graph);
        });
    Endpoint first = endpoints.values().iterator().next();
    addSignature(SavedModel.SERVING_DEFAULT, first, functions.get(first), objects, graph);
    graph.addInitialiser();
    graph.addSaver(objects.keys(), objects.checkpoint());

    Files.createDirectories(folder.resolve("assets"));
    Files.createDirectories(folder.resolve("variables"));
    Map<String, Tensor> values = new TreeMap<>();
    objects.keys().forEach((variable, key) -> values.put(key, variable.variable().read()));
    new Checkpoint(folder).write(values, objects.checkpoint());
    Files.write(folder.resolve(SavedModelFile.NAME), savedModel(graph, objects).toByteArray());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = ExtraFiles.path(folder, file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** Those of the user and those that are only used inside. */
  private List<ExportedVariable> allVariables(Iterable<ExportedFunction> functions) {
    List<ExportedVariable> all = new ArrayList<>(variables);
    Set<Variable> known = Collections.newSetFromMap(new IdentityHashMap<>());
    variables.forEach(variable -> known.add(variable.variable()));
    for (ExportedFunction function : functions) {
      for (Variable variable : function.variables()) {
        if (known.add(variable)) {
          all.add(new ExportedVariable(variable, variable.name(), false, false));
        }
      }
    }
    return all;
  }

  private static void addSignature(
      String name,
      Endpoint endpoint,
      ExportedFunction function,
      ObjectGraphWriter objects,
      GraphWriter graph) {
    List<String> outputs = endpoint.outputNames(function.outputs().size());
    List<Integer> outputOrder = sorted(outputs);
    ExportedFunction wrapper =
        function.wrapped(
            "__inference_signature_wrapper_" + name,
            sorted(endpoint.inputs().stream().map(TensorSpec::name).toList()),
            outputOrder);
    List<String> names = outputOrder.stream().map(outputs::get).toList();
    graph.addFunction(wrapper);
    graph.addSignature(name, wrapper, names);
    objects.addSignature(name, wrapper, names);
  }

  /** The places of names in their sorted order, in which Python hands over dictionaries. */
  private static List<Integer> sorted(List<String> names) {
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(Comparator.comparing(names::get))
        .toList();
  }

  private static org.tensorflow.proto.SavedModel savedModel(
      GraphWriter graph, ObjectGraphWriter objects) throws IOException {
    MetaGraphDef.Builder metaGraph = graph.metaGraph();
    metaGraph
        .getMetaInfoDefBuilder()
        .addTags("serve")
        .setTensorflowVersion(NativeRuntime.version())
        .setStrippedDefaultAttrs(true);
    try (NativeGraph empty = new NativeGraph()) {
      metaGraph
          .getGraphDefBuilder()
          .setVersions(GraphDef.parseFrom(empty.toGraphDef()).getVersions());
    }
    metaGraph.setObjectGraphDef(objects.build());
    return org.tensorflow.proto.SavedModel.newBuilder()
        .setSavedModelSchemaVersion(1)
        .addMetaGraphs(metaGraph)
        .build();
  }
}

package rhyton.savedmodel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.MetaGraphDef;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.runtime.InFlight;
import rhyton.tensor.runtime.NativeFunction;
import rhyton.tensor.runtime.TensorFlowException;

/**
 * Runs graphs of TensorFlow 2 as functions of the runtime that all of Rhyton uses: each combination
 * of given and wanted tensors is made a function once.
 */
final class FunctionRunner implements Runner {
  private static final String INIT_SIGNATURE = "__saved_model_init_op";

  /** Where older writers name the op that initialises tables. */
  private static final List<String> INIT_COLLECTIONS =
      List.of("saved_model_main_op", "legacy_init_op");

  private final GraphFunctions functions;
  private final Map<List<List<String>>, NativeFunction> made = new ConcurrentHashMap<>();
  private final InFlight calls = new InFlight();

  FunctionRunner(Path folder, MetaGraphDef metaGraph) {
    functions = new GraphFunctions(metaGraph.getGraphDef());
    try (TensorScope scope = TensorScope.open()) {
      restore(folder, metaGraph);
      initialise(folder, metaGraph);
    } catch (RuntimeException e) {
      functions.close();
      throw e;
    }
  }

  private void restore(Path folder, MetaGraphDef metaGraph) {
    String restore = metaGraph.getSaverDef().getRestoreOpName();
    Checkpoint checkpoint = new Checkpoint(folder);
    if (!checkpoint.exists()) {
      if (functions.hasVariables()) {
        throw new SavedModelException(
            folder + ": the values are missing: there is no file variables/variables.index");
      }
      return;
    }
    try {
      if (!restore.isEmpty()) {
        String file = metaGraph.getSaverDef().getFilenameTensorName();
        once(List.of(file), List.of(checkpoint.prefix()), restore);
      }
      CapturedVariables.restore(checkpoint, metaGraph, functions);
    } catch (TensorFlowException e) {
      throw new SavedModelException(folder + ": variables/: " + e.getMessage(), e);
    }
  }

  private void initialise(Path folder, MetaGraphDef metaGraph) {
    List<String> names = new ArrayList<>();
    List<Tensor> paths = new ArrayList<>();
    for (AssetFileDef asset : metaGraph.getAssetFileDefList()) {
      names.add(asset.getTensorInfo().getName());
      paths.add(Tensor.of(asset(folder, asset.getFilename()).toString()));
    }
    String init = initOp(metaGraph);
    if (init != null) {
      once(names, paths, init);
    }
  }

  private static Path asset(Path folder, String name) {
    Path assets = folder.resolve("assets").normalize();
    Path file = assets.resolve(name).normalize();
    if (!file.startsWith(assets)) {
      throw new SavedModelException(
          folder + ": the asset `" + name + "` lies outside of the folder");
    }
    if (!Files.exists(file)) {
      throw new SavedModelException(folder + ": the asset `" + name + "` is missing in assets/");
    }
    return file;
  }

  private static String initOp(MetaGraphDef metaGraph) {
    if (metaGraph.containsSignatureDef(INIT_SIGNATURE)) {
      var outputs = metaGraph.getSignatureDefOrThrow(INIT_SIGNATURE).getOutputsMap().values();
      String tensor = outputs.iterator().next().getName();
      return tensor.contains(":") ? tensor.substring(0, tensor.indexOf(':')) : tensor;
    }
    for (String collection : INIT_COLLECTIONS) {
      CollectionDef ops = metaGraph.getCollectionDefOrDefault(collection, null);
      if (ops != null && ops.getNodeList().getValueCount() > 0) {
        return ops.getNodeList().getValue(0);
      }
    }
    return null;
  }

  private void once(List<String> feeds, List<Tensor> values, String effect) {
    try (NativeFunction function = functions.function(feeds, List.of(), List.of(effect))) {
      Tensor.call(function, values, 1);
    }
  }

  @Override
  public List<Tensor> run(List<String> feeds, List<Tensor> values, List<String> fetches) {
    if (!calls.enter()) {
      throw new IllegalStateException("A SavedModel is used after it was closed");
    }
    try {
      List<List<String>> key = List.of(feeds, fetches);
      NativeFunction known = made.get(key);
      NativeFunction function = known != null ? known : make(key);
      return Tensor.call(function, values, 1);
    } finally {
      calls.leave();
    }
  }

  @Override
  public void prepare(List<String> feeds, List<String> fetches) {
    make(List.of(feeds, fetches));
  }

  private synchronized NativeFunction make(List<List<String>> key) {
    return made.computeIfAbsent(
        key, parts -> functions.function(parts.get(0), parts.get(1), List.of()));
  }

  @Override
  public void close() {
    if (calls.close()) {
      made.values().forEach(NativeFunction::close);
      functions.close();
    }
  }
}

package rhyton.savedmodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass;
import rhyton.tensor.DType;

/** Reads what lies in the folder of a SavedModel. */
final class SavedModelFile {
  static final String NAME = "saved_model.pb";

  private SavedModelFile() {}

  static MetaGraphDef metaGraph(Path folder, List<String> tags) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new SavedModelException(folder + " is not a SavedModel: it has no file " + NAME);
    }
    try (InputStream in = Files.newInputStream(file)) {
      var graphs = org.tensorflow.proto.SavedModel.parseFrom(in).getMetaGraphsList();
      for (MetaGraphDef graph : graphs) {
        if (Set.copyOf(graph.getMetaInfoDef().getTagsList()).equals(Set.copyOf(tags))) {
          return graph;
        }
      }
      throw new SavedModelException(
          file
              + ": there is no graph with the tags "
              + tags
              + ". Available: "
              + graphs.stream().map(graph -> graph.getMetaInfoDef().getTagsList()).toList());
    } catch (IOException e) {
      throw new SavedModelException(file + ": " + e.getMessage(), e);
    }
  }

  /** The variables of the list {@code variables} with their values. */
  static List<SavedVariable> variables(Path folder) {
    Checkpoint checkpoint = new Checkpoint(folder);
    ObjectGraph objects =
        new ObjectGraph(
            metaGraph(folder, List.of("serve")).getObjectGraphDef(), checkpoint.objects());
    List<Integer> ids = objects.list("variables");
    if (ids == null) {
      throw new SavedModelException(folder + ": its root object has no list `variables`");
    }
    List<SavedVariable> variables = new ArrayList<>();
    for (int id : ids) {
      SavedObjectGraphOuterClass.SavedVariable variable = objects.object(id).getVariable();
      String key = objects.key(id);
      if (key == null) {
        throw new SavedModelException(
            folder + ": variables/: there is no value of `" + variable.getName() + "`");
      }
      variables.add(
          new SavedVariable(
              variable.getName(),
              variable.getTrainable(),
              checkpoint.read(key, DType.ofCode(variable.getDtypeValue()))));
    }
    return variables;
  }
}

package rhyton.cli;

import java.util.List;
import rhyton.graph.Structure;
import rhyton.models.Model;

/** What the inputs of a model are called in files: the keys of a dictionary, else their names. */
final class ModelNames {
  private ModelNames() {}

  static List<String> inputs(Model model) {
    Structure structure = model.inputStructure();
    return structure.kind() == Structure.Kind.DICTIONARY ? structure.keys() : model.inputNames();
  }
}

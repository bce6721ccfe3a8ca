package rhyton.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rhyton.models.Model;
import rhyton.savedmodel.SavedModel;
import rhyton.saving.FileKind;

/** Prints what is in a model file. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Print format, writer, inputs, outputs, weights, signatures and optimizer.",
    footer = {
      "",
      "The writer is Rhyton, which signs its files, or else Keras. The writer's version is that of"
          + " Keras whose files these are; of a SavedModel that of TensorFlow."
    })
final class InspectCommand extends Action {
  @Mixin private ModelArgument argument;
  @Mixin private JsonOutput json;

  @Override
  int run() throws IOException {
    ObjectNode facts = facts();
    if (!json.isStandardOutput()) {
      out().print(FactsText.of(facts));
    }
    json.write(facts, out());
    return 0;
  }

  private ObjectNode facts() throws IOException {
    FileKind kind = argument.kind();
    ObjectNode signatures = null;
    if (kind == FileKind.SAVED_MODEL) {
      try (SavedModel model = argument.loadSavedModel()) {
        signatures = ModelFacts.of(model);
      }
    }
    if (argument.hasOnlySignatures()) {
      return signatures;
    }
    try (Model model = argument.load("inspected")) {
      return ModelFacts.of(model, argument.path(), kind, signatures);
    }
  }
}

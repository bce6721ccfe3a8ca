package rhyton.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rhyton.models.Model;
import rhyton.models.SummaryOptions;
import rhyton.savedmodel.SavedModel;

/** Prints the layers of a model. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = "Print the layers, shapes and numbers of parameters, as Keras does.")
final class SummaryCommand extends Action {
  @Mixin private ModelArgument argument;

  @Override
  int run() throws IOException {
    if (argument.hasOnlySignatures()) {
      try (SavedModel model = argument.loadSavedModel()) {
        out().print(FactsText.of(ModelFacts.of(model)));
      }
    } else {
      try (Model model = argument.load("summarized")) {
        out().print(model.summaryText(new SummaryOptions()));
      }
    }
    return 0;
  }
}

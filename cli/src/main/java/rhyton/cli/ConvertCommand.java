package rhyton.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import rhyton.models.Model;

/** Writes a model in another format. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = "Write a model in the format that the suffix of OUT names.")
final class ConvertCommand extends Action {
  @Mixin private ModelArgument argument;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      converter = ModelTarget.Converter.class,
      description = "A .keras or .weights.h5 file, or a folder for a SavedModel.")
  private ModelTarget out;

  @Override
  int run() throws IOException {
    Outputs.requireFolder(out.path());
    try (Model model = argument.load("converted")) {
      out.save(model);
      return 0;
    }
  }
}

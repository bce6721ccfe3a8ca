package rhyton.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rhyton.models.Model;
import rhyton.training.Fit;

/** Prints loss and metrics of a model. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measure loss and metrics of a compiled model; prints them as JSON.",
    footer = {"", TrainingData.KEYS})
final class EvaluateCommand extends Action {
  @Mixin private ModelArgument argument;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "D.npz",
      converter = TrainingData.Converter.class,
      description = "Inputs, targets and maybe weights of samples.")
  private TrainingData data;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Samples computed at once. Default: 32.")
  private int batchSize = 32;

  @Option(names = "--out", paramLabel = "M.json", description = "Write the JSON here too.")
  private Path out;

  @Override
  int run() throws IOException {
    if (batchSize < 1) {
      throw wrongUsage("--batch-size must be at least 1. Received: " + batchSize);
    }
    if (out != null) {
      Outputs.requireFolder(out);
    }
    try (Model model = argument.loadCompiled("evaluated")) {
      ArrayKeys.Samples samples = data.read(model);
      Fit options = new Fit().batchSize(batchSize);
      if (!samples.sampleWeight().isEmpty()) {
        options = options.sampleWeight(samples.sampleWeight());
      }
      Map<String, Double> measured =
          model.evaluate(samples.x(), samples.y(), Terminal.progress(options, out()));
      out().println(Json.line(measured));
      if (out != null) {
        Json.write(out, Json.line(measured));
      }
      return 0;
    }
  }
}

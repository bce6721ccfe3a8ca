package rhyton.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rhyton.callbacks.History;
import rhyton.models.Model;
import rhyton.training.Fit;
import rhyton.utils.RandomSeeds;

/** Trains a model further. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    description = "Train a compiled model; without --history the history is printed as JSON.",
    footer = {"", TrainingData.KEYS})
final class FitCommand extends Action {
  @Mixin private ModelArgument argument;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "D.npz",
      converter = TrainingData.Converter.class,
      description = "Inputs, targets and maybe weights of samples.")
  private TrainingData data;

  @Option(names = "--epochs", paramLabel = "N", description = "Times over the data. Default: 1.")
  private int epochs = 1;

  @Option(names = "--batch-size", paramLabel = "N", description = "Samples a step. Default: 32.")
  private int batchSize = 32;

  @Option(
      names = "--shuffle",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Take the samples in another order each epoch (default), or as they are.")
  private boolean shuffle;

  @Option(
      names = "--validation-split",
      paramLabel = "F",
      description = "The part of the data, at its end, that is kept for validation.")
  private double validationSplit;

  @Option(
      names = "--validation-data",
      paramLabel = "V.npz",
      converter = TrainingData.Converter.class,
      description = "Data to evaluate after each epoch.")
  private TrainingData validation;

  @Option(
      names = "--class-weight",
      paramLabel = "JSON|@FILE",
      description = "How much each class counts, such as {\"0\": 1.0, \"1\": 2.5}.")
  private String classWeight;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Makes shuffling and layers without a seed repeatable, and equal to Python's.")
  private Long seed;

  @Option(names = "--history", paramLabel = "H.json", description = "Where the history goes.")
  private Path history;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      converter = ModelTarget.Converter.class,
      description = "Where the trained model goes: .keras, .weights.h5, or a SavedModel folder.")
  private ModelTarget out;

  @Override
  int run() throws IOException {
    Fit options = options();
    if (history != null) {
      Outputs.requireFolder(history);
    }
    if (out != null) {
      Outputs.requireFolder(out.path());
    }
    try (Model model = argument.loadCompiled("trained")) {
      ArrayKeys.Samples samples = data.read(model);
      History done =
          model.fit(
              samples.x(),
              samples.y(),
              Terminal.progress(withData(options, samples, model), out()));
      write(Json.line(done.history()));
      if (out == null) {
        err().println("fit: without --out nothing of the training is kept");
      } else {
        out.save(model);
      }
      return 0;
    }
  }

  /** What the options say; a value that {@code fit} refuses is wrong usage. */
  private Fit options() throws IOException {
    try {
      Fit options =
          new Fit()
              .epochs(epochs)
              .batchSize(batchSize)
              .shuffle(shuffle)
              .validationSplit(validationSplit);
      if (seed != null) {
        RandomSeeds.setRandomSeed(seed);
      }
      return classWeight == null ? options : options.classWeight(classWeights());
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private Map<Integer, Double> classWeights() throws IOException {
    String json =
        classWeight.startsWith("@")
            ? Files.readString(Path.of(classWeight.substring(1)))
            : classWeight;
    Map<Integer, Double> weights = new TreeMap<>();
    try {
      for (Map.Entry<String, Double> entry : Json.numbers(json).entrySet()) {
        weights.put(Integer.valueOf(entry.getKey()), entry.getValue());
      }
    } catch (JsonProcessingException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "--class-weight must be an object such as {\"0\": 1.0, \"1\": 2.5}. Received: "
              + json.strip(),
          e);
    }
    return weights;
  }

  private Fit withData(Fit options, ArrayKeys.Samples samples, Model model) throws IOException {
    Fit all =
        samples.sampleWeight().isEmpty() ? options : options.sampleWeight(samples.sampleWeight());
    if (validation == null) {
      return all;
    }
    ArrayKeys.Samples other = validation.read(model);
    return other.sampleWeight().isEmpty()
        ? all.validationData(other.x(), other.y())
        : all.validationData(other.x(), other.y(), other.sampleWeight());
  }

  private void write(String json) throws IOException {
    if (history == null) {
      out().println(json);
    } else {
      Json.write(history, json);
    }
  }
}

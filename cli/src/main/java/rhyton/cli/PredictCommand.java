package rhyton.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rhyton.models.Model;
import rhyton.savedmodel.SavedModel;
import rhyton.savedmodel.Signature;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;
import rhyton.training.Fit;

/** Writes what a model predicts. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = "Compute the outputs of a model.",
    footer = {
      "",
      "Arrays of an .npz file: x; or x0, x1, ... in the order of the model's inputs; or the inputs'"
          + " names. A .npy file is the only input; a .csv file too, with a header line and a"
          + " column a feature. The outputs are called predict, or predict0, predict1, ...;"
          + " the columns of a .csv file predict, or predict_0, predict_1, ...; names of columns"
          + " are not looked at when one is read."
    })
final class PredictCommand extends Action {
  @Mixin private ModelArgument argument;

  @Option(
      names = "--inputs",
      required = true,
      paramLabel = "X.npz|X.npy|X.csv",
      converter = ArrayFile.Converter.class,
      description = "The inputs.")
  private ArrayFile inputs;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "Y.npz|Y.npy|Y.csv",
      converter = ArrayFile.Converter.class,
      description = "Where the outputs go.")
  private ArrayFile out;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Samples computed at once. Default: 32.")
  private int batchSize = 32;

  @Option(
      names = "--signature",
      paramLabel = "NAME",
      description =
          "Call this signature of a SavedModel. Default: its Keras model; without one,"
              + " serving_default.")
  private String signature;

  @Override
  int run() throws IOException {
    if (batchSize < 1) {
      throw wrongUsage("--batch-size must be at least 1. Received: " + batchSize);
    }
    Outputs.requireFolder(out.path());
    boolean calls = signature != null || argument.hasOnlySignatures();
    out.write(calls ? callSignature() : predict());
    return 0;
  }

  private List<Tensor> predict() throws IOException {
    try (Model model = argument.load("asked for predictions")) {
      out.requireRoomFor(model.outputNames().size());
      Map<String, Tensor> arrays = inputs.read();
      requireTable(model.inputSpecs().stream().map(TensorSpec::shape).toList());
      List<Tensor> x =
          new ArrayKeys(inputs.path(), arrays, ModelNames.inputs(model), model::checkInputs)
              .inputs();
      Fit options = new Fit().batchSize(batchSize);
      return model.predictAll(x, Terminal.progress(options, out()));
    }
  }

  private List<Tensor> callSignature() throws IOException {
    try (SavedModel model = argument.loadSavedModel()) {
      SignatureCall call = new SignatureCall(model, signature);
      Signature called = call.signature();
      out.requireRoomFor(called.outputs().size());
      Map<String, Tensor> arrays = inputs.read();
      requireTable(called.inputs().values().stream().map(spec -> spec.shape()).toList());
      List<String> names = List.copyOf(called.inputs().keySet());
      return call.run(new ArrayKeys(inputs.path(), arrays, names, x -> {}).inputs(), batchSize);
    }
  }

  private void requireTable(List<Shape> shapes) {
    boolean table = shapes.size() == 1 && (!shapes.get(0).hasRank() || shapes.get(0).rank() == 2);
    if (inputs.format() == ArrayFile.Format.CSV && !table) {
      throw new IllegalArgumentException(
          inputs.path()
              + ": CSV is for models with one input of rank 2. The model's inputs: "
              + shapes);
    }
  }
}

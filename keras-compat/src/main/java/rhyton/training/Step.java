package rhyton.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhyton.data.ArrayData;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.Gradients;

/**
 * One batch in one native call: pick the samples, forward, losses, and in training gradients and
 * update, then the state of what is measured. Its arguments are all the data and the indices of the
 * samples.
 */
final class Step implements AutoCloseable {
  private final CompiledFunction function;
  private final List<String> names;

  private Step(CompiledFunction function, List<String> names) {
    this.function = function;
    this.names = names;
  }

  /**
   * Traces the step for batches of one size.
   *
   * @param settings what is trained, and how
   * @param train whether weights are changed
   * @param data data of the types and shapes that will come
   * @param batch the number of samples of a batch
   */
  static Step trace(TrainSettings settings, boolean train, ArrayData data, int batch) {
    List<TensorSpec> specs = new ArrayList<>();
    for (Tensor tensor : data.all()) {
      specs.add(new TensorSpec(tensor.dtype(), tensor.shape().with(0, -1), "data"));
    }
    specs.add(new TensorSpec(DType.INT32, Shape.of(batch), "indices"));
    String name = (train ? "train_" : "test_") + settings.network().name();
    List<String> names = new ArrayList<>();
    CompiledFunction function =
        CompiledFunction.trace(
            name,
            specs,
            arguments -> {
              Map<String, Tensor> logs = run(settings, train, picked(data, arguments), batch);
              names.addAll(logs instanceof StepLogs.OfMetrics ? List.of() : logs.keySet());
              return StepLogs.stacked(label(settings, train), logs);
            });
    return new Step(function, function.outputs().isEmpty() ? null : names);
  }

  private static ArrayData picked(ArrayData data, List<Tensor> arguments) {
    Tensor indices = arguments.get(arguments.size() - 1);
    List<Tensor> rows = new ArrayList<>();
    for (Tensor all : arguments.subList(0, arguments.size() - 1)) {
      rows.add(Op.of("GatherV2").in(all).in(indices).in(Tensor.of(0)).one());
    }
    int inputs = data.x().size();
    int targets = data.y().size();
    return new ArrayData(
        rows.subList(0, inputs),
        rows.subList(inputs, inputs + targets),
        rows.subList(inputs + targets, rows.size()));
  }

  private static String label(TrainSettings settings, boolean train) {
    return "Model `" + settings.network().name() + "`, " + (train ? "trainStep" : "testStep");
  }

  private static Map<String, Tensor> run(
      TrainSettings settings, boolean train, ArrayData batch, int size) {
    Steps steps = settings.steps();
    StepData data = steps.data(batch);
    Map<String, Tensor> logs =
        CallContext.ofBatch(false, size).during(() -> train ? steps.train(data) : steps.test(data));
    StepLogs.require(label(settings, train), logs);
    return logs;
  }

  /**
   * Keras's step: forward, loss, in training gradients and update, metrics.
   *
   * @param settings what is trained, and how
   * @param train whether weights are changed
   * @param data the batch
   * @return what was measured
   */
  static Map<String, Tensor> usual(TrainSettings settings, boolean train, StepData data) {
    List<Tensor> predicted =
        CallContext.current()
            .inner(List.of(), null, train)
            .during(() -> settings.network().call(data.inputs()));
    Tensor loss = settings.steps().loss(data, predicted);
    settings.tracker().update(loss, data.samples());
    if (train) {
      List<Weight> weights = settings.trained();
      List<Gradient> gradients =
          Gradients.ofVariables(
              settings.optimizer().scaleLoss(loss),
              weights.stream().map(Weight::variable).toList());
      settings.optimizer().apply(gradients, weights);
    }
    settings.metrics().update(data.targets(), predicted, data.weights());
    return new StepLogs.OfMetrics(settings::measured);
  }

  /** What is added to the loss: penalties of weights, and what layers have added in this step. */
  static List<Tensor> extraLosses(Network network) {
    List<Tensor> extra = new ArrayList<>(penalties(network.trainableWeights()));
    extra.addAll(CallContext.current().losses());
    return extra;
  }

  private static List<Tensor> penalties(List<Weight> weights) {
    return weights.stream()
        .filter(weight -> weight.penalty() != null)
        .map(weight -> weight.penalty().apply(weight.read()))
        .toList();
  }

  /**
   * Runs the step.
   *
   * @param data the data
   * @param indices which samples, as many as the step was traced for
   * @return the logs of a step of the network's own; null for the usual step
   */
  Map<String, Double> run(ArrayData data, int[] indices) {
    try (TensorScope scope = TensorScope.open()) {
      List<Tensor> arguments = new ArrayList<>(data.all());
      arguments.add(Tensor.of(indices));
      List<Tensor> logs = function.call(arguments);
      return names == null ? null : StepLogs.sorted(names, logs.get(0).floats());
    }
  }

  @Override
  public void close() {
    function.close();
  }
}

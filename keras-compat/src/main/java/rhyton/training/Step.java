package rhyton.training;

import java.util.ArrayList;
import java.util.List;
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

  private Step(CompiledFunction function) {
    this.function = function;
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
    int inputs = data.x().size();
    int targets = data.y().size();
    return new Step(
        CompiledFunction.trace(
            (train ? "train_" : "test_") + settings.network().name(),
            specs,
            arguments -> {
              Tensor indices = arguments.get(arguments.size() - 1);
              List<Tensor> rows = new ArrayList<>();
              for (Tensor all : arguments.subList(0, arguments.size() - 1)) {
                rows.add(Op.of("GatherV2").in(all).in(indices).in(Tensor.of(0)).one());
              }
              run(
                  settings,
                  train,
                  new ArrayData(
                      rows.subList(0, inputs),
                      rows.subList(inputs, inputs + targets),
                      rows.subList(inputs + targets, rows.size())),
                  batch);
              return List.of();
            }));
  }

  private static void run(TrainSettings settings, boolean train, ArrayData batch, int size) {
    CallContext context = CallContext.outermost(train);
    List<Tensor> predicted = context.during(() -> settings.network().call(batch.x()));
    List<Tensor> extra = new ArrayList<>(penalties(settings.network().trainableWeights()));
    extra.addAll(context.losses());
    Tensor loss = settings.loss().call(batch.y(), predicted, batch.weights(), extra);
    settings.tracker().update(loss, size);
    if (train) {
      List<Weight> weights = settings.trained();
      List<Gradient> gradients =
          Gradients.ofVariables(
              settings.optimizer().scaleLoss(loss),
              weights.stream().map(Weight::variable).toList());
      settings.optimizer().apply(gradients, weights);
    }
    settings.metrics().update(batch.y(), predicted, batch.weights());
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
   */
  void run(ArrayData data, int[] indices) {
    try (TensorScope scope = TensorScope.open()) {
      List<Tensor> arguments = new ArrayList<>(data.all());
      arguments.add(Tensor.of(indices));
      function.call(arguments);
    }
  }

  @Override
  public void close() {
    function.close();
  }
}

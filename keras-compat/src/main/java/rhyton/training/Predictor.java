package rhyton.training;

import java.util.ArrayList;
import java.util.List;
import rhyton.callbacks.Callback;
import rhyton.data.ArrayData;
import rhyton.graph.CallContext;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

/**
 * Predictions: one compiled function for each combination of input types and shapes, called by any
 * number of threads at once without a lock.
 */
final class Predictor implements AutoCloseable {
  private final Network network;
  private final Steps steps;
  private final FunctionCache<List<TensorSpec>> functions = new FunctionCache<>();
  private volatile boolean closed;

  Predictor(Network network, Steps steps) {
    this.network = network;
    this.steps = steps;
  }

  /** Predicts one batch. */
  List<Tensor> batch(List<Tensor> x) {
    List<TensorSpec> specs = new ArrayList<>(x.size());
    for (Tensor input : x) {
      specs.add(new TensorSpec(input.dtype(), input.shape().with(0, -1)));
    }
    return functions.call(specs, this::trace, x);
  }

  private CompiledFunction trace(List<TensorSpec> specs) {
    if (closed) {
      throw new IllegalStateException("Model `" + network.name() + "` is used after it was closed");
    }
    return CompiledFunction.trace(
        "predict_" + network.name(),
        specs,
        x -> CallContext.outermost(false).during(() -> predict(x)));
  }

  private List<Tensor> predict(List<Tensor> x) {
    return steps.predict(steps.data(new ArrayData(x, List.of(), List.of())));
  }

  /** Predicts batch by batch and joins the results. */
  List<Tensor> all(List<Tensor> x, int batchSize, List<Callback> callbacks, Run run) {
    int samples = new ArrayData(x, List.of(), List.of()).samples();
    if (samples <= batchSize && callbacks.isEmpty()) {
      return batch(x);
    }
    try (TensorScope scope = TensorScope.open()) {
      List<List<Tensor>> parts = new ArrayList<>();
      for (int from = 0, batch = 0; from < samples || batch == 0; from += batchSize, batch++) {
        int to = Math.min(samples, from + batchSize);
        int first = from;
        int number = batch;
        callbacks.forEach(callback -> callback.onPredictBatchBegin(run, number));
        List<Tensor> rows = x.stream().map(t -> ArrayData.rows(t, first, to)).toList();
        parts.add(batch(rows));
        callbacks.forEach(callback -> callback.onPredictBatchEnd(run, number));
      }
      return join(parts).stream().map(Tensor::keep).toList();
    }
  }

  private static List<Tensor> join(List<List<Tensor>> parts) {
    List<Tensor> joined = new ArrayList<>();
    for (int i = 0; i < parts.get(0).size(); i++) {
      int output = i;
      List<Tensor> pieces = parts.stream().map(part -> part.get(output)).toList();
      joined.add(
          pieces.size() == 1 ? pieces.get(0) : Op.of("ConcatV2").in(pieces).in(Tensor.of(0)).one());
    }
    return joined;
  }

  /** Drops the functions: the network has changed. */
  void forget() {
    functions.clear();
  }

  @Override
  public void close() {
    closed = true;
    forget();
  }
}

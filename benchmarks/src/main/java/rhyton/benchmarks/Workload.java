package rhyton.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** What is run on both sides, and how many times faster than Python it is to be. */
enum Workload {
  /** Training of a network of dense layers. */
  MLP("mlp", 128, 1.4),
  /** Training of a convolutional network. */
  CONVNET("convnet", 64, 1),
  /** Training on single samples: the cost of a step. */
  TINY("tiny", 1, 4),
  /** Training of an LSTM over 100 steps. */
  LSTM("lstm", 128, 2),
  /** Training of GRUs in both directions over 120 steps. */
  GRU("gru", 128, 1.8),
  /** Single predictions of the network of dense layers. */
  LATENCY("mlp", 200, 0, 2),
  /** Single predictions of the LSTM. */
  LATENCY_LSTM("lstm", 60, 100, 0);

  /** The model and data. */
  final String model;

  /** The samples of a batch in training, 0 for predictions. */
  final int batch;

  /** The ratio to reach of a training step, and of a prediction against each way of Python. */
  final double step;

  final double predict;
  final double call;
  final double function;

  Workload(String model, int batch, double step) {
    this.model = model;
    this.batch = batch;
    this.step = step;
    this.predict = 0;
    this.call = 0;
    this.function = 0;
  }

  Workload(String model, double predict, double call, double function) {
    this.model = model;
    this.batch = 0;
    this.step = 0;
    this.predict = predict;
    this.call = call;
    this.function = function;
  }

  static Workload of(String text) {
    return Arrays.stream(values())
        .filter(workload -> workload.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no workload `" + text + "`. There are: " + Arrays.asList(values())));
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether it trains. */
  boolean trains() {
    return batch > 0;
  }
}

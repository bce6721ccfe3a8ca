package rhyton.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhyton.callbacks.Callback;
import rhyton.callbacks.History;
import rhyton.callbacks.Logs;
import rhyton.callbacks.TrainingRun;
import rhyton.models.Model;
import rhyton.tensor.Npz;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;

/** The Java half of the benchmark: the same models, data and settings as the Python half. */
final class Workloads {
  private static final int CALLS = 5000;

  private final Path models;
  private final int warm;
  private final int epochs;

  Workloads(Path models, int warm, int epochs) {
    this.models = models;
    this.warm = warm;
    this.epochs = epochs;
  }

  List<Row> run(Workload workload) throws IOException {
    try (TensorScope scope = TensorScope.open();
        Model model = Model.load(models.resolve(workload.model + ".keras"))) {
      return workload.trains() ? fit(workload, model) : latency(workload.model, model);
    }
  }

  private List<Row> fit(Workload kind, Model model) throws IOException {
    String workload = kind.model;
    Map<String, Tensor> data = Npz.readAll(models.resolve(workload + ".npz"));
    int batch = kind.batch;
    long samples = data.get("x").shape().get(0);
    double steps = Math.ceil((double) samples / batch);
    Epochs clock = new Epochs();
    History history =
        model.fit(
            data.get("x"),
            data.get("y"),
            new Fit()
                .batchSize(batch)
                .epochs(warm + epochs)
                .shuffle(false)
                .verbose(0)
                .callbacks(clock));
    double[] wall = perStep(clock.wall, steps);
    return List.of(
        Row.of(workload, "fit_step", "ms", wall),
        Row.of(workload, "fit_step_cpu", "ms", perStep(clock.cpu, steps)),
        Row.of(
            workload,
            "first_epoch_extra",
            "s",
            (clock.wall.get(0) - Row.of("", "", "", wall).median() * steps) / 1e3),
        Row.of(workload, "loss_of_first_epoch", "", history.history().get("loss").get(0)),
        Row.of(workload, "peak_rss", "MiB", Clock.peak()));
  }

  private double[] perStep(List<Double> epochTimes, double steps) {
    return epochTimes.stream().skip(warm).mapToDouble(time -> time / steps).toArray();
  }

  /** The time of each epoch. */
  private static final class Epochs implements Callback {
    final List<Double> wall = new ArrayList<>();
    final List<Double> cpu = new ArrayList<>();
    private Clock clock;

    @Override
    public void onEpochBegin(TrainingRun run, int epoch) {
      clock = Clock.start();
    }

    @Override
    public void onEpochEnd(TrainingRun run, int epoch, Logs logs) {
      wall.add(clock.wall());
      cpu.add(clock.cpu());
    }
  }

  /** From a Java array to a Java array, one sample a call. */
  private List<Row> latency(String name, Model model) throws IOException {
    Object sample;
    try (Npz data = Npz.open(models.resolve(name + ".npz"))) {
      sample = data.read("x").getItem(Slice.of(0, 1)).toArray();
    }
    double[] times = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      predict(model, sample);
    }
    Clock all = Clock.start();
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      predict(model, sample);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    return List.of(
        Row.of(name, name + "_predict", "ms", times),
        Row.of(name, name + "_predict_cpu", "ms", all.cpu() / CALLS),
        Row.of(name, "peak_rss", "MiB", Clock.peak()));
  }

  private static float[] predict(Model model, Object sample) {
    try (Tensor y = model.predict(sample)) {
      return y.floats();
    }
  }
}

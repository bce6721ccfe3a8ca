package rhyton.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rhyton.callbacks.Callback;
import rhyton.callbacks.History;
import rhyton.callbacks.Logs;
import rhyton.callbacks.ProgbarLogger;
import rhyton.data.ArrayData;
import rhyton.data.ClassWeights;
import rhyton.graph.CallContext;
import rhyton.metrics.Metric;
import rhyton.optimizers.Optimizer;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.TensorSpec;
import rhyton.utils.FitShuffle;
import rhyton.utils.RandomSeeds;

/**
 * Trains, evaluates and asks a network: compiles a step for each size of batch and runs the loop.
 *
 * <p>One thread at a time trains; others may predict meanwhile. They see every weight as it is
 * before or after a step.
 */
public final class Trainer implements AutoCloseable {
  private final Network network;
  private final Steps ways;
  private final Predictor predictor;

  /** The steps by what they were traced for, the one used last at the end. */
  private final Map<List<Object>, Step> steps = new LinkedHashMap<>(16, 0.75f, true);

  private TrainSettings settings;

  /**
   * A trainer.
   *
   * @param network the network, not compiled
   * @param ways what it does with a batch
   */
  public Trainer(Network network, Steps ways) {
    this.network = network;
    this.ways = ways;
    this.predictor = new Predictor(network, ways);
  }

  /**
   * Sets how the network is trained. What {@code compile} held before is closed, unless the new
   * settings have the same optimizer or metric: it goes on with its state.
   *
   * @param compile the settings; the optimizer and the metrics in it are closed with the network
   * @throws IllegalArgumentException if they do not make sense; then those before still hold
   */
  public synchronized void compile(Compile compile) {
    TrainSettings made = new TrainSettings(network, ways, compile);
    closeSettings(made);
    settings = made;
  }

  /** Returns the settings of the last compile, or null. */
  public Compile compiled() {
    return settings == null ? null : settings.compile();
  }

  /** Returns the optimizer, or null before {@link #compile}. */
  public Optimizer<?> optimizer() {
    return settings == null ? null : settings.optimizer();
  }

  /** Makes the state of the optimizer, if that has not been done, as a first training step does. */
  public synchronized void buildOptimizer() {
    require().trained();
  }

  private TrainSettings require() {
    if (settings == null) {
      throw new IllegalStateException(
          "You must call `compile()` before calling `fit()` or `evaluate()`. Model: `"
              + network.name()
              + "`");
    }
    return settings;
  }

  /**
   * Trains.
   *
   * @param data the data, owned by the caller
   * @param validation data for the validation, or null
   * @param fit the options
   * @return what was measured in each epoch
   */
  public synchronized History fit(ArrayData data, ArrayData validation, Fit fit) {
    requireSamples("fit", data);
    if (validation != null) {
      requireSamples("fit: validation_data", validation);
    }
    ArrayData train = data;
    ArrayData test = validation;
    try (TensorScope scope = TensorScope.open()) {
      if (fit.validationSplit > 0 && validation == null) {
        int cut = (int) Math.floor(data.samples() * (1 - fit.validationSplit));
        if (cut == 0 || cut == data.samples()) {
          throw new IllegalArgumentException(
              "fit: training data contains "
                  + data.samples()
                  + " samples, which is not sufficient to split it into a validation and training"
                  + " set as specified by `validation_split="
                  + fit.validationSplit
                  + "`");
        }
        train = data.slice(0, cut);
        test = data.slice(cut, data.samples());
      }
      if (fit.classWeight != null) {
        train = ClassWeights.apply(train, fit.classWeight);
      }
      return fitOn(train, test, fit);
    }
  }

  private History fitOn(ArrayData train, ArrayData test, Fit fit) {
    FitLoop.Plan plan = new FitLoop.Plan(train, order(train, fit), fit.batchSize);
    int validationBatch = fit.validationBatchSize == null ? fit.batchSize : fit.validationBatchSize;
    FitLoop.Plan validation =
        test == null ? null : new FitLoop.Plan(test, inOrder(test), validationBatch);
    Run run =
        new Run(network, require(), fit.epochs, plan.batches(), fit.verbose, fit.output, fit.clock);
    History history = new History();
    List<Callback> callbacks = new ArrayList<>(fit.callbacks);
    if (fit.verbose > 0) {
      callbacks.add(new ProgbarLogger());
    }
    callbacks.add(history);
    new FitLoop(new Batches(), callbacks, run).fit(plan, validation, fit.initialEpoch);
    if (fit.epochs > 0 && require().optimizer().isBuilt()) {
      require().optimizer().finalizeVariableValues(require().trained());
    }
    return history;
  }

  private static java.util.function.IntFunction<int[]> order(ArrayData data, Fit fit) {
    if (!fit.shuffle) {
      return inOrder(data);
    }
    return epoch -> {
      FitShuffle shuffle = RandomSeeds.fitShuffle();
      return shuffle.order(data.samples());
    };
  }

  private static java.util.function.IntFunction<int[]> inOrder(ArrayData data) {
    int[] order = IntStream.range(0, data.samples()).toArray();
    return epoch -> order;
  }

  private static void requireSamples(String call, ArrayData data) {
    if (data.samples() == 0) {
      throw new IllegalArgumentException(
          call + ": expected at least one sample. Received: x of shape " + data.x().get(0).shape());
    }
  }

  /**
   * Measures loss and metrics.
   *
   * @param data the data, owned by the caller
   * @param options batch size, verbosity and callbacks
   * @return what was measured, by name in alphabetical order
   */
  public synchronized Map<String, Double> evaluate(ArrayData data, Fit options) {
    options.requireOnly("evaluate", "sample_weight");
    requireSamples("evaluate", data);
    FitLoop.Plan plan = new FitLoop.Plan(data, inOrder(data), options.batchSize);
    Run run =
        new Run(
            network, require(), 1, plan.batches(), options.verbose, options.output, options.clock);
    List<Callback> callbacks = new ArrayList<>(options.callbacks);
    if (options.verbose > 0) {
      callbacks.add(new ProgbarLogger());
    }
    return new FitLoop(new Batches(), callbacks, run).evaluate(plan).values();
  }

  /**
   * Predicts. Any number of threads may predict at once, also while one trains.
   *
   * @param x the inputs, in order
   * @param options batch size, verbosity and callbacks
   * @return the outputs, in order, owned by the caller's scope
   */
  public List<Tensor> predict(List<Tensor> x, Fit options) {
    options.requireOnly("predict");
    List<Callback> callbacks = new ArrayList<>(options.callbacks);
    if (options.verbose > 0) {
      callbacks.add(new ProgbarLogger());
    }
    int samples = Math.toIntExact(x.get(0).shape().get(0));
    Run run =
        new Run(
            network,
            null,
            1,
            (samples + options.batchSize - 1) / options.batchSize,
            options.verbose,
            options.output,
            options.clock);
    callbacks.forEach(callback -> callback.onPredictBegin(run));
    List<Tensor> outputs = predictor.all(x, options.batchSize, callbacks, run);
    callbacks.forEach(callback -> callback.onPredictEnd(run));
    return outputs;
  }

  /**
   * Trains on one batch.
   *
   * @param batch the batch
   * @return what was measured since the last {@link #resetMetrics}
   */
  public synchronized Map<String, Double> trainOnBatch(ArrayData batch) {
    return onBatch(batch, true);
  }

  /**
   * Evaluates one batch.
   *
   * @param batch the batch
   * @return what was measured since the last {@link #resetMetrics}
   */
  public synchronized Map<String, Double> testOnBatch(ArrayData batch) {
    return onBatch(batch, false);
  }

  private Map<String, Double> onBatch(ArrayData batch, boolean train) {
    requireSamples(train ? "trainOnBatch" : "testOnBatch", batch);
    Batches one = new Batches();
    one.batch(batch, inOrder(batch).apply(0), train);
    return one.logs().values();
  }

  /** Sets back what is measured. */
  public synchronized void resetMetrics() {
    require().reset();
  }

  /** What the loop needs of this trainer. */
  private final class Batches implements FitLoop.Epochs {
    private Map<String, Double> ofStep;

    @Override
    public void reset() {
      require().reset();
    }

    @Override
    public void batch(ArrayData data, int[] indices, boolean train) {
      ofStep = step(data, train, indices.length).run(data, indices);
    }

    @Override
    public Logs logs() {
      return ofStep == null ? new Logs(require()::results) : Logs.of(ofStep);
    }
  }

  /**
   * Keras's step on a batch, as part of the function that is being traced.
   *
   * @param data the batch
   * @param train whether weights are changed
   * @return what is measured
   */
  public Map<String, Tensor> usualStep(StepData data, boolean train) {
    return Step.usual(require(), train, data);
  }

  /**
   * The loss that compile asked for, with penalties and what layers have added in this step.
   *
   * @param data the batch
   * @param predicted the outputs for it
   * @return a number
   */
  public Tensor loss(StepData data, List<Tensor> predicted) {
    List<Tensor> extra = extraLosses();
    return require().loss().call(data.targets(), predicted, data.weights(), extra);
  }

  /** Returns the penalties of weights, and what layers have added to the loss in this step. */
  public List<Tensor> extraLosses() {
    if (CallContext.current() == null) {
      throw new IllegalStateException(
          "Losses that layers add are known inside of trainStep and testStep only");
    }
    return Step.extraLosses(network);
  }

  /**
   * Takes a batch into account in what compile asked to be measured.
   *
   * @param data the batch
   * @param loss its loss, or null to leave the mean loss alone
   * @param predicted the outputs for it
   * @return the results so far, by name
   */
  public Map<String, Tensor> measure(StepData data, Tensor loss, List<Tensor> predicted) {
    if (loss != null) {
      require().tracker().update(loss, data.samples());
    }
    require().metrics().update(data.targets(), predicted, data.weights());
    return require().measured();
  }

  /** Returns the metrics that compile was given, as far as they are there. */
  public List<Metric> compiledMetrics() {
    return settings == null ? List.of() : settings.metrics().metrics();
  }

  private Step step(ArrayData data, boolean train, int batch) {
    List<Object> key =
        new ArrayList<>(Arrays.asList(train, batch, data.x().size(), data.y().size()));
    for (Tensor tensor : data.all()) {
      key.add(new TensorSpec(tensor.dtype(), tensor.shape().with(0, -1)));
    }
    Step known = steps.get(key);
    if (known == null) {
      known = Step.trace(require(), train, data, batch);
      require().stateMade();
      if (steps.size() >= FunctionCache.MOST) {
        steps.remove(steps.keySet().iterator().next()).close();
      }
      steps.put(key, known);
    }
    return known;
  }

  /** The network has other layers now: what was traced for the old ones is dropped. */
  public synchronized void networkChanged() {
    steps.values().forEach(Step::close);
    steps.clear();
    predictor.forget();
  }

  private void closeSettings(TrainSettings next) {
    steps.values().forEach(Step::close);
    steps.clear();
    if (settings != null) {
      settings.close(next);
      settings = null;
    }
  }

  @Override
  public synchronized void close() {
    closeSettings(null);
    predictor.close();
  }
}

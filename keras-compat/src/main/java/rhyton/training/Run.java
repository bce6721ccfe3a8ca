package rhyton.training;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import rhyton.callbacks.TrainingRun;
import rhyton.optimizers.Optimizer;

/** One call of fit, evaluate or predict, as callbacks see it. */
final class Run implements TrainingRun {
  private final Network network;
  private final TrainSettings settings;
  private final int epochs;
  private final int steps;
  private final int verbose;
  private final Appendable output;
  private final DoubleSupplier clock;
  private String stopReason;

  Run(
      Network network,
      TrainSettings settings,
      int epochs,
      int steps,
      int verbose,
      Appendable output,
      DoubleSupplier clock) {
    this.network = network;
    this.settings = settings;
    this.epochs = epochs;
    this.steps = steps;
    this.verbose = verbose;
    this.output = output;
    this.clock = clock;
  }

  @Override
  public int epochs() {
    return epochs;
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public int verbose() {
    return verbose;
  }

  @Override
  public Appendable output() {
    return output;
  }

  @Override
  public DoubleSupplier clock() {
    return clock;
  }

  @Override
  public void stop(String reason) {
    stopReason = reason;
  }

  @Override
  public boolean stopped() {
    return stopReason != null;
  }

  @Override
  public List<Object> getWeights() {
    return network.getWeights();
  }

  @Override
  public void setWeights(List<Object> weights) {
    network.setWeights(weights);
  }

  @Override
  public Boolean higherIsBetter(String metric) {
    return settings == null ? null : settings.higherIsBetter(metric);
  }

  @Override
  public double learningRate() {
    return requireOptimizer().learningRate();
  }

  @Override
  public void setLearningRate(double learningRate) {
    requireOptimizer().setLearningRate(learningRate);
  }

  private Optimizer<?> requireOptimizer() {
    if (settings == null) {
      throw new IllegalStateException("There is no learning rate: the model is not being trained");
    }
    return settings.optimizer();
  }

  @Override
  public void save(Path path) {
    network.save(path);
  }

  @Override
  public void saveWeights(Path path) {
    network.saveWeights(path);
  }
}

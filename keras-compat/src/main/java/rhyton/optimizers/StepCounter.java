package rhyton.optimizers;

import java.util.List;
import java.util.function.Supplier;
import rhyton.graph.Weight;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;

/** How many steps an optimizer has made, and the learning rate that belongs to the next one. */
final class StepCounter {
  private final LearningRate schedule;
  private final Weight iteration;
  private final Weight rate;

  /** A counter at 0, whose variables have paths that begin with the owner's name. */
  StepCounter(String owner, LearningRate learningRate) {
    schedule = learningRate;
    iteration = variable(owner + "/iteration", () -> Tensor.scalar(0, DType.INT64));
    rate =
        learningRate instanceof FixedRate fixed
            ? variable(owner + "/learning_rate", () -> fixed.apply(null))
            : null;
  }

  private static Weight variable(String path, Supplier<Tensor> value) {
    return atOnce(() -> new Weight(path, value.get()));
  }

  /** Computes with values, even while a function is being traced. */
  static <T> T atOnce(Supplier<T> action) {
    return Trace.outside(
        () -> {
          try (TensorScope scope = TensorScope.open()) {
            return action.get();
          }
        });
  }

  /** The variables: one if the learning rate is a schedule, else two. */
  List<Weight> variables() {
    return rate == null ? List.of(iteration) : List.of(iteration, rate);
  }

  /** How many steps were made. */
  Tensor steps() {
    return iteration.read();
  }

  /** The learning rate of the next step. */
  Tensor rate() {
    return rate != null ? rate.read() : schedule.apply(iteration.read());
  }

  /** Whether the learning rate can be set. */
  boolean isSettable() {
    return rate != null;
  }

  void setRate(double value) {
    atOnce(
        () -> {
          rate.assign(Tensor.scalar(value, rate.dtype()));
          return null;
        });
  }

  /** Counts a step. */
  void next() {
    iteration.variable().assignAdd(Tensor.scalar(1, DType.INT64));
  }
}

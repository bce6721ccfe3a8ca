package rhyton.optimizers;

import rhyton.graph.Weight;
import rhyton.tensor.Tensor;

/** Running averages of the weights, which may take the weights' place. */
final class WeightAverages {
  private static final String SLOT = "average";

  private final Slots slots;
  private final double momentum;

  /** Adds the averages to the slots. */
  WeightAverages(Slots slots, double momentum) {
    this.slots = slots;
    this.momentum = momentum;
    slots.add(SLOT);
  }

  /**
   * Moves the averages towards the weights; the first averages are the weights themselves.
   *
   * @param updates how often the weights had changed before this step
   */
  void move(Tensor updates) {
    for (Weight weight : slots.weights()) {
      Weight average = slots.of(SLOT, weight);
      Tensor stays = updates.notEqual(0).cast(weight.dtype()).multiply(momentum);
      Tensor comes = Tensor.scalar(1, weight.dtype()).subtract(stays);
      average.assign(average.read().multiply(stays).add(weight.read().multiply(comes)));
    }
  }

  /** Gives the weights the values of their averages if the condition holds. */
  void overwrite(Tensor condition) {
    for (Weight weight : slots.weights()) {
      weight.assign(condition.where(slots.of(SLOT, weight).read(), weight.read()));
    }
  }

  /** Gives a weight the value of its average. */
  void overwrite(Weight weight) {
    weight.assign(slots.of(SLOT, weight).read());
  }
}

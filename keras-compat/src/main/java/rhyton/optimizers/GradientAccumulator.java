package rhyton.optimizers;

import java.util.List;
import java.util.function.Consumer;
import rhyton.graph.Weight;
import rhyton.tensor.Tensor;
import rhyton.tensor.control.Branches;
import rhyton.tensor.gradient.Gradient;

/** Adds gradients up, and hands on their mean at every so many calls. */
final class GradientAccumulator {
  private static final String SLOT = "gradient_accumulator";

  private final Slots slots;
  private final int calls;

  /** Adds the sums to the slots. */
  GradientAccumulator(Slots slots, int calls) {
    this.slots = slots;
    this.calls = calls;
    slots.add(SLOT);
  }

  /**
   * Takes the gradients of a call.
   *
   * @param before how many calls there were before
   * @param gradients the gradients
   * @param change gets the means, at every so many calls
   */
  void add(Tensor before, List<WeightGradient> gradients, Consumer<List<WeightGradient>> change) {
    for (WeightGradient one : gradients) {
      Weight sum = slots.of(SLOT, one.weight());
      Gradient gradient = one.gradient().map(x -> x.cast(sum.dtype()));
      if (gradient.isSparse()) {
        Rows.add(sum, gradient);
      } else {
        sum.variable().assignAdd(gradient.values());
      }
    }
    Branches.when(
        before.add(1).mod(calls).equal(0),
        () -> {
          change.accept(gradients.stream().map(one -> mean(one.weight())).toList());
          slots.weights().forEach(this::clear);
        });
  }

  private WeightGradient mean(Weight weight) {
    Tensor sum = slots.of(SLOT, weight).read();
    return new WeightGradient(weight, Gradient.dense(sum.divide(calls)));
  }

  private void clear(Weight weight) {
    slots.of(SLOT, weight).assign(Slots.filled(SLOT, 0).initial().apply(weight));
  }
}

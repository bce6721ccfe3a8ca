package rhyton.optimizers;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import rhyton.graph.Weight;
import rhyton.tensor.Tensor;

/**
 * What an optimizer may ask for while it makes a step: the learning rate, the number of the step,
 * its slots. Numbers that depend only on the type of a weight are computed once for all weights.
 */
public final class Step {
  private final Slots slots;
  private final Tensor learningRate;
  private final Tensor iterations;
  private final Map<String, Tensor> known = new HashMap<>();

  Step(Slots slots, Tensor learningRate, Tensor iterations) {
    this.slots = slots;
    this.learningRate = learningRate;
    this.iterations = iterations;
  }

  /**
   * The learning rate in the type of a weight.
   *
   * @param weight the weight
   * @return a number of shape ()
   */
  public Tensor learningRate(Weight weight) {
    return once("rate", weight, () -> learningRate.cast(weight.dtype()));
  }

  /**
   * Which step this is, in the type of a weight: 1 in the first one. Calls that only accumulate
   * gradients do not count.
   *
   * @param weight the weight
   * @return a number of shape ()
   */
  public Tensor number(Weight weight) {
    return once("number", weight, () -> iterations.add(1).cast(weight.dtype()));
  }

  /**
   * A number to the power of the number of the step, as corrections of running means need it.
   *
   * @param base the number
   * @param weight in the type of this weight
   * @return {@code base^number}, of shape ()
   */
  public Tensor power(double base, Weight weight) {
    return once(
        "power " + base,
        weight,
        () -> Tensor.scalar(rounded(base), weight.dtype()).power(number(weight)));
  }

  /**
   * A number as Keras has it after {@code ops.cast(number, dtype)}, which makes a float32 of it on
   * the way; with weights of type float64 that shows.
   */
  static double rounded(double number) {
    return (float) number;
  }

  /**
   * The slot of a weight.
   *
   * @param weight the weight
   * @param name the name of the slot
   * @return the variable
   * @throws IllegalArgumentException if the optimizer has not asked for the slot
   */
  public Weight slot(Weight weight, String name) {
    return slots.of(name, weight);
  }

  /**
   * The variable that all weights share.
   *
   * @param name its name
   * @return the variable
   */
  public Weight scalar(String name) {
    return slots.scalar(name);
  }

  /**
   * A number that is the same for all weights of a type.
   *
   * @param what what it is, for this optimizer
   * @param weight one of the weights
   * @param make computes it at the first request for the type
   * @return the number
   */
  public Tensor once(String what, Weight weight, Supplier<Tensor> make) {
    String key = what + " " + weight.dtype();
    Tensor tensor = known.get(key);
    if (tensor == null) {
      tensor = make.get();
      known.put(key, tensor);
    }
    return tensor;
  }

  /** How often the weights have changed before this step, of type int64. */
  Tensor iterations() {
    return iterations;
  }
}

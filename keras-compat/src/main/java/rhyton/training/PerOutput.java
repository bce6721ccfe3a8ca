package rhyton.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import rhyton.tensor.Tensor;

/** What {@code compile} and {@code fit} are given for the outputs of a model, sorted by output. */
final class PerOutput {
  private PerOutput() {}

  /** The values of a map in the order of the names. */
  static List<Object> byName(Map<?, ?> given, List<String> names) {
    List<Object> values = new ArrayList<>(names.size());
    names.forEach(name -> values.add(given.get(name)));
    return values;
  }

  /** The elements of lists and maps inside of each other; one thing alone is a list of one. */
  static List<Object> flatten(Object given) {
    List<Object> all = new ArrayList<>();
    if (given instanceof Collection<?> list) {
      list.forEach(one -> all.addAll(flatten(one)));
    } else if (given instanceof Map<?, ?> map) {
      map.values().forEach(one -> all.addAll(flatten(one)));
    } else {
      all.add(given);
    }
    return all;
  }

  /**
   * The sample weights of an output.
   *
   * @param weights null, one for all outputs, or one for each, of which some may be null
   */
  static Tensor weight(List<Tensor> weights, int output, int outputs) {
    if (weights == null || weights.isEmpty()) {
      return null;
    }
    if (weights.size() != 1 && weights.size() != outputs) {
      throw new IllegalArgumentException(
          ("`sample_weight` must be one for all outputs, or one for each of the " + outputs)
              + (". Received: " + weights.size()));
    }
    return weights.get(weights.size() == 1 ? 0 : output);
  }

  /** The target of an output that something is compared for. */
  static Tensor target(List<Tensor> yTrue, int output, List<String> names, String what) {
    Tensor target = output < yTrue.size() ? yTrue.get(output) : null;
    if (target == null) {
      throw new IllegalArgumentException(
          ("Output `" + names.get(output) + "` has " + what)
              + (", but there is no target for it. Received: " + yTrue.size() + " targets for ")
              + (names.size() + " outputs"));
    }
    return target;
  }
}

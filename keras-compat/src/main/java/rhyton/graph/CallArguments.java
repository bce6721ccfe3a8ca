package rhyton.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import rhyton.tensor.Tensor;

/**
 * What an operation is called with, in the structure in which Keras passes and saves it.
 *
 * @param positional the positional arguments: tensors, lists of them, numbers, null
 * @param named the arguments with names, such as {@code mask}
 */
public record CallArguments(List<Object> positional, Map<String, Object> named) {
  /**
   * A call with tensors: one tensor by itself, or a list of several as one argument.
   *
   * @param inputs the tensors
   * @return the arguments
   */
  public static CallArguments of(List<Tensor> inputs) {
    Object first = inputs.size() == 1 ? inputs.get(0) : inputs;
    return new CallArguments(List.of(first), Map.of());
  }

  /**
   * A call with a list of tensors as one argument, even if it is a single one.
   *
   * @param inputs the tensors
   * @return the arguments
   */
  public static CallArguments ofList(List<Tensor> inputs) {
    return new CallArguments(List.of(List.copyOf(inputs)), Map.of());
  }

  /**
   * The same call with one more named argument.
   *
   * @param name the name
   * @param value the value
   * @return the changed arguments
   */
  public CallArguments with(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(named);
    changed.put(name, value);
    return new CallArguments(positional, changed);
  }

  /** Returns the tensors of the first argument: it itself, or the elements of the list. */
  public List<Tensor> inputs() {
    List<Tensor> inputs = new ArrayList<>();
    if (!positional.isEmpty()) {
      collect(positional.get(0), inputs);
    }
    return inputs;
  }

  /** Returns all tensors, positional ones first. */
  public List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    collect(positional, tensors);
    named.values().forEach(value -> collect(value, tensors));
    return tensors;
  }

  private static void collect(Object value, List<Tensor> into) {
    if (value instanceof Tensor tensor) {
      into.add(tensor);
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, into));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> collect(item, into));
    }
  }

  /**
   * The same call on other tensors.
   *
   * @param change what stands in the place of each tensor
   * @return the changed arguments
   */
  public CallArguments map(UnaryOperator<Tensor> change) {
    List<Object> changed = new ArrayList<>();
    positional.forEach(value -> changed.add(map(value, change)));
    Map<String, Object> changedNamed = new LinkedHashMap<>();
    named.forEach((name, value) -> changedNamed.put(name, map(value, change)));
    return new CallArguments(changed, changedNamed);
  }

  private static Object map(Object value, UnaryOperator<Tensor> change) {
    if (value instanceof Tensor tensor) {
      return change.apply(tensor);
    }
    if (value instanceof List<?> list) {
      List<Object> changed = new ArrayList<>();
      list.forEach(item -> changed.add(map(item, change)));
      return changed;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> changed = new LinkedHashMap<>();
      map.forEach((key, item) -> changed.put(key, map(item, change)));
      return changed;
    }
    return value;
  }
}

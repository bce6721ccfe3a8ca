package rhyton.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The arguments of one call of a {@link KerasOp}: what Keras passes to {@code call} (tensors,
 * numbers, lists of them) and what it keeps in the op's config ({@code axis}, {@code keepdims}, …).
 */
public final class OpCall {
  private final List<Object> arguments;
  private final Map<String, Object> options;
  private final Map<String, Object> defaults;

  private OpCall(
      List<Object> arguments, Map<String, Object> options, Map<String, Object> defaults) {
    this.arguments = arguments;
    this.options = options;
    this.defaults = defaults;
  }

  /** The same call, whose options have these values where they were not set. */
  OpCall withDefaults(Map<String, Object> values) {
    return new OpCall(arguments, options, values);
  }

  /**
   * A call.
   *
   * @param arguments what the op is called with, in Keras's order; may be null
   * @return the call, all options at their defaults
   */
  public static OpCall of(Object... arguments) {
    List<Object> list = new ArrayList<>(arguments.length);
    for (Object argument : arguments) {
      list.add(argument);
    }
    return new OpCall(list, Map.of(), Map.of());
  }

  /**
   * The same call with one option set.
   *
   * @param name the option's name in the config of the op
   * @param value its value
   * @return the changed call
   */
  public OpCall with(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(options);
    changed.put(name, value);
    return new OpCall(arguments, changed, defaults);
  }

  /** Returns the arguments. */
  public List<Object> arguments() {
    return arguments;
  }

  /** Returns the options that were set. */
  public Map<String, Object> options() {
    return options;
  }

  /**
   * The same call on other tensors.
   *
   * @param change what stands in the place of each tensor, also inside of lists
   * @return the changed call
   */
  public OpCall map(UnaryOperator<Tensor> change) {
    return new OpCall(new ArrayList<>(mapList(arguments, change)), options, defaults);
  }

  private static List<Object> mapList(List<?> list, UnaryOperator<Tensor> change) {
    List<Object> mapped = new ArrayList<>(list.size());
    for (Object one : list) {
      if (one instanceof Tensor tensor) {
        mapped.add(change.apply(tensor));
      } else {
        mapped.add(one instanceof List<?> inner ? mapList(inner, change) : one);
      }
    }
    return mapped;
  }

  /** Returns the first tensor in a functional model among the arguments, or null. */
  Tensor functional() {
    return functional(arguments);
  }

  private static Tensor functional(List<?> list) {
    for (Object one : list) {
      if (one instanceof Tensor tensor && tensor.isFunctional()) {
        return tensor;
      }
      if (one instanceof List<?> inner) {
        Tensor found = functional(inner);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The argument at an index, as a tensor. */
  Tensor tensor(int index) {
    return Tensor.convert(arguments.get(index), null);
  }

  /** The argument at an index as a tensor of numbers: whole numbers and truth values as floats. */
  Tensor floating(int index) {
    Tensor x = tensor(index);
    return x.dtype().isFloating() || x.dtype().isComplex()
        ? x
        : Kernels.cast(x, Promotion.withFloat(x.dtype()));
  }

  /** The tensors of a list argument, in one common type. */
  List<Tensor> tensors(int index) {
    List<?> list = (List<?>) arguments.get(index);
    DType dtype = Promotion.of(list);
    return list.stream().map(x -> Tensor.convert(x, dtype)).toList();
  }

  /** An option, or the op's default for it. */
  Object option(String name) {
    return options.containsKey(name) ? options.get(name) : defaults.get(name);
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(option(name));
  }

  double number(String name) {
    return ((Number) option(name)).doubleValue();
  }

  int integer(String name) {
    return ((Number) option(name)).intValue();
  }

  /** The axes of option {@code axis}, counted from the front; null means all. */
  int[] axes(Shape shape) {
    return Axes.of(option("axis"), shape);
  }
}

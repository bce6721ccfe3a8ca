package rhyton.optimizers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rhyton.graph.Weight;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;

/**
 * The variables that an optimizer keeps for the weights that it changes, in the order in which
 * files list them. An optimizer asks for them in {@link Optimizer#addSlots}.
 */
public final class Slots implements AutoCloseable {
  private final String owner;
  private final List<Weight> weights;
  private final List<Weight> variables = new ArrayList<>();
  private final List<Weight> scratch = new ArrayList<>();
  private final Map<String, Map<Weight, Weight>> byName = new HashMap<>();
  private final Map<String, Weight> scalars = new HashMap<>();

  Slots(String owner, List<Weight> weights) {
    this.owner = owner;
    this.weights = List.copyOf(weights);
  }

  /**
   * A kind of slot.
   *
   * @param name its name, such as {@code momentum}
   * @param initial gives its first value, of the shape and type of the weight that it is for
   */
  public record Slot(String name, Function<Weight, Tensor> initial) {}

  /**
   * Slots of zeros. Slots that are added together stand together in files: first all of the first
   * weight, then all of the second one.
   *
   * @param names the names of the slots that each weight gets
   */
  public void add(String... names) {
    Slot[] zeros = new Slot[names.length];
    for (int i = 0; i < names.length; i++) {
      zeros[i] = filled(names[i], 0);
    }
    add(zeros);
  }

  /**
   * Slots that begin with values of their own.
   *
   * @param slots the slots that each weight gets
   */
  public void add(Slot... slots) {
    for (Weight weight : weights) {
      for (Slot slot : slots) {
        variables.add(make(slot, weight));
      }
    }
  }

  /**
   * A variable for all weights together.
   *
   * @param name its name
   * @param value its first value
   */
  public void addScalar(String name, double value) {
    DType dtype = weights.isEmpty() ? DType.FLOAT32 : weights.get(0).dtype();
    Weight scalar = Trace.outside(() -> variable(name, Tensor.scalar(value, dtype)));
    scalars.put(name, scalar);
    variables.add(scalar);
  }

  /**
   * Memory that a kernel needs for each weight and that is no state of the optimizer: it is not
   * saved. A value that is assigned to the slot that it belongs to clears it.
   */
  void addScratch(String name, String clearedWith) {
    Slot zeros = filled(name, 0);
    for (Weight weight : weights) {
      Weight memory = make(zeros, weight);
      scratch.add(memory);
      of(clearedWith, weight)
          .variable()
          .whenAssigned(
              () -> {
                try (TensorScope scope = TensorScope.open()) {
                  memory.assign(zeros.initial().apply(weight));
                }
              });
    }
  }

  /**
   * A kind of slot that begins with the same number everywhere.
   *
   * @param name its name
   * @param value the number, which Keras's {@code Constant} rounds to float32
   * @return the kind of slot
   */
  public static Slot filled(String name, double value) {
    return new Slot(
        name,
        weight ->
            Op.of("Fill")
                .ints(weight.shape().toArray())
                .in(Tensor.scalar(Step.rounded(value), weight.dtype()))
                .one());
  }

  private Weight make(Slot slot, Weight weight) {
    Weight made =
        Trace.outside(
            () -> {
              try (TensorScope scope = TensorScope.open()) {
                String name = weight.path().replace('/', '_') + "_" + slot.name();
                return variable(name, slot.initial().apply(weight));
              }
            });
    byName.computeIfAbsent(slot.name(), name -> new IdentityHashMap<>()).put(weight, made);
    return made;
  }

  private Weight variable(String name, Tensor value) {
    return new Weight(owner + "/" + name, value);
  }

  /** The weights that the slots are for. */
  List<Weight> weights() {
    return weights;
  }

  /** All variables, without the scratch memory. */
  List<Weight> variables() {
    return variables;
  }

  /** The slot of a weight. */
  Weight of(String name, Weight weight) {
    Weight slot = byName.getOrDefault(name, Map.of()).get(weight);
    if (slot == null) {
      throw new IllegalArgumentException(
          "Optimizer `" + owner + "` has no slot `" + name + "` for the weight " + weight);
    }
    return slot;
  }

  /** The variable that all weights share. */
  Weight scalar(String name) {
    return scalars.get(name);
  }

  @Override
  public void close() {
    variables.forEach(Weight::close);
    scratch.forEach(Weight::close);
  }
}

package rhyton.layers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.ConfigStyle;
import rhyton.config.SerializedObject;
import rhyton.config.Tickets;
import rhyton.graph.CallArguments;
import rhyton.layers.options.HasSequences;
import rhyton.layers.options.MergeMode;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

/**
 * The two layers of a {@link Bidirectional} layer.
 *
 * @param forward the one that begins with the first step, as a rule
 * @param backward the one that goes the other way
 */
record Directions(Recurrent<?> forward, Recurrent<?> backward) {
  /**
   * Makes the layers.
   *
   * @param owner the layer that they belong to
   * @param layer the layer to copy
   * @param given the layer for the other direction; null for a copy, too
   */
  static Directions of(Layer owner, Recurrent<?> layer, Recurrent<?> given) {
    Recurrent<?> forward = copy(owner, layer, "forward_", layer.args());
    ArgValues other = layer.args().with(HasSequences.GO_BACKWARDS, true);
    Recurrent<?> backward = given != null ? given : copy(owner, layer, "backward_", other);
    forward.zeroOutput(forward.arg(HasSequences.RETURN_SEQUENCES));
    backward.zeroOutput(forward.arg(HasSequences.RETURN_SEQUENCES));
    return new Directions(forward, backward);
  }

  /**
   * The options of a layer in two directions, after a check of both layers: before the constructor
   * of the base class has run, nothing has been made that would have to be undone.
   */
  static ArgValues checked(ArgValues args) {
    if (!args.has(Bidirectional.LAYER)
        || !(args.get(Bidirectional.LAYER) instanceof Recurrent<?> layer)) {
      return args;
    }
    FreshCopies.check(layer.cell());
    if (!args.has(Bidirectional.BACKWARD_LAYER)
        || !(args.get(Bidirectional.BACKWARD_LAYER) instanceof Recurrent<?> given)) {
      return args;
    }
    boolean same =
        layer.arg(HasSequences.GO_BACKWARDS).equals(given.arg(HasSequences.GO_BACKWARDS));
    if (same) {
      throw new IllegalArgumentException(
          "Bidirectional: both layers go in the same direction. Received: go_backwards="
              + layer.arg(HasSequences.GO_BACKWARDS));
    }
    for (Arg<Boolean> arg :
        List.of(HasSequences.STATEFUL, HasSequences.RETURN_SEQUENCES, HasSequences.RETURN_STATE)) {
      if (!layer.arg(arg).equals(given.arg(arg))) {
        throw new IllegalArgumentException(
            ("Bidirectional: both layers must have the same `" + arg + "`. Received: ")
                + (layer.arg(arg) + " and " + given.arg(arg)));
      }
    }
    return args;
  }

  private static Recurrent<?> copy(Layer owner, Recurrent<?> layer, String prefix, ArgValues args) {
    Recurrent<?> copy = FreshCopies.of(layer, args);
    Tickets.adopt(owner, copy);
    copy.nameLater(
        () -> {
          String name = layer.name();
          return prefix + (name.startsWith(prefix) ? name.substring(prefix.length()) : name);
        });
    return copy;
  }

  /** Shows both layers in a config. */
  ObjectNode addTo(ObjectNode config, ConfigStyle style) {
    config.set("layer", SerializedObject.of(forward, style).toJson());
    config.set("backward_layer", SerializedObject.of(backward, style).toJson());
    return config;
  }

  /**
   * Goes in both directions.
   *
   * @param x the inputs
   * @param mask which steps count, or null
   * @param states the states before the first step, those of the first layer first; or null
   * @param mode how outputs are put together, or null
   * @return the output, or both, and the last states of both
   */
  List<Tensor> through(Tensor x, Tensor mask, List<Tensor> states, MergeMode mode) {
    int half = states == null ? 0 : states.size() / 2;
    List<Tensor> one = call(forward, x, mask, states == null ? null : states.subList(0, half));
    List<Tensor> other =
        call(backward, x, mask, states == null ? null : states.subList(half, states.size()));
    boolean sequences = forward.arg(HasSequences.RETURN_SEQUENCES);
    Tensor back = sequences ? other.get(0).flip(1) : other.get(0);
    back.setMask(one.get(0).mask());
    List<Tensor> results = new ArrayList<>(merged(one.get(0), back, mode));
    results.addAll(one.subList(1, one.size()));
    results.addAll(other.subList(1, other.size()));
    return results;
  }

  private static List<Tensor> call(Recurrent<?> layer, Tensor x, Tensor mask, List<Tensor> states) {
    CallArguments arguments = CallArguments.of(List.of(x));
    if (mask != null) {
      arguments = arguments.with("mask", mask);
    }
    return layer.invoke(states == null ? arguments : arguments.with("initial_state", states));
  }

  private static List<Tensor> merged(Tensor a, Tensor b, MergeMode mode) {
    if (mode == null) {
      return List.of(a, b);
    }
    return List.of(
        switch (mode) {
          case CONCAT -> ShapeOps.concatenate(List.of(a, b), -1);
          case SUM -> a.add(b);
          case MUL -> a.multiply(b);
          case AVE -> a.add(b).divide(2);
        });
  }
}

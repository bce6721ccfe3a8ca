package rhyton.layers;

import java.util.List;
import java.util.Map;
import rhyton.graph.CallArguments;
import rhyton.tensor.Tensor;

/**
 * A layer that goes through sequences, from a state of zeros or a given one, and may return the
 * last state behind its output.
 *
 * <pre>{@code
 * List<Tensor> encoded = new LSTM(32).returnState(true).applyAll(x);   // output, h, c
 * Tensor decoded =
 *     new LSTM(32).returnSequences(true).apply(y, encoded.subList(1, 3));
 * }</pre>
 */
public sealed interface SequenceLayer permits Recurrent, Bidirectional {
  /**
   * Calls the layer.
   *
   * @param arguments the arguments
   * @return the results
   */
  List<Tensor> invoke(CallArguments arguments);

  /**
   * Sets the state that a stateful layer keeps from batch to batch to zeros.
   *
   * @throws IllegalStateException if the layer keeps none
   */
  void resetStates();

  /**
   * Calls the layer on sequences, beginning with a state.
   *
   * @param sequences the input, {@code (batch, steps, …)}
   * @param initialState the state before the first step
   * @return the output
   */
  default Tensor apply(Tensor sequences, List<Tensor> initialState) {
    return applyAll(sequences, initialState).get(0);
  }

  /**
   * Calls the layer on sequences.
   *
   * @param sequences the input, {@code (batch, steps, …)}
   * @return the output, and behind it the last state if the layer returns it
   */
  default List<Tensor> applyAll(Tensor sequences) {
    return invoke(CallArguments.of(List.of(sequences)));
  }

  /**
   * Calls the layer on sequences, beginning with a state.
   *
   * @param sequences the input, {@code (batch, steps, …)}
   * @param initialState the state before the first step
   * @return the output, and behind it the last state if the layer returns it
   */
  default List<Tensor> applyAll(Tensor sequences, List<Tensor> initialState) {
    return invoke(
        CallArguments.of(List.of(sequences)).with("initial_state", List.copyOf(initialState)));
  }

  /** The states among the arguments, by name or as the second one; null if there are none. */
  static List<Tensor> states(CallArguments arguments, String name) {
    Object given = arguments.named().get(name);
    if (given == null && arguments.positional().size() > 1) {
      given = arguments.positional().get(1);
    }
    return given == null ? null : new CallArguments(List.of(given), Map.of()).tensors();
  }
}

package rhyton.layers;

import java.util.List;
import rhyton.tensor.Tensor;

/**
 * What a recurrent cell computes in one time step.
 *
 * @param output the output of the step
 * @param states the states after the step, in the order of {@link RNNCell#stateShapes()}
 */
public record CellOutput(Tensor output, List<Tensor> states) {
  /**
   * Output and states of a step.
   *
   * @param output the output
   * @param states the states
   * @return both
   */
  public static CellOutput of(Tensor output, Tensor... states) {
    return new CellOutput(output, List.of(states));
  }
}

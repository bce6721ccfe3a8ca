package rhyton.layers;

import java.util.List;
import rhyton.activations.Activation;
import rhyton.tensor.Tensor;

/**
 * A long short-term memory in one call of its layer, dense or convolutional.
 *
 * @param ofInput the products of the inputs
 * @param ofState the products of the state
 * @param bias in a shape that can be added to the sums, or null
 * @param activation what is done with the candidate and the memory
 * @param recurrentActivation what is done with the sums of the gates
 * @param axis along which axis the gates stand, counted from the end
 * @param fused the kernel for all steps, or null
 */
record LstmRun(
    GateProduct ofInput,
    GateProduct ofState,
    Tensor bias,
    Activation activation,
    Activation recurrentActivation,
    int axis,
    FusedLstm fused)
    implements CellRun {
  @Override
  public List<Tensor> project(Tensor x) {
    Tensor sums = ofInput.of(x);
    return List.of(bias == null ? sums : sums.add(bias));
  }

  @Override
  public CellOutput step(List<Tensor> projected, List<Tensor> states) {
    List<Tensor> sums = projected.get(0).add(ofState.of(states.get(0))).split(4, axis);
    Tensor in = recurrentActivation.apply(sums.get(0));
    Tensor forget = recurrentActivation.apply(sums.get(1));
    Tensor candidate = activation.apply(sums.get(2));
    Tensor out = recurrentActivation.apply(sums.get(3));
    Tensor c = forget.multiply(states.get(1)).add(in.multiply(candidate));
    Tensor h = out.multiply(activation.apply(c));
    return CellOutput.of(h, h, c);
  }

  @Override
  public CellOutput all(Tensor x, List<Tensor> states) {
    return fused == null ? null : fused.all(x, states);
  }
}

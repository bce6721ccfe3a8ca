package rhyton.tensor;

/**
 * A place in a functional model, behind a tensor that has no value. Who builds functional models
 * implements it; tensors only hand it the calls that are made on them.
 */
public non-sealed interface FunctionalHandle extends TensorState {
  /**
   * Records the call of an op.
   *
   * @param op the op
   * @param call its arguments, of which at least one is a tensor in this state
   * @return what the op returns: a tensor, or a list of them, in this state
   */
  Object record(KerasOp op, OpCall call);
}

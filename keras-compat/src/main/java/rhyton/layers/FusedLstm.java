package rhyton.layers;

import java.util.List;
import rhyton.activations.Activation;
import rhyton.layers.options.HasActivation;
import rhyton.layers.options.HasRecurrentActivation;
import rhyton.layers.options.HasRecurrentDropout;
import rhyton.tensor.CreationOps;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

/**
 * All steps of an LSTM with Keras's default activations in one native kernel.
 *
 * @param masks none, or one for the inputs
 * @param kernel the kernel of the inputs
 * @param recurrentKernel the kernel of the state
 * @param bias the bias, or null
 */
record FusedLstm(List<Tensor> masks, Tensor kernel, Tensor recurrentKernel, Tensor bias) {
  /** Whether the kernel computes what the cell does. */
  static boolean fits(LSTMCell cell, DType dtype) {
    return dtype == DType.FLOAT32
        && cell.arg(HasActivation.ACTIVATION).equals(Activation.of("tanh"))
        && cell.arg(HasRecurrentActivation.RECURRENT_ACTIVATION).equals(Activation.of("sigmoid"))
        && cell.arg(HasRecurrentDropout.RECURRENT_DROPOUT) == 0;
  }

  /** The outputs of all steps, with the time in front, and the last states. */
  CellOutput all(Tensor x, List<Tensor> states) {
    Tensor inputs = masks.isEmpty() ? x : x.multiply(masks.get(0));
    Tensor weights = ShapeOps.concatenate(List.of(kernel, recurrentKernel), 0);
    Tensor none = CreationOps.zeros(recurrentKernel.shape().slice(0, 1), x.dtype());
    Tensor added = bias == null ? CreationOps.zeros(kernel.shape().slice(1, 2), x.dtype()) : bias;
    Object steps = x.dims().get(0);
    List<Tensor> made =
        Op.of("BlockLSTMV2")
            .in(Tensor.convert(steps, DType.INT64))
            .in(inputs)
            .in(states.get(1))
            .in(states.get(0))
            .in(weights)
            .in(none)
            .in(none)
            .in(none)
            .in(added)
            .all();
    Tensor outputs = made.get(6);
    return CellOutput.of(outputs, outputs.getItem(-1), made.get(1).getItem(-1));
  }
}

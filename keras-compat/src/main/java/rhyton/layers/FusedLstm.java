package rhyton.layers;

import java.util.ArrayList;
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
    SampleParts parts = SampleParts.of(inputs.shape().get(1));
    List<Tensor> xs = parts.split(inputs, 1);
    List<Tensor> hs = parts.split(states.get(0), 0);
    List<Tensor> cs = parts.split(states.get(1), 0);
    Tensor weights = ShapeOps.concatenate(List.of(kernel, recurrentKernel), 0);
    Tensor none = CreationOps.zeros(recurrentKernel.shape().slice(0, 1), x.dtype());
    Tensor added = bias == null ? CreationOps.zeros(kernel.shape().slice(1, 2), x.dtype()) : bias;
    Object steps = x.dims().get(0);
    List<Tensor> outputs = new ArrayList<>();
    List<Tensor> lastOutputs = new ArrayList<>();
    List<Tensor> memories = new ArrayList<>();
    for (int i = 0; i < parts.count(); i++) {
      List<Tensor> made =
          Op.of("BlockLSTMV2")
              .in(Tensor.convert(steps, DType.INT64))
              .in(xs.get(i))
              .in(cs.get(i))
              .in(hs.get(i))
              .in(weights)
              .in(none)
              .in(none)
              .in(none)
              .in(added)
              .all();
      outputs.add(made.get(6));
      lastOutputs.add(made.get(6).getItem(-1));
      memories.add(made.get(1).getItem(-1));
    }
    return CellOutput.of(
        SampleParts.join(outputs, 1),
        SampleParts.join(lastOutputs, 0),
        SampleParts.join(memories, 0));
  }
}

package rhyton.tensor.control;

import java.util.List;
import rhyton.tensor.Symbol;
import rhyton.tensor.Tensor;

/** What is known of a tensor before a function runs. */
final class Known {
  private Known() {}

  /** The number that a whole number is, or -1 if it is computed. */
  static long number(Tensor tensor) {
    if (tensor.isValue()) {
      return tensor.longs()[0];
    }
    long[] constant = ((Symbol) tensor.state()).node().constant();
    return constant == null ? -1 : constant[0];
  }

  /** Refuses tensors of functional models, whose files have no place for Java functions. */
  static void requireNoPlaces(String what, List<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      if (tensor.isFunctional()) {
        throw new UnsupportedOperationException(
            what
                + ": cannot be called on the tensors of a functional model. Call it inside of a"
                + " layer of your own");
      }
    }
  }
}

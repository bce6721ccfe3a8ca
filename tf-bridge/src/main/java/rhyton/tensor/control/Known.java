package rhyton.tensor.control;

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
}

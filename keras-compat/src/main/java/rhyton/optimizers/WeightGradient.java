package rhyton.optimizers;

import java.util.function.UnaryOperator;
import rhyton.graph.Weight;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/** A weight and the gradient of the loss with respect to it, on their way through a step. */
record WeightGradient(Weight weight, Gradient gradient) {
  /** The same weight with a gradient of other values; rows that repeat are not added before. */
  WeightGradient map(UnaryOperator<Tensor> change) {
    return new WeightGradient(weight, gradient.map(change));
  }
}

package rhyton.training;

import java.util.List;
import rhyton.graph.Weight;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** The mean loss of an epoch so far, each batch weighted by its number of samples. */
final class LossTracker implements AutoCloseable {
  private final Weight total;
  private final Weight count;

  LossTracker() {
    try (TensorScope scope = TensorScope.open()) {
      total = new Weight("loss/total", Tensor.of(0f));
      count = new Weight("loss/count", Tensor.of(0f));
    }
  }

  void update(Tensor loss, int samples) {
    total.variable().assignAdd(loss.cast(total.dtype()).multiply((double) samples));
    count.variable().assignAdd(Tensor.of((float) samples));
  }

  Tensor result() {
    return Op.of("DivNoNan").in(total.read()).in(count.read()).one();
  }

  void reset() {
    total.assign(Tensor.of(0f));
    count.assign(Tensor.of(0f));
  }

  List<Weight> weights() {
    return List.of(total, count);
  }

  @Override
  public void close() {
    weights().forEach(Weight::close);
  }
}

package rhyton.metrics;

import java.util.stream.IntStream;
import rhyton.config.ArgValues;
import rhyton.graph.Weight;
import rhyton.losses.Reduction;
import rhyton.losses.SameRank;
import rhyton.losses.SampleWeights;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** Base of the metrics that are a mean over samples: a total, and how many samples are in it. */
abstract sealed class Averaging<S extends Averaging<S>> extends ArgMetric<S>
    permits Mean, FormulaMetric {
  private Weight total;
  private Weight count;

  Averaging(ArgValues args) {
    super(args);
  }

  @Override
  protected final void build() {
    total = addVariable("total");
    count = addVariable("count");
  }

  @Override
  protected final Tensor compute() {
    return total.read().divideNoNan(count.read());
  }

  /**
   * Adds the values of a batch: each sample is the mean over its axes.
   *
   * @param values one value for each sample, or several
   * @param weights how much they count; null if all count alike
   */
  final void add(Tensor values, Tensor weights) {
    Tensor cast = values.cast(dtype());
    if (weights == null) {
      Tensor samples = meanFrom(1, cast);
      Object number = samples.rank() == 0 ? (Object) 1L : samples.dims().get(0);
      accumulate(samples, Tensor.convert(number, dtype()));
      return;
    }
    Tensor counting = SampleWeights.masked(weights, values.mask(), dtype(), Reduction.SUM);
    SameRank both = SameRank.of(cast, counting);
    Tensor weight = both.second();
    Tensor weighed = meanFrom(weight.rank(), both.first());
    weight = broadcast(weight, weighed);
    accumulate(meanFrom(1, weighed.multiply(weight)), meanFrom(1, weight));
  }

  private void accumulate(Tensor samples, Tensor number) {
    total.variable().assignAdd(sum(samples));
    count.variable().assignAdd(sum(number));
  }

  private static Tensor sum(Tensor x) {
    return x.rank() == 0 ? x : x.sum();
  }

  /** The mean over all axes from one on. */
  private static Tensor meanFrom(int axis, Tensor x) {
    return x.rank() <= axis ? x : x.mean(IntStream.range(axis, x.rank()).toArray());
  }

  private static Tensor broadcast(Tensor x, Tensor like) {
    if (x.shape().isKnown() && x.shape().equals(like.shape())) {
      return x;
    }
    Tensor shape = Op.of("Shape").in(like).attr("out_type", DType.INT32).one();
    return Op.of("BroadcastTo").in(x).in(shape).one();
  }
}

package rhyton.metrics;

import rhyton.config.ArgValues;
import rhyton.config.KerasConfig;
import rhyton.losses.Reduction;
import rhyton.losses.SampleWeights;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;

/** Base of the metrics that are the mean of a function of targets and predictions. */
abstract non-sealed class FormulaMetric<S extends FormulaMetric<S>> extends Averaging<S> {
  FormulaMetric(ArgValues args) {
    super(args);
  }

  /** The value of each sample, or several for each. */
  abstract Tensor compare(Tensor yTrue, Tensor yPred);

  /** Truth values as numbers. */
  static Tensor hits(Tensor matches) {
    return matches.cast(DType.of(KerasConfig.floatx()));
  }

  @Override
  protected final void update(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    Tensor values = compare(yTrue, yPred);
    add(values, SampleWeights.masked(sampleWeight, yPred.mask(), dtype(), Reduction.SUM));
  }
}

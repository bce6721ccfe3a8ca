package rhyton.layers;

import java.util.Map;
import rhyton.config.ArgValues;
import rhyton.graph.Weight;
import rhyton.initializers.Initializer;
import rhyton.layers.options.HasEpsilon;
import rhyton.layers.options.HasMovingStatistics;
import rhyton.layers.options.HasRenorm;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Batch renormalization: a normalized batch is multiplied by {@code r} and shifted by {@code d}, so
 * that training sees what prediction will see, as far as the limits of {@code r} and {@code d}
 * allow.
 *
 * <p>Ioffe, 2017, "Batch renormalization: towards reducing minibatch dependence in batch-normalized
 * models".
 *
 * @param args the options of the layer
 * @param movingStddev the deviations for prediction
 * @param renormMean the means that the corrections lead to
 * @param renormStddev the deviations that the corrections lead to
 */
record BatchRenorm(ArgValues args, Weight movingStddev, Weight renormMean, Weight renormStddev) {
  /** Makes the weights. */
  static BatchRenorm of(BatchNormalization layer, Shape channels) {
    ArgValues args = layer.args();
    Initializer mean = args.get(HasMovingStatistics.MOVING_MEAN_INITIALIZER);
    Initializer variance = args.get(HasMovingStatistics.MOVING_VARIANCE_INITIALIZER);
    Initializer deviation = (shape, dtype) -> variance.apply(shape, dtype).sqrt();
    return new BatchRenorm(
        args,
        layer.addState("moving_stddev", channels, deviation),
        layer.addState("renorm_mean", channels, mean),
        layer.addState("renorm_stddev", channels, deviation));
  }

  private Tensor stddev(BatchStatistics batch) {
    return batch.variance().add(args.get(HasEpsilon.EPSILON)).sqrt();
  }

  /** The deviations that the corrections lead to, away from 0. */
  private Tensor goal(Tensor like) {
    return BatchStatistics.read(renormStddev, like)
        .maximum(Tensor.scalar(args.get(HasEpsilon.EPSILON), like.dtype()).sqrt());
  }

  private Double limit(String name) {
    Map<String, Double> limits = args.get(HasRenorm.RENORM_CLIPPING);
    return limits.get(name);
  }

  private Tensor r(BatchStatistics batch) {
    Tensor r = stddev(batch).divide(goal(batch.mean()));
    r = limit("rmin") == null ? r : r.maximum(limit("rmin"));
    r = limit("rmax") == null ? r : r.minimum(limit("rmax"));
    return r.stopGradient();
  }

  private Tensor d(BatchStatistics batch) {
    Tensor mean = batch.mean();
    Tensor d = mean.subtract(BatchStatistics.read(renormMean, mean)).divide(goal(mean));
    d = limit("dmax") == null ? d : d.clip(-limit("dmax"), limit("dmax"));
    return d.stopGradient();
  }

  /** What the normalized batch is multiplied by. */
  Tensor scale(BatchStatistics batch, Tensor gamma) {
    return gamma == null ? r(batch) : r(batch).multiply(gamma);
  }

  /** What is added to it. */
  Tensor offset(BatchStatistics batch, Tensor gamma, Tensor beta) {
    Tensor shift = gamma == null ? d(batch) : d(batch).multiply(gamma);
    return beta == null ? shift : shift.add(beta);
  }

  /** Moves all statistics towards those of the batch. */
  void move(BatchStatistics batch, Weight movingMean, Weight movingVariance) {
    Tensor stddev = stddev(batch);
    BatchStatistics.move(renormMean, batch.mean(), args.get(HasRenorm.RENORM_MOMENTUM));
    BatchStatistics.move(renormStddev, stddev, args.get(HasRenorm.RENORM_MOMENTUM));
    double momentum = args.get(HasMovingStatistics.MOMENTUM);
    BatchStatistics.move(movingMean, batch.mean(), momentum);
    BatchStatistics.move(movingStddev, stddev, momentum);
    Tensor moved = BatchStatistics.read(movingStddev, stddev);
    Tensor variance = moved.square().subtract(args.get(HasEpsilon.EPSILON)).relu();
    movingVariance.assign(variance.cast(movingVariance.dtype()));
  }
}

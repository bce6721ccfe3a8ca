package rhyton.layers;

import rhyton.config.ArgValues;
import rhyton.graph.CallContext;
import rhyton.layers.options.HasRate;
import rhyton.layers.options.HasSeed;
import rhyton.random.KerasRandom;
import rhyton.random.SeedGenerator;
import rhyton.tensor.Tensor;

/** Base of the layers that set inputs to 0 at random while a model is trained. */
abstract sealed class DropoutLayer<S extends DropoutLayer<S>> extends ArgLayer<S>
    implements HasRate<S>, HasSeed<S> permits Dropout, SpatialDropout {
  private final SeedGenerator seeds;

  DropoutLayer(ArgValues args) {
    super(args);
    seeds = arg(RATE) > 0 ? ownSeeds(arg(SEED)) : null;
  }

  /** The shape of the decisions, -1 where it is the input's; null for one decision each. */
  abstract long[] noiseShape();

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return ctx.training() && seeds != null
        ? KerasRandom.dropout(x, arg(RATE), noiseShape(), seeds)
        : x;
  }
}

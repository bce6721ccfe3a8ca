package rhyton.cli;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.config.Revivable;
import rhyton.config.TypeProvider;
import rhyton.graph.CallContext;
import rhyton.layers.ArgLayer;
import rhyton.tensor.Tensor;

/** A layer that Keras does not know, as a user's jar provides it. */
public final class OwnTypes implements TypeProvider {
  @Override
  public List<Revivable<?>> types() {
    return List.of(Tripled.TYPE);
  }

  /** Three times its input. */
  static final class Tripled extends ArgLayer<Tripled> {
    static final KerasType<Tripled> TYPE =
        KerasType.layer("Tripled", Tripled::new).registered("own");

    Tripled() {
      this(ArgValues.NONE);
    }

    private Tripled(ArgValues args) {
      super(args);
    }

    @Override
    public KerasType<Tripled> type() {
      return TYPE;
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return x.multiply(3);
    }
  }
}

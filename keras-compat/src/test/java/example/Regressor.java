package example;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.Dense;
import rhyton.models.ArgModel;
import rhyton.tensor.Tensor;

/** The example of {@link ArgModel}. */
public final class Regressor extends ArgModel<Regressor> {
  static final Arg<Integer> UNITS = Arg.positiveInt("units");
  static final KerasType<Regressor> TYPE =
      KerasType.model("Regressor", Regressor::new, UNITS).registered("own");

  private final Dense hidden;
  private final Dense head = new Dense(1);

  public Regressor(int units) {
    this(ArgValues.NONE.with(UNITS, units));
  }

  private Regressor(ArgValues args) {
    super(args);
    hidden = new Dense(arg(UNITS)).activation("relu");
  }

  @Override
  public KerasType<Regressor> type() {
    return TYPE;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return head.apply(hidden.apply(x));
  }
}

package rhyton.models;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.ConfigStyle;
import rhyton.config.DTypePolicy;
import rhyton.config.LayerArgs;
import rhyton.config.Named;
import rhyton.config.Ticketed;
import rhyton.config.Tickets;
import rhyton.layers.Layer;

/**
 * Base of the models of your own that are saved as a whole: the class declares its options, and
 * config, copies with changed options and checks come from the declaration.
 *
 * <pre>{@code
 * public final class Regressor extends ArgModel<Regressor> {
 *   static final Arg<Integer> UNITS = Arg.positiveInt("units");
 *   static final KerasType<Regressor> TYPE =
 *       KerasType.model("Regressor", Regressor::new, UNITS).registered("own");
 *
 *   private final Dense hidden;
 *   private final Dense head = new Dense(1);
 *
 *   public Regressor(int units) {
 *     this(ArgValues.NONE.with(UNITS, units));
 *   }
 *
 *   private Regressor(ArgValues args) {
 *     super(args);
 *     hidden = new Dense(arg(UNITS)).activation("relu");
 *   }
 *
 *   @Override
 *   public KerasType<Regressor> type() {
 *     return TYPE;
 *   }
 *
 *   @Override
 *   protected Tensor call(Tensor x, CallContext ctx) {
 *     return head.apply(hidden.apply(x));
 *   }
 * }
 * }</pre>
 *
 * <p>Files are read with {@code new LoadOptions().customObjects(Regressor.TYPE)}; Python reads them
 * if it has a class of that name, with attributes of the same names, registered under the same
 * package.
 *
 * @param <S> the model's own class
 */
public abstract class ArgModel<S extends ArgModel<S>> extends Model implements Named<S> {
  private final ArgValues args;

  /**
   * Checks the options and adds the defaults.
   *
   * @param args the options given
   */
  @SuppressWarnings("this-escape") // type() returns a constant
  protected ArgModel(ArgValues args) {
    super(args.get(LayerArgs.NAME));
    this.args = type().complete(args, this);
    for (Arg<?> arg : type().args().args()) {
      if (this.args.get(arg) instanceof Layer layer) {
        track(arg.name(), layer);
      }
    }
    if (!this.args.get(LayerArgs.TRAINABLE)) {
      setTrainable(false);
    }
  }

  @Override
  public final ArgValues args() {
    return args;
  }

  @Override
  public final DTypePolicy dtypePolicy() {
    return args.get(LayerArgs.DTYPE);
  }

  @Override
  protected void settle() {
    super.settle();
    args.owned(this).forEach(Tickets::settleNow);
  }

  @Override
  protected Collection<Ticketed> parts() {
    return args.parts();
  }

  /** The config with the name that was found and the present state of {@code trainable}. */
  @Override
  public final ObjectNode config(ConfigStyle style) {
    ObjectNode config = Named.super.config(style);
    config.put(LayerArgs.TRAINABLE.name(), trainable());
    return config;
  }
}

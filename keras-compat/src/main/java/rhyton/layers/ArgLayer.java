package rhyton.layers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.ArgValues;
import rhyton.config.ConfigStyle;
import rhyton.config.DTypePolicy;
import rhyton.config.KerasObject;
import rhyton.config.KerasType;
import rhyton.config.LayerArgs;
import rhyton.config.Ticketed;
import rhyton.config.Tickets;

/**
 * Base of the layers that declare their options: config, copies with changed options and checks
 * come from the declaration.
 *
 * @param <S> the layer's own class
 */
public abstract class ArgLayer<S extends ArgLayer<S>> extends Layer
    implements KerasObject, ArgHolder<S> {
  private final ArgValues args;

  /**
   * Checks the options and adds the defaults.
   *
   * @param args the options given
   */
  @SuppressWarnings("this-escape") // type() returns a constant
  protected ArgLayer(ArgValues args) {
    this.args = type().complete(args, this);
    if (!this.args.get(LayerArgs.TRAINABLE)) {
      setTrainable(false);
    }
  }

  @Override
  public abstract KerasType<S> type();

  @Override
  public final ArgValues args() {
    return args;
  }

  @Override
  protected final String givenName() {
    return args.get(LayerArgs.NAME);
  }

  @Override
  public final DTypePolicy dtypePolicy() {
    return args.get(LayerArgs.DTYPE);
  }

  /** Keras's constructor finds the name first, then the seeds of the options. */
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
  public ObjectNode config(ConfigStyle style) {
    ObjectNode config = type().config(args, style);
    if (config.has(LayerArgs.NAME.name())) {
      config.put(LayerArgs.NAME.name(), name());
    }
    if (config.has(LayerArgs.TRAINABLE.name())) {
      config.put(LayerArgs.TRAINABLE.name(), trainable());
    }
    return config;
  }

  /**
   * A copy with another name.
   *
   * @param name the name, unique in a model
   * @return a copy with this option
   */
  public S name(String name) {
    return with(LayerArgs.NAME, name);
  }

  /**
   * A copy whose weights training changes or leaves alone.
   *
   * @param trainable whether training changes the weights
   * @return a copy with this option
   */
  public S trainable(boolean trainable) {
    return with(LayerArgs.TRAINABLE, trainable);
  }

  /**
   * A copy that computes in another precision.
   *
   * @param dtype a dtype such as {@code "float64"}
   * @return a copy with this option
   */
  public S dtype(String dtype) {
    return with(LayerArgs.DTYPE, new DTypePolicy(dtype));
  }

  /**
   * The value of an option.
   *
   * @param arg the option
   * @param <T> the type of the value
   * @return the value
   */
  protected final <T> T arg(Arg<T> arg) {
    return args.get(arg);
  }

  @Override
  public final <T> S with(Arg<T> arg, T value) {
    return type().copy(this, arg, value);
  }
}

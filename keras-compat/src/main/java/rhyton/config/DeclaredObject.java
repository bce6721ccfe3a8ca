package rhyton.config;

import java.util.Collection;

/**
 * Base of the classes that are nothing but their options and a formula: initializers, regularizers,
 * constraints, losses, schedules.
 *
 * @param <S> the class itself
 */
public abstract class DeclaredObject<S extends DeclaredObject<S>> extends Ticketed
    implements KerasObject, ArgHolder<S> {
  private final ArgValues args;

  /**
   * Checks the values and adds the defaults.
   *
   * @param args the values given
   * @throws IllegalArgumentException if a value is not allowed or a required one is missing
   */
  @SuppressWarnings("this-escape") // type() returns a constant
  protected DeclaredObject(ArgValues args) {
    this.args = type().complete(args, this);
  }

  @Override
  public abstract KerasType<S> type();

  @Override
  public final ArgValues args() {
    return args;
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

  @Override
  protected void settle() {
    args.owned(this).forEach(Tickets::settleNow);
  }

  @Override
  protected Collection<Ticketed> parts() {
    return args.parts();
  }

  @Override
  public String toString() {
    return type().name() + config();
  }
}

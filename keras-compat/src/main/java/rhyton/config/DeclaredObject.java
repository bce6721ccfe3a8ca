package rhyton.config;

import java.util.Collection;

/**
 * Base of the classes that are nothing but their options and a formula: initializers, regularizers,
 * constraints, losses, schedules.
 *
 * @param <S> the class itself
 */
public abstract class DeclaredObject<S extends DeclaredObject<S>> extends Ticketed
    implements Declared<S> {
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
  public final ArgValues args() {
    return args;
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

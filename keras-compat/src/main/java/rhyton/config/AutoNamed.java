package rhyton.config;

/** Base of what has a name: the one that is asked for, else the next free one of its class. */
public abstract class AutoNamed extends Ticketed {
  private String name;

  /** An object that gets its name when it is first used. */
  @SuppressWarnings("this-escape") // takes a ticket only
  protected AutoNamed() {
    takeTicket();
  }

  /** The name that was asked for; null for the next free one of the class. */
  protected String givenName() {
    return null;
  }

  /** The name of the class in Keras, which automatic names are made of. */
  protected String className() {
    Class<?> named = getClass().isAnonymousClass() ? getClass().getSuperclass() : getClass();
    return named.getSimpleName();
  }

  @Override
  protected void settle() {
    String given = givenName();
    name = given != null ? given : Tickets.uniqueName(className());
  }

  /** Returns the name. */
  public final String name() {
    use();
    return name;
  }

  /** Returns the class and the name. */
  @Override
  public String toString() {
    return "<" + className() + " name=" + name() + ">";
  }
}

package rhyton.config;

import java.util.Collection;
import java.util.List;

/**
 * An object that Keras would give a name or a seed in its constructor. Here it gets them when it is
 * first used, in the order that its ticket says; see {@link Tickets}.
 */
public abstract class Ticketed {
  /** What became of the ticket; guarded by the lock of {@link Tickets}, settled is final. */
  enum State {
    NONE,
    PENDING,
    REPLACED,
    TEMPLATE,
    OWNED,
    SETTLING,
    SETTLED
  }

  volatile State state = State.NONE;
  long number;
  Tickets.Queue queue;
  Ticketed owner;

  /** For subclasses. */
  protected Ticketed() {}

  /** Takes the next ticket. Constructors of classes that need names or seeds call it. */
  protected final void takeTicket() {
    Tickets.take(this);
  }

  /**
   * Settles the names and seeds of all objects that were made before and of this one. The first use
   * of an object calls it; later calls cost nothing.
   */
  protected final void use() {
    if (state != State.SETTLED) {
      Tickets.settle(this);
    }
  }

  /**
   * Takes what Keras's constructor would take: a name from {@link Tickets#uniqueName}, seeds from
   * {@link Tickets#defaultSeed}. Called once, before the first use.
   */
  protected void settle() {}

  /**
   * The objects that Keras's constructor would have found ready when it was called, because they
   * are its arguments.
   *
   * @return the objects among the values that were given
   */
  protected Collection<Ticketed> parts() {
    return List.of();
  }

  /**
   * The objects that the constructor made for itself: of an object that a changed copy replaces,
   * they take no names and seeds.
   *
   * @return the objects, without those that were given
   */
  protected Collection<Ticketed> made() {
    return List.of();
  }
}

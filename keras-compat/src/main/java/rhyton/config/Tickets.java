package rhyton.config;

import java.util.Comparator;
import java.util.TreeMap;
import rhyton.utils.RandomSeeds;
import rhyton.utils.UniqueNames;

/**
 * Hands out the names and default seeds of objects in the order in which Keras does.
 *
 * <p>Keras names a layer and draws its seeds in its constructor. Here an object may still be
 * changed by copying it after its constructor has run: {@code new
 * Dense(8).activation("relu").name("x")} makes three objects of which only the last counts. So a
 * constructor only takes a ticket; a changed copy inherits the ticket of its source, which has none
 * from then on; and the first use of any object settles all that are pending in the order of their
 * tickets. A program that makes its objects in the order of its Python twin gets the same names and
 * the same seeds.
 *
 * <p>The rules in full:
 *
 * <ul>
 *   <li>Objects given to another one (an initializer to a layer) are settled before it, as they
 *       would have been made before it.
 *   <li>Initializers that a layer makes itself, from a default, a string or a config, belong to it:
 *       they draw when it is settled, in the order of its options, and no other layer shares them.
 *   <li>What the constructor of an object has made gives its ticket back when a copy takes the
 *       place of the object.
 *   <li>An object that gave its ticket to a copy and is used after all takes a new ticket then.
 *   <li>Each thread has its own pending objects, so threads that make models do not get in each
 *       other's way. Name counters belong to the process.
 *   <li>Pending objects are held until they are settled: whether one gets a name must not depend on
 *       the garbage collector.
 * </ul>
 */
public final class Tickets {
  /** The pending objects of one thread by the numbers of their tickets. */
  static final class Queue extends TreeMap<Long, Ticketed> {
    private static final long serialVersionUID = 1L;
  }

  private static final Object LOCK = new Object();
  private static final ThreadLocal<Queue> QUEUE = ThreadLocal.withInitial(Queue::new);
  private static long last;

  static {
    RandomSeeds.beforeReset(Tickets::settleAll);
  }

  private Tickets() {}

  /** Gives the object the next ticket. */
  static void take(Ticketed object) {
    synchronized (LOCK) {
      enqueue(object, ++last);
    }
  }

  private static void enqueue(Ticketed object, long number) {
    leave(object, Ticketed.State.PENDING);
    object.number = number;
    object.queue = QUEUE.get();
    object.queue.put(number, object);
  }

  private static void leave(Ticketed object, Ticketed.State next) {
    if (object.queue != null) {
      object.queue.remove(object.number);
      object.queue = null;
    }
    object.state = next;
  }

  /**
   * Takes the ticket back from an object that will never be: its constructor fails.
   *
   * @param object the object, or null
   */
  static void withdraw(Ticketed object) {
    synchronized (LOCK) {
      if (object != null) {
        leave(object, Ticketed.State.REPLACED);
      }
    }
  }

  /** The copy takes the place of its source, unless the source has been used already. */
  static void replace(Ticketed source, Ticketed copy) {
    synchronized (LOCK) {
      if (source.state == Ticketed.State.PENDING && copy.state == Ticketed.State.PENDING) {
        long number = source.number;
        abandon(source);
        enqueue(copy, number);
      } else if (source.state == Ticketed.State.TEMPLATE) {
        leave(copy, Ticketed.State.TEMPLATE);
      }
    }
  }

  private static void abandon(Ticketed object) {
    leave(object, Ticketed.State.REPLACED);
    for (Ticketed part : object.made()) {
      if (part.state == Ticketed.State.PENDING) {
        abandon(part);
      }
    }
  }

  /**
   * Marks an object as a pattern that every holder makes its own instance of, as Keras does with
   * strings and defaults. It takes no part in the handing out of names and seeds.
   *
   * @param value an object; values that take no tickets are left alone
   */
  public static void asTemplate(Object value) {
    if (value instanceof Ticketed object && object.state != Ticketed.State.NONE) {
      synchronized (LOCK) {
        leave(object, Ticketed.State.TEMPLATE);
      }
    }
  }

  /** The value to hold: for a template an instance that belongs to the holder. */
  static Object instance(Object value, Ticketed holder) {
    if (!(value instanceof Ticketed object)) {
      return value;
    }
    synchronized (LOCK) {
      if (object.state == Ticketed.State.REPLACED) {
        enqueue(object, ++last);
      }
      if (object.state == Ticketed.State.TEMPLATE && value instanceof KerasObject template) {
        KerasObject instance = template.type().create(template.args());
        adopt(holder, (Ticketed) instance);
        return instance;
      }
    }
    return value;
  }

  /**
   * Makes an object a part of another one: it is settled by its owner's {@link Ticketed#settle}.
   *
   * @param owner the owner, or null if it is not an object with a ticket
   * @param part the part, which the owner has just made
   */
  public static void adopt(Ticketed owner, Ticketed part) {
    synchronized (LOCK) {
      if (owner != null && part.state == Ticketed.State.PENDING) {
        leave(part, Ticketed.State.OWNED);
        part.owner = owner;
      }
    }
  }

  /**
   * Settles an object of which this is the first use, after all objects made before it.
   *
   * @param object the object
   */
  static void settle(Ticketed object) {
    synchronized (LOCK) {
      switch (object.state) {
        case NONE, SETTLING, SETTLED -> {}
        case PENDING -> drain(object.queue);
        case REPLACED, TEMPLATE -> {
          enqueue(object, ++last);
          drain(object.queue);
        }
        case OWNED -> {
          settle(object.owner);
          settleNow(object); // the owner may have no use for the part
        }
      }
    }
  }

  /** Settles all objects that are pending in this thread. */
  public static void settleAll() {
    synchronized (LOCK) {
      drain(QUEUE.get());
    }
  }

  private static void drain(Queue queue) {
    while (!queue.isEmpty()) {
      settleNow(queue.firstEntry().getValue());
    }
  }

  /**
   * Settles a part at once. Owners call it in their {@link Ticketed#settle}, in the order in which
   * Keras's constructor would have made their parts.
   *
   * @param part the part
   */
  public static void settleNow(Ticketed part) {
    synchronized (LOCK) {
      switch (part.state) {
        case NONE, SETTLING, SETTLED -> {
          return;
        }
        default -> leave(part, Ticketed.State.SETTLING);
      }
      part.parts().stream()
          .filter(given -> given.state == Ticketed.State.PENDING)
          .sorted(Comparator.comparingLong(given -> given.number))
          .forEach(Tickets::settleNow);
      part.settle();
      part.state = Ticketed.State.SETTLED; // last, for threads that look without the lock
    }
  }

  /**
   * The next automatic name: {@code dense}, then {@code dense_1}, {@code dense_2}.
   *
   * @param className the name of the class
   * @return a name that was not handed out since the last {@link #clearSession}
   */
  public static String uniqueName(String className) {
    return UniqueNames.ofProcess().ofClass(className);
  }

  /** Returns the next default seed, a number from 1 to 10^9. */
  public static long defaultSeed() {
    return RandomSeeds.defaultSeed();
  }

  /** Starts the names anew, as {@code keras.utils.clear_session} does. */
  public static void clearSession() {
    synchronized (LOCK) {
      settleAll();
      UniqueNames.ofProcess().clear();
    }
  }
}

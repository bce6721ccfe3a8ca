package rhyton.utils;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives names that are used once: {@code dense}, {@code dense_1}, {@code dense_2}. Layers without a
 * name share the one of the process; a weights file counts anew in every list. Safe for use by
 * several threads.
 *
 * <pre>{@code
 * var names = new UniqueNames();
 * names.ofClass("Dense");   // "dense"
 * names.ofClass("Dense");   // "dense_1"
 * }</pre>
 */
public final class UniqueNames {
  private static final UniqueNames PROCESS = new UniqueNames();

  private final Map<String, Integer> used = new HashMap<>();

  /** A new count. */
  public UniqueNames() {}

  /**
   * The count that everything in the process without a name shares.
   *
   * @return always the same object
   */
  public static UniqueNames ofProcess() {
    return PROCESS;
  }

  /**
   * The next name for an object of a class.
   *
   * @param className the simple name of the class
   * @return its snake case, with a number from the second object on
   */
  public String ofClass(String className) {
    return unique(Names.snakeCase(className));
  }

  /**
   * A name, with a number if it was asked for before. A name that happens to end in a number is
   * counted for itself, as in Keras: {@code a_1} may come twice, if it is asked for and also made.
   *
   * @param name the wished name
   * @return the name, or the name with {@code _1}, {@code _2}, …
   */
  public synchronized String unique(String name) {
    int count = used.merge(name, 1, Integer::sum) - 1;
    return count == 0 ? name : name + "_" + count;
  }

  /** Forgets all names, which is a part of Keras's {@code clear_session}. */
  public synchronized void clear() {
    used.clear();
  }
}

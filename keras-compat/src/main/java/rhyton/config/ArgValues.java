package rhyton.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of an object's options; immutable. It remembers which of them were given, so that a
 * changed copy computes its defaults anew.
 *
 * <pre>{@code
 * ArgValues args = ArgValues.NONE.with(UNITS, 64).with(USE_BIAS, false);
 * }</pre>
 */
public final class ArgValues {
  /** No option given. */
  public static final ArgValues NONE = new ArgValues(Map.of(), Map.of(), null);

  private final Map<String, Object> given;
  private final Map<String, Integer> ranks;
  private final Map<String, Object> complete;

  private ArgValues(
      Map<String, Object> given, Map<String, Integer> ranks, Map<String, Object> complete) {
    this.given = given;
    this.ranks = ranks;
    this.complete = complete;
  }

  /**
   * These values and one more, or another one.
   *
   * @param arg the option
   * @param value its value; an array is copied
   * @param <T> the type of the value
   * @return the changed values
   */
  public <T> ArgValues with(Arg<T> arg, T value) {
    return put(arg.name(), value == null ? null : arg.codec().copy(value));
  }

  private ArgValues put(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(given);
    changed.put(name, value);
    return new ArgValues(Collections.unmodifiableMap(changed), ranks, null);
  }

  /**
   * Whether the option was given, be it as null.
   *
   * @param arg the option
   * @return whether it does not depend on a default
   */
  public boolean has(Arg<?> arg) {
    return given.containsKey(arg.name());
  }

  /**
   * The value of an option.
   *
   * @param arg the option
   * @param <T> the type of the value
   * @return the value that was given, or the default; an array is a copy
   * @throws IllegalArgumentException if the option is not there and has no default
   */
  @SuppressWarnings("unchecked") // values are put in by options of the same name
  public <T> T get(Arg<T> arg) {
    Map<String, Object> values = complete == null ? given : complete;
    if (!values.containsKey(arg.name())) {
      if (complete != null || arg.fallback() == null) {
        throw new IllegalArgumentException("There is no option `" + arg.name() + "`");
      }
      return arg.fallback().value(this);
    }
    T value = (T) values.get(arg.name());
    return value == null ? null : arg.codec().copy(value);
  }

  /**
   * These values, where a single number stands for the same number on each axis: with rank 2, a
   * kernel size of 3 becomes (3, 3).
   *
   * @param rank the number of axes
   * @param args the options that have one number for each axis
   * @return values that are spread out, and checked for their length, when they are completed
   */
  @SafeVarargs
  public final ArgValues perAxis(int rank, Arg<long[]>... args) {
    Map<String, Integer> known = new HashMap<>(ranks);
    for (Arg<long[]> arg : args) {
      known.put(arg.name(), rank);
    }
    return new ArgValues(given, Map.copyOf(known), null);
  }

  /**
   * The values of the options of a list, for a part that has these options too, such as the cell of
   * a recurrent layer.
   *
   * @param list the options to keep
   * @return their values, with the defaults if these have been added
   */
  public ArgValues only(ArgList list) {
    Map<String, Object> kept = new LinkedHashMap<>(complete == null ? given : complete);
    kept.keySet().removeIf(name -> list.find(name) == null);
    return new ArgValues(Collections.unmodifiableMap(kept), ranks, null);
  }

  /**
   * The objects with tickets among the values that were given, also inside lists.
   *
   * @return the objects, without those that belong to the holder
   */
  public Collection<Ticketed> parts() {
    List<Ticketed> parts = new ArrayList<>();
    for (Object value : given.values()) {
      for (Object item : value instanceof Collection<?> list ? list : Arrays.asList(value)) {
        if (item instanceof Ticketed part) {
          parts.add(part);
        }
      }
    }
    return parts;
  }

  /**
   * The objects with tickets that the holder made itself for its options, in the order in which
   * Keras makes them.
   *
   * @param holder the holder
   * @return the objects that draw their seeds when the holder is settled
   */
  public List<Ticketed> owned(Ticketed holder) {
    List<Ticketed> owned = new ArrayList<>();
    for (Object value : complete == null ? given.values() : complete.values()) {
      if (value instanceof Ticketed part && part.owner == holder) {
        owned.add(part);
      }
    }
    return owned;
  }

  /** Checks all values against a declaration and adds its defaults. */
  ArgValues complete(String owner, ArgList list, Ticketed holder) {
    for (String name : given.keySet()) {
      if (list.find(name) == null) {
        throw new IllegalArgumentException(
            owner + ": there is no argument `" + name + "`. Available: " + list);
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    ArgValues sofar = new ArgValues(given, ranks, values);
    for (Arg<?> arg : list.args()) {
      Object value = spread(owner, arg, arg.complete(owner, this, sofar));
      values.put(arg.name(), Tickets.instance(value, holder));
    }
    return sofar;
  }

  private Object spread(String owner, Arg<?> arg, Object value) {
    Integer rank = ranks.get(arg.name());
    if (rank == null || !(value instanceof long[] dims) || dims.length == rank) {
      return value;
    }
    if (dims.length != 1) {
      String mustBe = rank == 1 ? "one integer" : "one integer or a list of " + rank;
      throw new IllegalArgumentException(arg.wrong(owner, mustBe, dims));
    }
    long[] all = new long[rank];
    Arrays.fill(all, dims[0]);
    return all;
  }
}

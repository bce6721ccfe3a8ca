package rhyton.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of a type in the order in which Keras's constructor reads them. */
public final class ArgList implements ArgGroup {
  private final Map<String, Arg<?>> byName;

  private ArgList(Map<String, Arg<?>> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /**
   * A list of options.
   *
   * @param groups single options and groups of them
   * @return the list
   * @throws IllegalArgumentException if two options have the same name
   */
  public static ArgList of(ArgGroup... groups) {
    Map<String, Arg<?>> byName = new LinkedHashMap<>();
    for (ArgGroup group : groups) {
      for (Arg<?> arg : group.args()) {
        if (byName.put(arg.name(), arg) != null) {
          throw new IllegalArgumentException("Option `" + arg.name() + "` is declared twice");
        }
      }
    }
    return new ArgList(byName);
  }

  @Override
  public List<Arg<?>> args() {
    return new ArrayList<>(byName.values());
  }

  /**
   * The option of that name.
   *
   * @param name the JSON name
   * @return the option, or null if the list has none of that name
   */
  public Arg<?> find(String name) {
    return byName.get(name);
  }

  /** Returns the names of the options. */
  public Iterable<String> names() {
    return byName.keySet();
  }

  @Override
  public String toString() {
    return byName.keySet().toString();
  }
}

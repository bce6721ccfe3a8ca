package rhyton.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * In which form a model takes its inputs or gives its outputs: one tensor, a list of them, or a
 * dictionary. The order of a dictionary is that of its sorted keys.
 *
 * @param kind which form
 * @param keys the sorted keys of a dictionary, else empty
 */
public record Structure(Kind kind, List<String> keys) {
  /** The forms. */
  public enum Kind {
    /** One tensor. */
    SINGLE,
    /** A list of tensors. */
    LIST,
    /** Tensors by name. */
    DICTIONARY
  }

  /** One tensor. */
  public static final Structure ONE = new Structure(Kind.SINGLE, List.of());

  /** A list. */
  public static final Structure MANY = new Structure(Kind.LIST, List.of());

  /**
   * The form of a value.
   *
   * @param value a list, a map with names as keys, or anything else as one
   * @return the form
   */
  public static Structure of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Structure(
          Kind.DICTIONARY, map.keySet().stream().map(String::valueOf).sorted().toList());
    }
    return value instanceof Collection ? MANY : ONE;
  }

  /**
   * The elements of a value, in order.
   *
   * @param value a list, a map, or one element
   * @param type the class of the elements
   * @param <T> the class of the elements
   * @return the elements; those of a map by sorted keys
   */
  public static <T> List<T> flatten(Object value, Class<T> type) {
    if (value instanceof Map<?, ?> map) {
      Map<String, T> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(String.valueOf(key), type.cast(item)));
      return new ArrayList<>(sorted.values());
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(type::cast).toList();
    }
    return List.of(type.cast(value));
  }

  /**
   * Elements in this form.
   *
   * @param elements the elements, in order
   * @param <T> their class
   * @return one element, a list, or a map
   */
  public <T> Object pack(List<T> elements) {
    return switch (kind) {
      case SINGLE -> elements.get(0);
      case LIST -> List.copyOf(elements);
      case DICTIONARY -> {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
          map.put(keys.get(i), elements.get(i));
        }
        yield map;
      }
    };
  }
}

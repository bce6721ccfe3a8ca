package rhyton.layers;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The layers in the fields of a user's own layer, by the fields' names, as Keras finds them in the
 * attributes of a Python object. Declared layers say what they use by {@link Layer#track} instead.
 */
final class Sublayers {
  private Sublayers() {}

  static Map<String, List<Layer>> of(Layer layer) {
    Map<String, List<Layer>> found = new TreeMap<>();
    for (Class<?> c = layer.getClass(); ours(c); c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        List<Layer> layers = Modifier.isStatic(field.getModifiers()) ? List.of() : in(field, layer);
        if (!layers.isEmpty()) {
          found.put(field.getName(), layers);
        }
      }
    }
    return found;
  }

  /** Whether the layers of an attribute are in a collection. */
  static boolean isList(Layer layer, String attribute) {
    for (Class<?> c = layer.getClass(); ours(c); c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getName().equals(attribute)) {
          return Collection.class.isAssignableFrom(field.getType());
        }
      }
    }
    return false;
  }

  /** Whether it is a class of a user: those of this package make their layers known themselves. */
  private static boolean ours(Class<?> c) {
    return c != null && Layer.class.isAssignableFrom(c) && !c.getName().startsWith("rhyton.");
  }

  private static List<Layer> in(Field field, Layer layer) {
    boolean one = Layer.class.isAssignableFrom(field.getType());
    boolean many = Collection.class.isAssignableFrom(field.getType());
    if (!one && !many) {
      return List.of();
    }
    try {
      field.setAccessible(true);
      Object value = field.get(layer);
      Collection<?> items = value instanceof Collection<?> list ? list : Arrays.asList(value);
      return items.stream().filter(Layer.class::isInstance).map(Layer.class::cast).toList();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Field " + field + " cannot be read", e);
    }
  }
}

package rhyton.utils;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What lies in the fields of an object whose class a user wrote, as Keras finds it in the
 * attributes of a Python object: in the order in which the class declares its fields, those of base
 * classes first.
 */
public final class Fields {
  /** The library's own classes: they make known themselves what they use. */
  private static final Set<String> LIBRARY = Set.of("rhyton.layers", "rhyton.models");

  private Fields() {}

  /**
   * The objects of a class in the fields of another one, alone or in a collection, a map or an
   * array.
   *
   * @param owner the object with the fields
   * @param kind the class of what is looked for
   * @param <T> the class of what is looked for
   * @return the objects by the name of the field; fields without any are left out
   * @throws IllegalStateException if the fields may not be read
   */
  public static <T> Map<String, List<T>> of(Object owner, Class<T> kind) {
    Map<String, List<T>> found = new LinkedHashMap<>();
    for (Field field : fields(owner.getClass())) {
      List<T> items = items(value(field, owner), kind);
      if (!items.isEmpty()) {
        found.put(field.getName(), items);
      }
    }
    return found;
  }

  /**
   * Whether a field holds several things: a collection, a map or an array.
   *
   * @param owner the object with the field
   * @param name the name of the field
   * @return whether there is such a field and it holds several
   */
  public static boolean isList(Object owner, String name) {
    for (Field field : fields(owner.getClass())) {
      if (field.getName().equals(name)) {
        return holdsSeveral(value(field, owner));
      }
    }
    return false;
  }

  /**
   * Whether a user's class says itself what a method of a base class of the library does.
   *
   * @param type the user's class
   * @param method the name of the method
   * @return whether it, or a user's class between, declares a method of that name
   */
  public static boolean overrides(Class<?> type, String method) {
    for (Class<?> c = type; isUsers(c); c = c.getSuperclass()) {
      for (var declared : c.getDeclaredMethods()) {
        if (declared.getName().equals(method) && !declared.isSynthetic()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a class is not one of the library's layers and models.
   *
   * @param type the class, or null
   * @return whether it is a class, and a user wrote it
   */
  public static boolean isUsers(Class<?> type) {
    return type != null && type != Object.class && !LIBRARY.contains(type.getPackageName());
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = type; isUsers(c); c = c.getSuperclass()) {
      List<Field> own =
          Arrays.stream(c.getDeclaredFields())
              .filter(f -> !Modifier.isStatic(f.getModifiers()) && !f.getType().isPrimitive())
              .filter(f -> !f.isSynthetic())
              .toList();
      fields.addAll(0, own);
    }
    return fields;
  }

  private static Object value(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (IllegalAccessException | InaccessibleObjectException e) {
      throw new IllegalStateException(
          ("%s: its field `%s` cannot be read. Open the package to rhyton in module-info.java, or"
                  + " make layers known by track(name, layer)")
              .formatted(owner.getClass().getSimpleName(), field.getName()),
          e);
    }
  }

  private static boolean holdsSeveral(Object value) {
    return value instanceof Collection || value instanceof Map || value instanceof Object[];
  }

  private static <T> List<T> items(Object value, Class<T> kind) {
    Collection<?> items =
        value instanceof Collection<?> list
            ? list
            : value instanceof Map<?, ?> map
                ? map.values()
                : value instanceof Object[] array ? Arrays.asList(array) : Arrays.asList(value);
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

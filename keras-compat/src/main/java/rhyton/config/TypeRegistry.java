package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import rhyton.utils.Names;

/**
 * Finds classes by the names that files and strings give them. Immutable.
 *
 * <p>A class is known by its name in Keras, its aliases, the snake case form of its name ({@code
 * he_normal}), and, if it is a class of the user's own, by the name it was registered under.
 */
public final class TypeRegistry {
  /** A registry without any class. */
  public static final TypeRegistry EMPTY = new TypeRegistry();

  private final Map<Family, Map<String, Revivable<?>>> byName = new EnumMap<>(Family.class);
  private final Map<String, Revivable<?>> registered = new HashMap<>();

  private TypeRegistry() {}

  /** Filled when it is first asked for. */
  private static final class Standard {
    static final TypeRegistry INSTANCE = load();

    private static TypeRegistry load() {
      TypeRegistry all = new TypeRegistry();
      for (TypeProvider provider : ServiceLoader.load(TypeProvider.class)) {
        provider.types().forEach(all::add);
      }
      return all;
    }
  }

  /** Returns all classes of Keras and those that jars on the class path provide. */
  public static TypeRegistry standard() {
    return Standard.INSTANCE;
  }

  /**
   * A registry of some classes.
   *
   * @param types the classes
   * @return the registry
   */
  public static TypeRegistry of(Collection<? extends Revivable<?>> types) {
    return EMPTY.and(types);
  }

  /**
   * This registry with more classes, which come before those of the same name.
   *
   * @param types the classes, for example custom ones
   * @return the larger registry
   */
  public TypeRegistry and(Collection<? extends Revivable<?>> types) {
    TypeRegistry all = new TypeRegistry();
    byName.forEach((family, names) -> all.byName.put(family, new HashMap<>(names)));
    all.registered.putAll(registered);
    types.forEach(all::add);
    return all;
  }

  private void add(Revivable<?> type) {
    if (type.registeredName() != null) {
      registered.put(type.registeredName(), type);
    }
    if (type instanceof RegisteredFunction) {
      return; // found by its full name only
    }
    Map<String, Revivable<?>> names = byName.computeIfAbsent(type.family(), f -> new HashMap<>());
    names.put(Names.snakeCase(type.name()), type);
    type.aliases().forEach(alias -> names.put(alias, type));
    names.put(type.name(), type);
  }

  /**
   * The class of that name.
   *
   * @param family the kind of class
   * @param name its name, one of its aliases, or its name in snake case
   * @return the class, or null if there is none
   */
  public Revivable<?> find(Family family, String name) {
    Revivable<?> type = byName.getOrDefault(family, Map.of()).get(name);
    return type == null && family == Family.LAYER ? find(Family.MODEL, name) : type;
  }

  /**
   * The class or function of the user's own that is registered under a name.
   *
   * @param registeredName the name, {@code package>Name}
   * @return the class or function, or null if there is none
   */
  public Revivable<?> registered(String registeredName) {
    return registered.get(registeredName);
  }

  /**
   * The class that a config names.
   *
   * @param family the kind of class
   * @param object the config with its class name
   * @return the class, or null if there is none
   */
  public Revivable<?> find(Family family, SerializedObject object) {
    if (object.functionName() != null) {
      return registered.get(object.functionName());
    }
    Revivable<?> own = registered.get(object.registeredName());
    return own != null ? own : find(family, object.className());
  }

  /**
   * Makes the object that a config describes; a layer that two models share is made once.
   *
   * @param family what kind of object must be there
   * @param json an object with {@code class_name} and {@code config}, or the name of a class, which
   *     is then made with all its defaults
   * @param at where the JSON stands
   * @return the object
   * @throws ConfigException if the class is unknown or the config is not one of the class
   */
  public Object read(Family family, JsonNode json, ReadContext at) {
    if (json.isTextual()) {
      Revivable<?> type = require(find(family, json.textValue()), family, json.textValue(), at);
      return type.fromConfig(JsonNodeFactory.instance.objectNode(), at);
    }
    SerializedObject object = SerializedObject.read(json, at);
    JsonNode id = object.extras().path("shared_object_id");
    String name = object.functionName() == null ? object.className() : object.functionName();
    Revivable<?> type = require(find(family, object), family, name, at);
    if (family != Family.LAYER || !id.isIntegralNumber()) {
      return type.fromConfig(object.config(), at.at("config"));
    }
    Object known = at.shared().get(id.longValue());
    if (known == null) {
      known = type.fromConfig(object.config(), at.at("config"));
      at.shared().put(id.longValue(), known);
    }
    return known;
  }

  /**
   * Makes an object by the name of its class, with all its defaults.
   *
   * @param family what kind of object
   * @param kind its type in Java
   * @param name the name, as {@link #find(Family, String)} takes it, or null
   * @param <T> its type in Java
   * @return the object, or null for null
   * @throws IllegalArgumentException if there is no class of that name
   */
  public <T> T make(Family family, Class<T> kind, String name) {
    if (name == null) {
      return null;
    }
    Revivable<?> type = find(family, name);
    if (type == null) {
      throw unknown(family, name);
    }
    return kind.cast(type.fromConfig(JsonNodeFactory.instance.objectNode(), ReadContext.of(this)));
  }

  private Revivable<?> require(Revivable<?> type, Family family, String name, ReadContext at) {
    if (type == null) {
      throw at.error(UnknownClass.messageInFile(family, name, allNames(family)));
    }
    return type;
  }

  /**
   * The error that a name is not one of a class. It says whether Keras has such a class, or which
   * names are close.
   *
   * @param family the kind of class
   * @param name the name
   * @return the exception to throw
   */
  public IllegalArgumentException unknown(Family family, String name) {
    String message = UnknownClass.message(family, name, allNames(family));
    return new IllegalArgumentException(
        Character.toUpperCase(message.charAt(0)) + message.substring(1));
  }

  private Collection<String> allNames(Family family) {
    return byName.getOrDefault(family, Map.of()).keySet();
  }

  /**
   * The names of all classes of a kind.
   *
   * @param family the kind
   * @return the names in alphabetical order, without aliases
   */
  public Collection<String> names(Family family) {
    TreeSet<String> names = new TreeSet<>();
    byName.getOrDefault(family, Map.of()).values().forEach(type -> names.add(type.name()));
    return names;
  }
}

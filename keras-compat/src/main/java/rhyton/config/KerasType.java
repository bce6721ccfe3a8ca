package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Function;

/**
 * The declaration of a Keras class: its name, its options and its constructor. Configs are written
 * and read by walking the list of options, nowhere else.
 *
 * <pre>{@code
 * public static final KerasType<L2> TYPE = KerasType.regularizer("L2", L2::new, L2).alias("l2");
 * }</pre>
 *
 * @param <T> the class
 */
public final class KerasType<T extends KerasObject> implements Revivable<T> {
  private final Family family;
  private final String name;
  private final String registeredName;
  private final Set<String> aliases;
  private final ArgList args;
  private final Function<ArgValues, T> create;

  private KerasType(
      Family family,
      String name,
      String registeredName,
      Set<String> aliases,
      ArgList args,
      Function<ArgValues, T> create) {
    this.family = family;
    this.name = name;
    this.registeredName = registeredName;
    this.aliases = aliases;
    this.args = args;
    this.create = create;
  }

  /**
   * Declares a class of any family.
   *
   * @param family what kind of class it is
   * @param name its name in Keras
   * @param create its constructor from values
   * @param args its options
   * @param <T> the class
   * @return the declaration
   */
  public static <T extends KerasObject> KerasType<T> of(
      Family family, String name, Function<ArgValues, T> create, ArgGroup... args) {
    return new KerasType<>(family, name, null, Set.of(), ArgList.of(args), create);
  }

  /**
   * Declares a layer. Its list begins with the options that all layers have, see {@link LayerArgs}.
   *
   * @param name its name in Keras
   * @param create its constructor from values
   * @param args its options
   * @param <T> the class
   * @return the declaration
   */
  public static <T extends KerasObject> KerasType<T> layer(
      String name, Function<ArgValues, T> create, ArgGroup... args) {
    return of(Family.LAYER, name, create, LayerArgs.and(args));
  }

  /**
   * Declares a model of a user's class. Its list begins with the options that all layers have.
   *
   * @param name its name in Python
   * @param create its constructor from values
   * @param args its options
   * @param <T> the class
   * @return the declaration
   */
  public static <T extends KerasObject> KerasType<T> model(
      String name, Function<ArgValues, T> create, ArgGroup... args) {
    return of(Family.MODEL, name, create, LayerArgs.and(args));
  }

  /**
   * Declares a loss.
   *
   * @param name its name in Keras
   * @param create its constructor from values
   * @param args its options
   * @param <T> the class
   * @return the declaration
   */
  public static <T extends KerasObject> KerasType<T> loss(
      String name, Function<ArgValues, T> create, ArgGroup... args) {
    return of(Family.LOSS, name, create, args);
  }

  /**
   * Declares a metric.
   *
   * @param name its name in Keras
   * @param create its constructor from values
   * @param args its options
   * @param <T> the class
   * @return the declaration
   */
  public static <T extends KerasObject> KerasType<T> metric(
      String name, Function<ArgValues, T> create, ArgGroup... args) {
    return of(Family.METRIC, name, create, args);
  }

  /**
   * Declares an optimizer.
   *
   * @param name its name in Keras
   * @param create its constructor from values
   * @param args its options
   * @param <T> the class
   * @return the declaration
   */
  public static <T extends KerasObject> KerasType<T> optimizer(
      String name, Function<ArgValues, T> create, ArgGroup... args) {
    return of(Family.OPTIMIZER, name, create, args);
  }

  /**
   * Declares an initializer.
   *
   * @param name its name in Keras
   * @param create its constructor from values
   * @param args its options
   * @param <T> the class
   * @return the declaration
   */
  public static <T extends KerasObject> KerasType<T> initializer(
      String name, Function<ArgValues, T> create, ArgGroup... args) {
    return of(Family.INITIALIZER, name, create, args);
  }

  /**
   * Declares a regularizer.
   *
   * @param name its name in Keras
   * @param create its constructor from values
   * @param args its options
   * @param <T> the class
   * @return the declaration
   */
  public static <T extends KerasObject> KerasType<T> regularizer(
      String name, Function<ArgValues, T> create, ArgGroup... args) {
    return of(Family.REGULARIZER, name, create, args);
  }

  /**
   * Declares a constraint.
   *
   * @param name its name in Keras
   * @param create its constructor from values
   * @param args its options
   * @param <T> the class
   * @return the declaration
   */
  public static <T extends KerasObject> KerasType<T> constraint(
      String name, Function<ArgValues, T> create, ArgGroup... args) {
    return of(Family.CONSTRAINT, name, create, args);
  }

  /**
   * This declaration with further names that files may use.
   *
   * @param more the names
   * @return the declaration
   */
  public KerasType<T> alias(String... more) {
    return new KerasType<>(family, name, registeredName, Set.of(more), args, create);
  }

  /**
   * This declaration for a class that Keras does not have. Python programs register the same class
   * with {@code keras.saving.register_keras_serializable(package)}.
   *
   * @param packageName the package it is registered under, {@code Custom} by default in Keras
   * @return the declaration
   */
  public KerasType<T> registered(String packageName) {
    return new KerasType<>(family, name, packageName + ">" + name, aliases, args, create);
  }

  @Override
  public Family family() {
    return family;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> aliases() {
    return aliases;
  }

  @Override
  public String registeredName() {
    return registeredName;
  }

  /** Returns the options. */
  public ArgList args() {
    return args;
  }

  /**
   * Makes an object.
   *
   * @param values the values of its options; those that are missing have their defaults
   * @return the object
   * @throws IllegalArgumentException if a value is not allowed or a required one is missing
   */
  public T create(ArgValues values) {
    return create.apply(values);
  }

  /**
   * Checks values and adds the defaults. Base classes call it in their constructors.
   *
   * @param values the values given
   * @param holder the object they are for, which default initializers will belong to; or null
   * @return the values of all options
   * @throws IllegalArgumentException if a value is not allowed or a required one is missing
   */
  public ArgValues complete(ArgValues values, Ticketed holder) {
    try {
      return values.complete(name, args, holder);
    } catch (RuntimeException e) {
      Tickets.withdraw(holder);
      throw e;
    }
  }

  /**
   * A copy of an object with one option changed. It takes the object's place where names and seeds
   * are handed out, see {@link Tickets}.
   *
   * @param source the object
   * @param arg the option
   * @param value its value
   * @param <V> the type of the value
   * @return the copy
   * @throws IllegalArgumentException if the class has no such option or the value is not allowed
   */
  public <V> T copy(KerasObject source, Arg<V> arg, V value) {
    T copy = create(source.args().with(arg, value));
    if (source instanceof Ticketed old && copy instanceof Ticketed young) {
      Tickets.replace(old, young);
    }
    return copy;
  }

  /**
   * Writes the config of an object of this class.
   *
   * @param values the values of its options
   * @param style for which release of Keras
   * @return JSON names and values
   */
  public ObjectNode config(ArgValues values, ConfigStyle style) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    for (Arg<?> arg : args.args()) {
      arg.write(values, style, config);
    }
    return config;
  }

  @Override
  public T fromConfig(JsonNode config, ReadContext at) {
    if (!config.isObject()) {
      throw at.mismatch("the config of a " + name, config);
    }
    ArgValues values = ArgValues.NONE;
    for (var field : config.properties()) {
      Arg<?> arg = args.find(field.getKey());
      if (arg != null) {
        values = read(values, arg, field.getValue(), at.at(arg.name()));
      } else if (!field.getValue().isNull()) { // null asks for nothing: a key of a younger Keras
        throw at.at(field.getKey()).error(name + " has no such key. It has " + args);
      }
    }
    try {
      return create(values);
    } catch (ConfigException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ConfigException(at.path(), e.getMessage(), e);
    }
  }

  private static <V> ArgValues read(ArgValues values, Arg<V> arg, JsonNode json, ReadContext at) {
    return values.with(arg, json.isNull() ? arg.codec().ofNull() : arg.codec().fromJson(json, at));
  }

  /**
   * Makes an object from its config, with the classes of Keras and those that the program provides.
   *
   * @param config the config
   * @return the object
   * @throws ConfigException if the config is not one of this class
   */
  public T fromConfig(JsonNode config) {
    return fromConfig(config, ReadContext.of(TypeRegistry.standard()));
  }

  @Override
  public String toString() {
    return family.module() + "." + name;
  }
}

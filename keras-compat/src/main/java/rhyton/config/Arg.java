package rhyton.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import rhyton.utils.Names;

/**
 * One option of a Keras class: the only place where its JSON name, its default, its check and its
 * form in a config are written.
 *
 * <pre>{@code
 * Arg<Integer> UNITS = Arg.positiveInt("units");              // required
 * Arg<Boolean> USE_BIAS = Arg.flag("use_bias", true);
 * Arg<Double> BETA_1 = Arg.number("beta_1", 0.9);
 * Arg<long[]> KERNEL_SIZE = Arg.required("kernel_size", Codec.DIMS);
 * Arg<Long> SEED = Arg.optional("seed", Codec.LONG);         // null unless given
 * }</pre>
 *
 * <p>A declaration is found by its name: {@code ACTIVATION.withDefault(tanh)} declares the same
 * option with another default.
 *
 * @param name the name in Keras's constructor and configs
 * @param codec how its value is written and read
 * @param fallback the value if none is given, or null if one must be given
 * @param checks what the value must be, beyond its type
 * @param since the release of Keras whose configs have the option first, as a number that grows
 * @param <T> the type of its value
 */
public record Arg<T>(
    String name, Codec<T> codec, Default<T> fallback, List<Check<T>> checks, int since)
    implements ArgGroup {
  private static final int FIRST = Release.of("3.0");

  /** A default that is always the same. */
  private record Constant<T>(T constant) implements Default<T> {
    @Override
    public T value(ArgValues args) {
      return constant;
    }
  }

  /**
   * An option that must be given.
   *
   * @param name its JSON name
   * @param codec how its value is written and read
   * @param <T> the type of its value
   * @return the option
   */
  public static <T> Arg<T> required(String name, Codec<T> codec) {
    return new Arg<>(name, codec, null, List.of(), FIRST);
  }

  /**
   * An option with a default.
   *
   * @param name its JSON name
   * @param codec how its value is written and read
   * @param value the default; null if the codec accepts it
   * @param <T> the type of its value
   * @return the option
   */
  public static <T> Arg<T> of(String name, Codec<T> codec, T value) {
    return required(name, codec).withDefault(value);
  }

  /**
   * An option that is null unless it is given.
   *
   * @param name its JSON name
   * @param codec how a value that is not null is written and read
   * @param <T> the type of its value
   * @return the option
   */
  public static <T> Arg<T> optional(String name, Codec<T> codec) {
    return of(name, codec.nullable(), null);
  }

  /**
   * An option of Keras that is not there yet: null is read and written, a value is refused.
   *
   * @param name its JSON name
   * @return the option
   */
  public static Arg<JsonNode> unsupported(String name) {
    return optional(name, Codec.unsupported(name));
  }

  /**
   * An integer of at least 1 that must be given.
   *
   * @param name its JSON name
   * @return the option
   */
  public static Arg<Integer> positiveInt(String name) {
    return required(name, Codec.INT).check("a positive integer", value -> value > 0);
  }

  /**
   * An integer of at least 1.
   *
   * @param name its JSON name
   * @param value the default
   * @return the option
   */
  public static Arg<Integer> positiveInt(String name, int value) {
    return positiveInt(name).withDefault(value);
  }

  /**
   * Any integer.
   *
   * @param name its JSON name
   * @param value the default
   * @return the option
   */
  public static Arg<Integer> integer(String name, int value) {
    return of(name, Codec.INT, value);
  }

  /**
   * A number.
   *
   * @param name its JSON name
   * @param value the default
   * @return the option
   */
  public static Arg<Double> number(String name, double value) {
    return of(name, Codec.NUMBER, value);
  }

  /**
   * A switch.
   *
   * @param name its JSON name
   * @param value the default
   * @return the option
   */
  public static Arg<Boolean> flag(String name, boolean value) {
    return of(name, Codec.FLAG, value);
  }

  /**
   * A text.
   *
   * @param name its JSON name
   * @param value the default
   * @return the option
   */
  public static Arg<String> text(String name, String value) {
    return of(name, Codec.TEXT, value);
  }

  /**
   * This option with another default, as one type among several may have it.
   *
   * @param value the default
   * @return the option of the same name
   */
  public Arg<T> withDefault(T value) {
    Tickets.asTemplate(value);
    return new Arg<>(name, codec, new Constant<>(value), checks, since);
  }

  /**
   * This option without a default, as a type may have it that leaves the choice to the user.
   *
   * @return the option of the same name
   */
  public Arg<T> required() {
    return new Arg<>(name, codec, null, checks, since);
  }

  /**
   * This option with a default that is computed when an object is made, from the options before it
   * or from a global setting. A null given for the option asks for the default.
   *
   * @param computed gives the value
   * @return the option of the same name
   */
  public Arg<T> defaultsTo(Default<T> computed) {
    return new Arg<>(name, codec, computed, checks, since);
  }

  /**
   * This option with a further check. Null is not checked.
   *
   * @param check what the value must be
   * @return the option of the same name
   */
  public Arg<T> check(Check<T> check) {
    List<Check<T>> all = new ArrayList<>(checks);
    all.add(check);
    return new Arg<>(name, codec, fallback, List.copyOf(all), since);
  }

  /**
   * This option with a further check. Null is not checked.
   *
   * @param mustBe the rest of the sentence "must be …"
   * @param test whether a value is right
   * @return the option of the same name
   */
  public Arg<T> check(String mustBe, Predicate<? super T> test) {
    return check(new Check<>(mustBe, test));
  }

  /**
   * This option, marked as younger than Keras 3.1.
   *
   * @param release the first release whose configs have it, such as {@code 3.15}
   * @return the option of the same name
   */
  public Arg<T> since(String release) {
    return new Arg<>(name, codec, fallback, checks, Release.of(release));
  }

  /**
   * This option, marked as one that Keras's constructor takes and its config does not show. It is
   * written only if it is not at its default.
   *
   * @return the option of the same name
   */
  public Arg<T> unlisted() {
    return new Arg<>(name, codec, fallback, checks, Release.NEVER);
  }

  /** Returns the name of the method that sets it in Java: {@code beta_1} gives {@code beta1}. */
  public String javaName() {
    return Names.camelCase(name);
  }

  /**
   * The value that a string stands for, such as {@code "same"} or {@code "he_normal"}.
   *
   * @param holder the object whose option it is for, for the message
   * @param text the string, may be null
   * @return the value
   * @throws IllegalArgumentException if the string stands for nothing
   */
  public T parse(Object holder, String text) {
    if (text == null) {
      return null;
    }
    try {
      return codec.fromJson(
          JsonNodeFactory.instance.textNode(text), ReadContext.of(TypeRegistry.standard()));
    } catch (ConfigException e) {
      throw new IllegalArgumentException(wrong(nameOf(holder), codec.expected(), text), e);
    }
  }

  private static String nameOf(Object holder) {
    return holder instanceof KerasObject object
        ? object.type().name()
        : holder.getClass().getSimpleName();
  }

  /**
   * The value after its checks.
   *
   * @param owner the type's name, for messages
   * @param given what the user gave
   * @param before the options declared before this one, completed
   */
  T complete(String owner, ArgValues given, ArgValues before) {
    boolean hasValue = given.has(this);
    T value = hasValue ? given.get(this) : null;
    boolean computed = fallback != null && !(fallback instanceof Constant);
    if (!hasValue || (value == null && computed)) {
      if (fallback == null) {
        throw new IllegalArgumentException(owner + ": argument `" + name + "` must be given.");
      }
      value = fallback.value(before);
    }
    check(owner, value);
    return value;
  }

  private void check(String owner, T value) {
    if (value == null && !codec.acceptsNull()) {
      throw new IllegalArgumentException(wrong(owner, mustBe(), null));
    }
    for (Check<T> check : checks) {
      if (value != null && !check.test().test(value)) {
        throw new IllegalArgumentException(wrong(owner, check.mustBe(), asTyped(value)));
      }
    }
  }

  /** The string of an enum; other values as they are. */
  private Object asTyped(T value) {
    return value instanceof Enum ? codec.toJson(value, ConfigStyle.FULL).textValue() : value;
  }

  private String mustBe() {
    return checks.isEmpty() ? codec.expected() : checks.get(0).mustBe();
  }

  String wrong(String owner, String mustBe, Object value) {
    return (owner + ": argument `" + name + "` must be " + mustBe)
        + (". Received: " + name + "=" + Texts.of(value));
  }

  /** Adds the option to a config, unless the style leaves it out. */
  void write(ArgValues args, ConfigStyle style, ObjectNode config) {
    JsonNode json = json(args.get(this), style);
    boolean always = fallback == null || style.always(since);
    if (always || !json.equals(json(fallback.value(args), style))) {
      config.set(name, json);
    }
  }

  private JsonNode json(T value, ConfigStyle style) {
    return value == null ? JsonNodeFactory.instance.nullNode() : codec.toJson(value, style);
  }

  @Override
  public List<Arg<?>> args() {
    return List.of(this);
  }

  @Override
  public String toString() {
    return name;
  }
}

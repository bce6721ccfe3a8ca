package rhyton.optimizers;

import java.util.List;
import java.util.Locale;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.config.TypeRegistry;

/** All optimizers of Keras, and how they are found by name. */
public final class Optimizers {
  /** The classes. */
  public static final List<KerasType<?>> TYPES =
      List.of(
          Adadelta.TYPE,
          Adagrad.TYPE,
          Adam.TYPE,
          AdamW.TYPE,
          Adamax.TYPE,
          Ftrl.TYPE,
          Lion.TYPE,
          Nadam.TYPE,
          RMSprop.TYPE,
          SGD.TYPE);

  private static final TypeRegistry KNOWN = TypeRegistry.of(TYPES);

  /** An optimizer in a config: an object, or the name of a class. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type arguments
  public static final Codec<Optimizer<?>> CODEC =
      (Codec) Codec.object(Family.OPTIMIZER, Optimizer.class, () -> KNOWN);

  private Optimizers() {}

  /**
   * An optimizer from what Keras accepts in its place.
   *
   * @param identifier an {@link Optimizer}, or the name of a class in any case: {@code "SGD"},
   *     {@code "rmsprop"}
   * @return the optimizer, for a name a new one with its default options; null for null
   * @throws IllegalArgumentException if it is none of these
   */
  public static Optimizer<?> get(Object identifier) {
    if (identifier == null || identifier instanceof Optimizer) {
      return (Optimizer<?>) identifier;
    }
    if (identifier instanceof String name) {
      boolean known = KNOWN.find(Family.OPTIMIZER, name) != null;
      return KNOWN.make(
          Family.OPTIMIZER, Optimizer.class, known ? name : name.toLowerCase(Locale.ROOT));
    }
    throw new IllegalArgumentException(
        "Could not interpret optimizer identifier: "
            + identifier
            + (". Expected an Optimizer or one of the names " + KNOWN.names(Family.OPTIMIZER)));
  }
}

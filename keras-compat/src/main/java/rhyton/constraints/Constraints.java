package rhyton.constraints;

import java.util.List;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.config.TypeRegistry;

/** All constraints of Keras, and how they are found by name. */
public final class Constraints {
  /** The classes. */
  public static final List<KerasType<?>> TYPES =
      List.of(MaxNorm.TYPE, MinMaxNorm.TYPE, NonNeg.TYPE, UnitNorm.TYPE);

  private static final TypeRegistry KNOWN = TypeRegistry.of(TYPES);

  /** A constraint in a config: an object, or the name of a class. */
  public static final Codec<Constraint> CODEC =
      Codec.object(Family.CONSTRAINT, Constraint.class, () -> KNOWN);

  private Constraints() {}

  /**
   * A constraint with its default arguments.
   *
   * @param name its class name or the same in snake case: {@code MaxNorm}, {@code max_norm}
   * @return the constraint, or null for null
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Constraint get(String name) {
    return KNOWN.make(Family.CONSTRAINT, Constraint.class, name);
  }
}

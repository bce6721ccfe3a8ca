package rhyton.regularizers;

import java.util.List;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.config.TypeRegistry;

/** All regularizers of Keras, and how they are found by name. */
public final class Regularizers {
  /** The classes. */
  public static final List<KerasType<?>> TYPES =
      List.of(L1.TYPE, L2.TYPE, L1L2.TYPE, OrthogonalRegularizer.TYPE);

  private static final TypeRegistry KNOWN = TypeRegistry.of(TYPES);

  /** A regularizer in a config: an object, or the name of a class. */
  public static final Codec<Regularizer> CODEC =
      Codec.object(Family.REGULARIZER, Regularizer.class, () -> KNOWN);

  private Regularizers() {}

  /**
   * A regularizer with its default arguments.
   *
   * @param name its class name or the same in snake case: {@code L2}, {@code l2}
   * @return the regularizer, or null for null
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Regularizer get(String name) {
    return KNOWN.make(Family.REGULARIZER, Regularizer.class, name);
  }
}

package rhyton.initializers;

import java.util.List;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.config.TypeRegistry;

/** All initializers of Keras, and how they are found by name. */
public final class Initializers {
  /** The classes. */
  public static final List<KerasType<?>> TYPES =
      List.of(
          Constant.TYPE,
          GlorotNormal.TYPE,
          GlorotUniform.TYPE,
          HeNormal.TYPE,
          HeUniform.TYPE,
          Identity.TYPE,
          LecunNormal.TYPE,
          LecunUniform.TYPE,
          Ones.TYPE,
          Orthogonal.TYPE,
          RandomNormal.TYPE,
          RandomUniform.TYPE,
          STFT.TYPE,
          TruncatedNormal.TYPE,
          VarianceScaling.TYPE,
          Zeros.TYPE);

  private static final TypeRegistry KNOWN = TypeRegistry.of(TYPES);

  /** An initializer in a config: an object, or the name of a class. */
  public static final Codec<Initializer> CODEC =
      Codec.object(Family.INITIALIZER, Initializer.class, () -> KNOWN);

  private Initializers() {}

  /**
   * An initializer with its default arguments.
   *
   * @param name its class name or the same in snake case: {@code HeNormal}, {@code he_normal};
   *     {@code zero}, {@code one}, {@code normal} and {@code uniform} are accepted
   * @return the initializer, or null for null
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Initializer get(String name) {
    return KNOWN.make(Family.INITIALIZER, Initializer.class, name);
  }
}

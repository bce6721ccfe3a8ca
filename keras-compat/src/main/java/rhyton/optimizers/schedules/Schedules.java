package rhyton.optimizers.schedules;

import java.util.List;
import rhyton.config.KerasType;
import rhyton.config.TypeRegistry;

/** All schedules of Keras. */
public final class Schedules {
  /** The classes. */
  public static final List<KerasType<?>> TYPES =
      List.of(
          CosineDecay.TYPE,
          CosineDecayRestarts.TYPE,
          ExponentialDecay.TYPE,
          InverseTimeDecay.TYPE,
          PiecewiseConstantDecay.TYPE,
          PolynomialDecay.TYPE);

  private static final TypeRegistry KNOWN = TypeRegistry.of(TYPES);

  private Schedules() {}

  static TypeRegistry known() {
    return KNOWN;
  }
}

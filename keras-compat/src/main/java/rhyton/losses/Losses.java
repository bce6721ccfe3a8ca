package rhyton.losses;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.config.ReadContext;
import rhyton.config.Revivable;
import rhyton.config.TypeRegistry;
import rhyton.tensor.Shape;

/** All losses of Keras, and how they are found by name. */
public final class Losses {
  /** The classes. */
  public static final List<KerasType<?>> TYPES =
      List.of(
          BinaryCrossentropy.TYPE,
          CategoricalCrossentropy.TYPE,
          Huber.TYPE,
          LossFunctionWrapper.TYPE,
          MeanAbsoluteError.TYPE,
          MeanSquaredError.TYPE,
          SparseCategoricalCrossentropy.TYPE);

  private static final TypeRegistry KNOWN = TypeRegistry.of(TYPES);

  /** The words that {@code compile} finds a cross-entropy for. */
  private static final Set<String> CROSSENTROPY = Set.of("crossentropy", "ce");

  /** A loss in a config: an object, or the name of a class or function. */
  public static final Codec<Loss> CODEC = Codec.object(Family.LOSS, Loss.class, () -> KNOWN);

  private Losses() {}

  /**
   * A loss from what Keras accepts in its place.
   *
   * @param identifier a {@link Loss}, a {@link LossFunction}, or a name: of a class ({@code
   *     MeanSquaredError}), of a function ({@code mean_squared_error}) or short ({@code mse},
   *     {@code MSE}); a loss that is found by the name of a function takes that name
   * @return the loss, or null for null
   * @throws IllegalArgumentException if it is none of these
   */
  public static Loss get(Object identifier) {
    if (identifier == null || identifier instanceof Loss) {
      return (Loss) identifier;
    }
    if (identifier instanceof LossFunction function) {
      LossFunctionWrapper loss = new LossFunctionWrapper(function);
      return function instanceof RegisteredLossFunction own ? loss.name(own.name()) : loss;
    }
    if (identifier instanceof String name) {
      return named(name);
    }
    throw KNOWN.unknown(Family.LOSS, String.valueOf(identifier));
  }

  /**
   * A loss as {@code compile} understands it: {@code crossentropy} and {@code ce} stand for the
   * cross-entropy that fits the shapes.
   *
   * @param identifier as in {@link #get(Object)}
   * @param yTrue the shape of the targets
   * @param yPred the shape of the predictions
   * @return the loss, or null for null
   * @throws IllegalArgumentException if there is no such loss
   */
  public static Loss get(Object identifier, Shape yTrue, Shape yPred) {
    return identifier instanceof String name && CROSSENTROPY.contains(name.toLowerCase(Locale.ROOT))
        ? crossentropy(TargetKind.of(yTrue, yPred)).name(name)
        : get(identifier);
  }

  private static ArgLoss<?> crossentropy(TargetKind kind) {
    return switch (kind) {
      case BINARY -> new BinaryCrossentropy();
      case SPARSE -> new SparseCategoricalCrossentropy();
      case CATEGORICAL -> new CategoricalCrossentropy();
    };
  }

  private static Loss named(String name) {
    Revivable<?> type = KNOWN.find(Family.LOSS, name);
    if (type == null) {
      throw KNOWN.unknown(Family.LOSS, name);
    }
    ArgLoss<?> loss =
        (ArgLoss<?>) type.fromConfig(JsonNodeFactory.instance.objectNode(), ReadContext.of(KNOWN));
    return type.name().equals(name) ? loss : loss.name(name);
  }
}

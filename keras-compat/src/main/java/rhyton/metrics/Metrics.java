package rhyton.metrics;

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
import rhyton.losses.Loss;
import rhyton.losses.LossFunction;
import rhyton.losses.RegisteredLossFunction;
import rhyton.losses.TargetKind;
import rhyton.tensor.Shape;

/** All metrics of Keras, and how they are found by name. */
public final class Metrics {
  /** The classes. */
  public static final List<KerasType<?>> TYPES =
      List.of(
          Accuracy.TYPE,
          BinaryAccuracy.TYPE,
          BinaryCrossentropy.TYPE,
          CategoricalAccuracy.TYPE,
          CategoricalCrossentropy.TYPE,
          Mean.TYPE,
          MeanAbsoluteError.TYPE,
          MeanMetricWrapper.TYPE,
          MeanSquaredError.TYPE,
          SparseCategoricalAccuracy.TYPE,
          SparseCategoricalCrossentropy.TYPE);

  private static final TypeRegistry KNOWN = TypeRegistry.of(TYPES);

  /** The words that {@code compile} finds an accuracy for. */
  private static final Set<String> ACCURACY = Set.of("accuracy", "acc");

  /** A metric in a config: an object, or the name of a class. */
  public static final Codec<Metric> CODEC = Codec.object(Family.METRIC, Metric.class, () -> KNOWN);

  private Metrics() {}

  /**
   * A metric from what Keras accepts in its place.
   *
   * @param identifier a {@link Metric}, a function or a {@link Loss} whose values are averaged, or
   *     a name: of a class ({@code MeanSquaredError}, {@code mean_squared_error}) or short ({@code
   *     mse}, {@code MSE})
   * @return the metric, or null for null
   * @throws IllegalArgumentException if it is none of these
   */
  public static Metric get(Object identifier) {
    if (identifier == null || identifier instanceof Metric) {
      return (Metric) identifier;
    }
    if (identifier instanceof LossFunction function) {
      MeanMetricWrapper metric = new MeanMetricWrapper(function);
      return function instanceof RegisteredLossFunction own ? metric.name(own.name()) : metric;
    }
    if (identifier instanceof Loss loss) {
      return new MeanMetricWrapper(loss::apply).name(loss.name());
    }
    return named(identifier);
  }

  private static ArgMetric<?> named(Object name) {
    Revivable<?> type = name instanceof String text ? KNOWN.find(Family.METRIC, text) : null;
    if (type == null) {
      throw KNOWN.unknown(Family.METRIC, String.valueOf(name));
    }
    return (ArgMetric<?>)
        type.fromConfig(JsonNodeFactory.instance.objectNode(), ReadContext.of(KNOWN));
  }

  /**
   * A metric as {@code compile} understands it: {@code accuracy} and {@code acc} stand for the
   * accuracy that fits the shapes, and a metric that is found by a name takes that name.
   *
   * @param identifier as in {@link #get(Object)}
   * @param yTrue the shape of the targets
   * @param yPred the shape of the predictions
   * @return the metric
   * @throws IllegalArgumentException if there is no such metric
   */
  public static Metric get(Object identifier, Shape yTrue, Shape yPred) {
    if (identifier == null) {
      throw new IllegalArgumentException("Expected a metric. Received: null");
    }
    if (!(identifier instanceof String name)) {
      return get(identifier);
    }
    ArgMetric<?> metric =
        ACCURACY.contains(name.toLowerCase(Locale.ROOT))
            ? accuracy(TargetKind.of(yTrue, yPred))
            : named(name);
    return metric.name(name);
  }

  private static ArgMetric<?> accuracy(TargetKind kind) {
    return switch (kind) {
      case BINARY -> new BinaryAccuracy();
      case SPARSE -> new SparseCategoricalAccuracy();
      case CATEGORICAL -> new CategoricalAccuracy();
    };
  }
}

package rhyton.config;

import java.util.Locale;

/** The kinds of Keras classes, each with the module that its configs name. */
public enum Family {
  /** Layers. */
  LAYER("keras.layers"),
  /** Losses. */
  LOSS("keras.losses"),
  /** Metrics. */
  METRIC("keras.metrics"),
  /** Optimizers. */
  OPTIMIZER("keras.optimizers"),
  /** Learning rates that change with the step. */
  SCHEDULE("keras.optimizers.schedules"),
  /** Initializers of weights. */
  INITIALIZER("keras.initializers"),
  /** Penalties on weights and activations. */
  REGULARIZER("keras.regularizers"),
  /** Conditions that weights fulfil after each step. */
  CONSTRAINT("keras.constraints"),
  /** Functions at the end of layers. */
  ACTIVATION("keras.activations"),
  /** Generators of seeds. */
  RANDOM("keras.random"),
  /** Whole models, and the other classes of Keras's top level. */
  MODEL("keras");

  private final String module;

  Family(String module) {
    this.module = module;
  }

  /** Returns the Python module, such as {@code keras.layers}. */
  public String module() {
    return module;
  }

  /** The kind in words, for messages. */
  String noun() {
    return name().toLowerCase(Locale.ROOT);
  }
}

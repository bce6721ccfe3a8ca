package rhyton.layers.options;

import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.constraints.Constraint;
import rhyton.initializers.Initializer;
import rhyton.initializers.RandomUniform;
import rhyton.regularizers.Regularizer;

/**
 * Options of the weight {@code embeddings}.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface HasEmbeddings<S> extends ArgHolder<S> {
  /** How the embeddings start, what they cost, what they must fulfil. */
  WeightArgs EMBEDDINGS = WeightArgs.of("embeddings", "embeddings", new RandomUniform());

  /**
   * How the table of embeddings starts; by default uniform numbers from -0.05 to 0.05.
   *
   * @param initializer makes the first value
   * @return a copy with this option
   */
  default S embeddingsInitializer(Initializer initializer) {
    return with(EMBEDDINGS.initializer(), initializer);
  }

  /**
   * How the table of embeddings starts; by default uniform numbers from -0.05 to 0.05.
   *
   * @param initializer the name of one of Keras's classes, such as {@code he_normal}
   * @return a copy with this option
   */
  default S embeddingsInitializer(String initializer) {
    return embeddingsInitializer(EMBEDDINGS.initializer().parse(this, initializer));
  }

  /**
   * What is added to the loss for the table of embeddings; by default nothing.
   *
   * @param regularizer computes the penalty, or null
   * @return a copy with this option
   */
  default S embeddingsRegularizer(Regularizer regularizer) {
    return with(EMBEDDINGS.regularizer(), regularizer);
  }

  /**
   * What is added to the loss for the table of embeddings; by default nothing.
   *
   * @param regularizer the name of one of Keras's classes, such as {@code l2}, or null
   * @return a copy with this option
   */
  default S embeddingsRegularizer(String regularizer) {
    return embeddingsRegularizer(EMBEDDINGS.regularizer().parse(this, regularizer));
  }

  /**
   * What the table of embeddings is brought to after each step of training; by default nothing.
   *
   * @param constraint changes the value, or null
   * @return a copy with this option
   */
  default S embeddingsConstraint(Constraint constraint) {
    return with(EMBEDDINGS.constraint(), constraint);
  }

  /**
   * What the table of embeddings is brought to after each step of training; by default nothing.
   *
   * @param constraint the name of one of Keras's classes, such as {@code max_norm}, or null
   * @return a copy with this option
   */
  default S embeddingsConstraint(String constraint) {
    return embeddingsConstraint(EMBEDDINGS.constraint().parse(this, constraint));
  }
}

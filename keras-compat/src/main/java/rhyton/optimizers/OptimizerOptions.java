package rhyton.optimizers;

import java.util.LinkedHashMap;
import java.util.Map;
import rhyton.config.Arg;
import rhyton.config.ArgGroup;
import rhyton.config.ArgHolder;
import rhyton.config.ArgList;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.optimizers.schedules.FixedRate;
import rhyton.optimizers.schedules.LearningRate;

/**
 * The options that every optimizer has.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface OptimizerOptions<S> extends ArgHolder<S> {
  /** The optimizer's name; found automatically when it is null. */
  Arg<String> NAME = Arg.optional("name", Codec.TEXT);

  /** How large the steps are. */
  Arg<LearningRate> LEARNING_RATE =
      Arg.of("learning_rate", LearningRate.CODEC, new FixedRate(0.001));

  /** By what part of itself, times the learning rate, a weight shrinks before each step. */
  Arg<Double> WEIGHT_DECAY = Arg.optional("weight_decay", Codec.NUMBER);

  /** The largest norm of the gradient of one weight. */
  Arg<Double> CLIPNORM = Arg.optional("clipnorm", Codec.NUMBER);

  /** The largest norm of all gradients together. */
  Arg<Double> GLOBAL_CLIPNORM = Arg.optional("global_clipnorm", Codec.NUMBER);

  /** The largest absolute value in a gradient. */
  Arg<Double> CLIPVALUE = Arg.optional("clipvalue", Codec.NUMBER);

  /** Whether running averages of the weights are kept. */
  Arg<Boolean> USE_EMA = Arg.flag("use_ema", false);

  /** How much of a running average stays at each step. */
  Arg<Double> EMA_MOMENTUM = Arg.number("ema_momentum", 0.99).check(Check.between(0, 1));

  /** After how many steps the weights are replaced by their averages, again and again. */
  Arg<Integer> EMA_OVERWRITE_FREQUENCY =
      Arg.optional("ema_overwrite_frequency", Codec.INT).check("a positive integer", n -> n > 0);

  /** What the loss is multiplied by, and the gradients divided by. */
  Arg<Double> LOSS_SCALE_FACTOR = Arg.optional("loss_scale_factor", Codec.NUMBER);

  /** Over how many calls gradients are averaged before the weights change. */
  Arg<Integer> GRADIENT_ACCUMULATION_STEPS =
      Arg.optional("gradient_accumulation_steps", Codec.INT)
          .check("an integer of at least 2", n -> n >= 2);

  /**
   * The options for the declaration of an optimizer.
   *
   * @param changed those whose default differs here
   * @return all options of this interface
   */
  static ArgGroup common(Arg<?>... changed) {
    Map<String, ArgGroup> options = new LinkedHashMap<>();
    for (Arg<?> option :
        new Arg<?>[] {
          NAME,
          LEARNING_RATE,
          WEIGHT_DECAY,
          CLIPNORM,
          GLOBAL_CLIPNORM,
          CLIPVALUE,
          USE_EMA,
          EMA_MOMENTUM,
          EMA_OVERWRITE_FREQUENCY,
          LOSS_SCALE_FACTOR,
          GRADIENT_ACCUMULATION_STEPS
        }) {
      options.put(option.name(), option);
    }
    for (Arg<?> option : changed) {
      options.replace(option.name(), option);
    }
    return ArgList.of(options.values().toArray(ArgGroup[]::new));
  }

  /**
   * The name of the optimizer, which the paths of its variables begin with; by default the name of
   * the class in snake case, with a number from the second optimizer on.
   *
   * @param name any string
   * @return a copy with this option
   */
  default S name(String name) {
    return with(NAME, name);
  }

  /**
   * How large the steps are.
   *
   * @param learningRate the rate, which {@link Optimizer#setLearningRate} can change later
   * @return a copy with this option
   */
  default S learningRate(double learningRate) {
    return with(LEARNING_RATE, new FixedRate(learningRate));
  }

  /**
   * How large the steps are.
   *
   * @param learningRate a schedule, or a function of the number of steps so far
   * @return a copy with this option
   */
  default S learningRate(LearningRate learningRate) {
    return with(LEARNING_RATE, learningRate);
  }

  /**
   * Lets weights shrink before each step: {@code w -= w * weight_decay * learning_rate}. By default
   * they do not. See {@link Optimizer#excludeFromWeightDecay}.
   *
   * @param weightDecay the factor
   * @return a copy with this option
   */
  default S weightDecay(double weightDecay) {
    return with(WEIGHT_DECAY, weightDecay);
  }

  /**
   * Shortens the gradient of each weight by itself to this norm, if it is longer.
   *
   * @param clipnorm the largest norm
   * @return a copy with this option
   */
  default S clipnorm(double clipnorm) {
    return with(CLIPNORM, clipnorm);
  }

  /**
   * Shortens all gradients by the same factor, so that their common norm is at most this.
   *
   * @param globalClipnorm the largest norm
   * @return a copy with this option
   */
  default S globalClipnorm(double globalClipnorm) {
    return with(GLOBAL_CLIPNORM, globalClipnorm);
  }

  /**
   * Cuts each number of a gradient to the range from {@code -clipvalue} to {@code clipvalue}.
   *
   * @param clipvalue the largest absolute value
   * @return a copy with this option
   */
  default S clipvalue(double clipvalue) {
    return with(CLIPVALUE, clipvalue);
  }

  /**
   * Whether a running average of each weight is kept, which takes the weight's place at the end of
   * the training; by default none is.
   *
   * @param useEma whether there are averages
   * @return a copy with this option
   */
  default S useEma(boolean useEma) {
    return with(USE_EMA, useEma);
  }

  /**
   * How much of a running average stays at each step: {@code average = ema_momentum * average + (1
   * - ema_momentum) * weight}; by default 0.99.
   *
   * @param emaMomentum a number between 0 and 1
   * @return a copy with this option
   */
  default S emaMomentum(double emaMomentum) {
    return with(EMA_MOMENTUM, emaMomentum);
  }

  /**
   * Replaces the weights by their running averages each time this number of steps has passed, not
   * only at the end of the training.
   *
   * @param emaOverwriteFrequency the number of steps
   * @return a copy with this option
   */
  default S emaOverwriteFrequency(int emaOverwriteFrequency) {
    return with(EMA_OVERWRITE_FREQUENCY, emaOverwriteFrequency);
  }

  /**
   * Multiplies the loss by a number before it is differentiated and divides the gradients by it, so
   * that small gradients do not become 0 in half precision.
   *
   * @param lossScaleFactor the number
   * @return a copy with this option
   */
  default S lossScaleFactor(double lossScaleFactor) {
    return with(LOSS_SCALE_FACTOR, lossScaleFactor);
  }

  /**
   * Changes the weights only at every so many calls, by the mean of the gradients since the last
   * change, as if the batches had been one.
   *
   * @param gradientAccumulationSteps the number of calls, at least 2
   * @return a copy with this option
   */
  default S gradientAccumulationSteps(int gradientAccumulationSteps) {
    return with(GRADIENT_ACCUMULATION_STEPS, gradientAccumulationSteps);
  }
}

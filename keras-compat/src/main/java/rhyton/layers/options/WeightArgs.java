package rhyton.layers.options;

import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgGroup;
import rhyton.constraints.Constraint;
import rhyton.constraints.Constraints;
import rhyton.initializers.Initializer;
import rhyton.initializers.Initializers;
import rhyton.regularizers.Regularizer;
import rhyton.regularizers.Regularizers;

/**
 * The three options of a trainable weight: how it starts, what its size costs, what it must fulfil.
 * A layer declares them in its type and makes the weight from them in {@code build}.
 *
 * @param weight the name of the weight, such as {@code recurrent_kernel}
 * @param initializer how it starts, such as {@code recurrent_initializer}
 * @param regularizer what is added to the loss for it, null by default
 * @param constraint what it is brought to after each step, null by default
 */
public record WeightArgs(
    String weight,
    Arg<Initializer> initializer,
    Arg<Regularizer> regularizer,
    Arg<Constraint> constraint)
    implements ArgGroup {
  /**
   * The options of a weight.
   *
   * @param weight the name of the weight
   * @param prefix what the names of its options start with
   * @param initializer how it starts unless told otherwise; each layer makes one of its own from it
   * @return the options
   */
  public static WeightArgs of(String weight, String prefix, Initializer initializer) {
    return new WeightArgs(
        weight,
        Arg.of(prefix + "_initializer", Initializers.CODEC, initializer),
        Arg.optional(prefix + "_regularizer", Regularizers.CODEC),
        Arg.optional(prefix + "_constraint", Constraints.CODEC));
  }

  @Override
  public List<Arg<?>> args() {
    return List.of(initializer, regularizer, constraint);
  }
}

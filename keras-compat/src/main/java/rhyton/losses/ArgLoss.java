package rhyton.losses;

import rhyton.config.Arg;
import rhyton.config.ArgGroup;
import rhyton.config.ArgList;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.DTypePolicy;
import rhyton.config.KerasConfig;
import rhyton.config.Named;
import rhyton.tensor.DType;

/**
 * Base of the losses that declare their options: config, copies with changed options and checks
 * come from the declaration.
 *
 * @param <S> the loss's own class
 */
@CheckReturnValue
public abstract class ArgLoss<S extends ArgLoss<S>> extends Loss implements Named<S> {
  /** What becomes of the losses of the samples. */
  public static final Arg<Reduction> REDUCTION =
      Arg.of("reduction", Reduction.CODEC, Reduction.SUM_OVER_BATCH_SIZE);

  /** The type in which the loss computes. */
  public static final Arg<DType> DTYPE =
      Arg.required("dtype", DTypePolicy.COMPUTE_DTYPE)
          .defaultsTo(args -> DType.of(KerasConfig.floatx()))
          .unlisted();

  private final ArgValues args;

  /**
   * Checks the options and adds the defaults.
   *
   * @param args the options given
   */
  @SuppressWarnings("this-escape") // type() returns a constant
  protected ArgLoss(ArgValues args) {
    this.args = type().complete(args, this);
  }

  /**
   * The options that every loss has.
   *
   * @param name the name of a loss that is made without one; null for the next free one
   * @return the options
   */
  public static ArgGroup baseArgs(String name) {
    return ArgList.of(NAME.withDefault(name), REDUCTION, DTYPE);
  }

  @Override
  public final ArgValues args() {
    return args;
  }

  @Override
  protected final String givenName() {
    return arg(NAME);
  }

  @Override
  protected final String className() {
    return type().name();
  }

  @Override
  public final Reduction reduction() {
    return arg(REDUCTION);
  }

  @Override
  public final DType dtype() {
    return arg(DTYPE);
  }

  /**
   * What becomes of the losses of the samples; by default their mean.
   *
   * @param reduction how to reduce them
   * @return a copy with this option
   */
  public final S reduction(Reduction reduction) {
    return with(REDUCTION, reduction);
  }

  /**
   * What becomes of the losses of the samples; by default their mean.
   *
   * @param reduction {@code sum_over_batch_size}, {@code sum}, {@code mean}, {@code
   *     mean_with_sample_weight}, {@code none}, or null, which is the same as {@code none}
   * @return a copy with this option
   */
  public final S reduction(String reduction) {
    return reduction(REDUCTION.parse(this, reduction));
  }

  /**
   * The type in which the loss computes; by default float32.
   *
   * @param dtype a dtype such as {@code float64}
   * @return a copy with this option
   */
  public final S dtype(String dtype) {
    return with(DTYPE, DTYPE.parse(this, dtype));
  }
}

package rhyton.metrics;

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
 * Base of the metrics that declare their options: config, copies with changed options and checks
 * come from the declaration. A copy has variables of its own, at zero.
 *
 * @param <S> the metric's own class
 */
@CheckReturnValue
public abstract class ArgMetric<S extends ArgMetric<S>> extends Metric implements Named<S> {
  /** The type of the variables and the result. */
  public static final Arg<DType> DTYPE =
      Arg.required("dtype", DTypePolicy.COMPUTE_DTYPE)
          .defaultsTo(args -> DType.of(KerasConfig.floatx()));

  private final ArgValues args;

  /**
   * Checks the options and adds the defaults.
   *
   * @param args the options given
   */
  @SuppressWarnings("this-escape") // type() returns a constant
  protected ArgMetric(ArgValues args) {
    this.args = type().complete(args, this);
  }

  /**
   * The options that every metric has.
   *
   * @param name the name of a metric that is made without one; null for the next free one
   * @return the options
   */
  public static ArgGroup baseArgs(String name) {
    return ArgList.of(NAME.withDefault(name), DTYPE);
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
  public final DType dtype() {
    return arg(DTYPE);
  }

  /**
   * The type of the variables and the result; by default float32.
   *
   * @param dtype a dtype such as {@code float64}
   * @return a copy with this option
   */
  public final S dtype(String dtype) {
    return with(DTYPE, DTYPE.parse(this, dtype));
  }
}

package rhyton.layers;

import java.util.function.UnaryOperator;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Check;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.regularizers.L1L2;
import rhyton.tensor.Tensor;

/**
 * Gives its input back and adds a penalty on it to the loss: {@code (l1 * sum(|x|) + l2 * sum(x²))
 * / batch}.
 *
 * <p><b>Shapes</b> any; the output's is the input's.
 *
 * <pre>{@code
 * Tensor sparse = new ActivityRegularization().l1(1e-4).apply(code);
 * }</pre>
 *
 * @see <a
 *     href="https://keras.io/api/layers/regularization_layers/activity_regularization/">ActivityRegularization</a>
 */
public final class ActivityRegularization extends ArgLayer<ActivityRegularization> {
  /** The factor of the sizes. */
  public static final Arg<Double> L1 = Arg.number("l1", 0).check(Check.NOT_NEGATIVE);

  /** The factor of the squares. */
  public static final Arg<Double> L2 = Arg.number("l2", 0).check(Check.NOT_NEGATIVE);

  /** Keras's class. */
  public static final KerasType<ActivityRegularization> TYPE =
      KerasType.layer(
          "ActivityRegularization",
          ActivityRegularization::new,
          L1,
          L2,
          ACTIVITY_REGULARIZER.unlisted().check("null: use `l1` and `l2`", v -> false));

  /** A layer with a penalty of 0, for {@link #l1} and {@link #l2} to change. */
  public ActivityRegularization() {
    this(ArgValues.NONE);
  }

  private ActivityRegularization(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<ActivityRegularization> type() {
    return TYPE;
  }

  /**
   * How much the sizes of the outputs count; by default not.
   *
   * @param l1 the factor, not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public ActivityRegularization l1(double l1) {
    return with(L1, l1);
  }

  /**
   * How much the squares of the outputs count; by default not.
   *
   * @param l2 the factor, not negative
   * @return a copy with this option
   */
  @CheckReturnValue
  public ActivityRegularization l2(double l2) {
    return with(L2, l2);
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected UnaryOperator<Tensor> activityPenalty() {
    return new L1L2(arg(L1), arg(L2))::apply;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return x;
  }
}

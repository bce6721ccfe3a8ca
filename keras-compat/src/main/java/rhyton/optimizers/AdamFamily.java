package rhyton.optimizers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.graph.Weight;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/**
 * What Adam and AdamW have in common: all but the default of the weight decay.
 *
 * @param <S> the class itself
 */
public abstract sealed class AdamFamily<S extends AdamFamily<S>> extends Optimizer<S>
    implements HasBetas<S>, HasEpsilon<S> permits Adam, AdamW {
  /** Whether the largest mean of the squares so far is used. */
  public static final Arg<Boolean> AMSGRAD = Arg.flag("amsgrad", false);

  AdamFamily(ArgValues args) {
    super(args);
  }

  /**
   * Whether gradients are divided by the largest mean of their squares so far, not by the current
   * one; by default they are not. Paper: <a href="https://openreview.net/forum?id=ryQu7f-RZ">Reddi
   * and others, 2018</a>.
   *
   * @param amsgrad whether they are
   * @return a copy with this option
   */
  @CheckReturnValue
  public S amsgrad(boolean amsgrad) {
    return with(AMSGRAD, amsgrad);
  }

  @Override
  protected void addSlots(Slots slots) {
    slots.add("momentum", "velocity");
    if (arg(AMSGRAD)) {
      slots.add("velocity_hat");
    }
  }

  @Override
  protected void update(Step step, Weight weight, Gradient gradient) {
    if (!FusedKernel.fits(gradient, arg(BETA_1))) {
      compose(step, weight, gradient);
      return;
    }
    Weight momentum = step.slot(weight, "momentum");
    Weight velocity = step.slot(weight, "velocity");
    FusedKernel kernel =
        arg(AMSGRAD)
            ? FusedKernel.of(
                "ResourceApplyAdamWithAmsgrad",
                weight,
                momentum,
                velocity,
                step.slot(weight, "velocity_hat"))
            : FusedKernel.of("ResourceApplyAdam", weight, momentum, velocity);
    kernel
        .in(step.power(arg(BETA_1), weight))
        .in(step.power(arg(BETA_2), weight))
        .in(step.learningRate(weight).multiply(correction(step, weight)))
        .in(arg(BETA_1))
        .in(arg(BETA_2))
        .in(arg(EPSILON))
        .in(gradient.values())
        .run();
  }

  /**
   * Takes back that the kernel computes {@code 1 - beta_2} in float32, while Keras does in float64:
   * after n steps, velocities are {@code 1 - (1 - (1 - beta_2))^n} of the mean square, and steps
   * are divided by their root.
   */
  private Tensor correction(Step step, Weight weight) {
    boolean wide = weight.dtype() == DType.FLOAT64;
    double kernel = wide ? 1 - arg(BETA_2) : 1 - arg(BETA_2).floatValue();
    double keras = wide ? 1 - arg(BETA_2) : (float) (1 - arg(BETA_2));
    if (kernel == keras) {
      return Tensor.scalar(1, weight.dtype());
    }
    return step.once(
        "correction",
        weight,
        () -> {
          Tensor steps = step.iterations().add(1).cast(DType.FLOAT64);
          Tensor ratio =
              steps
                  .multiply(Math.log1p(-kernel))
                  .expm1()
                  .divide(steps.multiply(Math.log1p(-keras)).expm1());
          return ratio.sqrt().cast(weight.dtype());
        });
  }

  /** The same step, one op after the other; each row of a gradient is squared by itself. */
  private void compose(Step step, Weight weight, Gradient gradient) {
    Tensor one = Tensor.scalar(1, weight.dtype());
    Tensor alpha =
        step.learningRate(weight)
            .multiply(one.subtract(step.power(arg(BETA_2), weight)).sqrt())
            .divide(one.subtract(step.power(arg(BETA_1), weight)));
    Tensor momentum = mean(step.slot(weight, "momentum"), gradient.toDense(), arg(BETA_1));
    Tensor velocity =
        mean(step.slot(weight, "velocity"), gradient.map(Tensor::square).toDense(), arg(BETA_2));
    if (arg(AMSGRAD)) {
      Weight largest = step.slot(weight, "velocity_hat");
      velocity = largest.read().maximum(velocity);
      largest.assign(velocity);
    }
    weight.variable().assignSub(momentum.multiply(alpha).divide(velocity.sqrt().add(arg(EPSILON))));
  }

  private static Tensor mean(Weight slot, Tensor value, double stays) {
    slot.variable().assignAdd(value.subtract(slot.read()).multiply(1 - stays));
    return slot.read();
  }
}

package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.options.HasActivation;
import rhyton.layers.options.HasBias;
import rhyton.layers.options.HasKernel;
import rhyton.layers.options.HasUnits;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Densely connected layer: {@code output = activation(input · kernel + bias)}.
 *
 * <p>Every unit sees every input. Inputs with more than two dimensions are multiplied along their
 * last axis, so the same units work at each step of a sequence.
 *
 * <p><b>Shapes</b> input {@code (batch, …, features)}, output {@code (batch, …, units)}; weights
 * {@code kernel} (features, units) and {@code bias} (units).
 *
 * <pre>{@code
 * Tensor hidden = new Dense(64).activation("relu").kernelInitializer("he_normal").apply(x);
 * Tensor scores = new Dense(10).useBias(false).apply(hidden);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/core_layers/dense/">Dense</a>
 */
public final class Dense extends ArgLayer<Dense>
    implements HasUnits<Dense>, HasActivation<Dense>, HasKernel<Dense>, HasBias<Dense> {
  /** Keras's class. */
  public static final KerasType<Dense> TYPE =
      KerasType.layer(
          "Dense",
          Dense::new,
          UNITS,
          ACTIVATION,
          USE_BIAS,
          KERNEL,
          BIAS,
          Arg.unsupported("lora_rank").unlisted(),
          Arg.unsupported("lora_alpha").unlisted(),
          Arg.unsupported("quantization_config").since("3.13"));

  private Weight kernel;
  private Weight bias;

  /**
   * A layer with its weights at Keras's defaults.
   *
   * @param units the size of the output
   */
  public Dense(int units) {
    this(ArgValues.NONE.with(UNITS, units));
  }

  private Dense(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Dense> type() {
    return TYPE;
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.minNdim(2).axis(-1);
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected void build(Shape input) {
    kernel = addWeight(KERNEL, Shape.of(input.get(-1), arg(UNITS)));
    bias = arg(USE_BIAS) ? addWeight(BIAS, Shape.of(arg(UNITS))) : null;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    Tensor y = x.matmul(ctx.read(kernel));
    return arg(ACTIVATION).apply(bias == null ? y : y.add(ctx.read(bias)));
  }
}

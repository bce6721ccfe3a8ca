package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * Applies an activation function: {@code output = activation(input)}.
 *
 * <p><b>Shapes</b> any; the output's is the input's, except for {@code glu}.
 *
 * <pre>{@code
 * Tensor y = new Activation("relu").apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/core_layers/activation/">Activation</a>
 */
public final class Activation extends ArgLayer<Activation> {
  /** The function. */
  public static final Arg<rhyton.activations.Activation> ACTIVATION =
      Arg.required("activation", rhyton.activations.Activation.CODEC);

  /** Keras's class. */
  public static final KerasType<Activation> TYPE =
      KerasType.layer("Activation", Activation::new, ACTIVATION);

  /**
   * A layer for a function.
   *
   * @param activation the name of one of Keras's functions, such as {@code relu}
   */
  public Activation(String activation) {
    this(rhyton.activations.Activation.of(activation));
  }

  /**
   * A layer for a function.
   *
   * @param activation the function
   */
  public Activation(rhyton.activations.Activation activation) {
    this(ArgValues.NONE.with(ACTIVATION, activation));
  }

  private Activation(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Activation> type() {
    return TYPE;
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return arg(ACTIVATION).apply(x);
  }
}

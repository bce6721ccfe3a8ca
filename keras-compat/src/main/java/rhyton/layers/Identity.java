package rhyton.layers;

import java.util.List;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * Gives its input back: {@code output = input}. It stands where nothing is to be done.
 *
 * <p><b>Shapes</b> any; the output's is the input's.
 *
 * <pre>{@code
 * Layer shortcut = wider ? new Conv2D(64, 1) : new Identity();
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/core_layers/identity/">Identity</a>
 */
public final class Identity extends ArgLayer<Identity> {
  /** Keras's class. */
  public static final KerasType<Identity> TYPE = KerasType.layer("Identity", Identity::new);

  /** A layer that does nothing. */
  public Identity() {
    this(ArgValues.NONE);
  }

  private Identity(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Identity> type() {
    return TYPE;
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected List<Tensor> compute(CallArguments arguments, CallContext ctx) {
    return arguments.inputs();
  }
}

package rhyton.layers;

import java.util.stream.IntStream;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.options.DataFormat;
import rhyton.layers.options.HasDataFormat;
import rhyton.tensor.Tensor;

/**
 * Makes a vector of each sample.
 *
 * <p>It stands between convolutions and dense layers. With channels first they are brought to the
 * end before, so that the vector has the same order as with channels last.
 *
 * <p><b>Shapes</b> input {@code (batch, …)}, output {@code (batch, product of the rest)}.
 *
 * <pre>{@code
 * Tensor line = new Flatten().apply(Input.of(7, 7, 64));   // (None, 3136)
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/flatten/">Flatten</a>
 */
public final class Flatten extends ArgLayer<Flatten> implements HasDataFormat<Flatten> {
  /** Keras's class. */
  public static final KerasType<Flatten> TYPE =
      KerasType.layer("Flatten", Flatten::new, HasDataFormat.DATA_FORMAT);

  /** A layer for channels that stand where {@link DataFormat#configured} says. */
  public Flatten() {
    this(ArgValues.NONE);
  }

  private Flatten(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Flatten> type() {
    return TYPE;
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.minNdim(1);
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    int rank = x.rank();
    if (arg(DATA_FORMAT) == DataFormat.CHANNELS_FIRST && rank > 1) {
      x = x.transpose(IntStream.range(0, rank).map(i -> i == 0 ? 0 : i % (rank - 1) + 1).toArray());
    }
    return Samples.reshape(x, x.shape().from(1).size());
  }
}

package rhyton.layers;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Codec;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * Puts the axes of each sample in another order.
 *
 * <p><b>Shapes</b> input {@code (batch, d1, d2, …)}, output {@code (batch, d[dims[0]], d[dims[1]],
 * …)}; axes count from 1, the batch stays first.
 *
 * <pre>{@code
 * Tensor y = new Permute(2, 1).apply(Input.of(10, 64));   // (None, 64, 10)
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/reshaping_layers/permute/">Permute</a>
 */
public final class Permute extends ArgLayer<Permute> {
  /** For each axis of the output, which axis of the input it is. */
  public static final Arg<long[]> DIMS =
      Arg.required("dims", Codec.DIMS)
          .check("the numbers from 1 to the number of axes in any order", Permute::isPermutation);

  /** Keras's class. */
  public static final KerasType<Permute> TYPE = KerasType.layer("Permute", Permute::new, DIMS);

  /**
   * A layer for an order.
   *
   * @param dims for each axis of the output, which axis of the input it is; counted from 1
   */
  public Permute(long... dims) {
    this(ArgValues.NONE.with(DIMS, dims));
  }

  private Permute(ArgValues args) {
    super(args);
  }

  private static boolean isPermutation(long[] dims) {
    return Arrays.equals(
        Arrays.stream(dims).sorted().toArray(), LongStream.rangeClosed(1, dims.length).toArray());
  }

  @Override
  public KerasType<Permute> type() {
    return TYPE;
  }

  @Override
  protected InputSpec inputSpec() {
    return InputSpec.ndim(arg(DIMS).length + 1);
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    IntStream order = Arrays.stream(arg(DIMS)).mapToInt(Math::toIntExact);
    return x.transpose(IntStream.concat(IntStream.of(0), order).toArray());
  }
}

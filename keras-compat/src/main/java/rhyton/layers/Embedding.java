package rhyton.layers;

import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.options.HasEmbeddings;
import rhyton.layers.options.HasWeights;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Looks up a vector for each number: {@code output = embeddings[input]}.
 *
 * <p>The first layer of models of texts: the numbers stand for words. With {@code maskZero} the
 * number 0 stands for no word, and layers behind skip it.
 *
 * <p><b>Shapes</b> input {@code (batch, …)} of whole numbers, output {@code (batch, …, outputDim)};
 * weight {@code embeddings} (inputDim, outputDim).
 *
 * <pre>{@code
 * Tensor words = new Embedding(20_000, 128).maskZero(true).apply(Input.of(DType.INT32, 80));
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/core_layers/embedding/">Embedding</a>
 */
public final class Embedding extends ArgLayer<Embedding>
    implements HasEmbeddings<Embedding>, HasWeights<Embedding> {
  /** How many numbers there are. */
  public static final Arg<Integer> INPUT_DIM = Arg.positiveInt("input_dim");

  /** The length of the vectors. */
  public static final Arg<Integer> OUTPUT_DIM = Arg.positiveInt("output_dim");

  /** Whether 0 means that there is nothing. */
  public static final Arg<Boolean> MASK_ZERO = Arg.flag("mask_zero", false);

  /** Keras's class. */
  public static final KerasType<Embedding> TYPE =
      KerasType.layer(
          "Embedding",
          Embedding::new,
          INPUT_DIM,
          OUTPUT_DIM,
          EMBEDDINGS,
          ACTIVITY_REGULARIZER,
          MASK_ZERO,
          WEIGHTS,
          Arg.unsupported("lora_rank").unlisted(),
          Arg.unsupported("lora_alpha").unlisted(),
          Arg.unsupported("quantization_config").since("3.13"));

  private Weight embeddings;

  /**
   * A table of vectors.
   *
   * @param inputDim how many numbers there are: the largest one and 1
   * @param outputDim the length of the vectors
   */
  public Embedding(int inputDim, int outputDim) {
    this(ArgValues.NONE.with(INPUT_DIM, inputDim).with(OUTPUT_DIM, outputDim));
  }

  private Embedding(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Embedding> type() {
    return TYPE;
  }

  /**
   * Whether 0 means that there is nothing, so that layers behind skip it; by default it does not.
   *
   * @param maskZero true for a mask
   * @return a copy with this option
   */
  @CheckReturnValue
  public Embedding maskZero(boolean maskZero) {
    return with(MASK_ZERO, maskZero);
  }

  @Override
  protected boolean supportsMasking() {
    return arg(MASK_ZERO);
  }

  @Override
  protected boolean autocast() {
    return false;
  }

  @Override
  protected void build(Shape input) {
    embeddings = addWeight(EMBEDDINGS, Shape.of(arg(INPUT_DIM), arg(OUTPUT_DIM)));
    if (arg(WEIGHTS) != null) {
      setWeights(arg(WEIGHTS));
    }
  }

  @Override
  protected Tensor computeMask(List<Tensor> inputs, List<Tensor> masks) {
    return inputs.get(0).notEqual(0);
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    boolean whole = x.dtype() == DType.INT32 || x.dtype() == DType.INT64;
    Tensor vectors = embeddings.read().take(whole ? x : x.cast(DType.INT32), 0);
    return vectors.cast(computeDtype());
  }
}

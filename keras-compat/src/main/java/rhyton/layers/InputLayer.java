package rhyton.layers;

import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasConfig;
import rhyton.config.KerasType;
import rhyton.config.LayerArgs;
import rhyton.config.Named;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.graph.Node;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;

/**
 * Where values enter a model. {@code Input.of} makes one and gives its {@link #output}.
 *
 * <p><b>Shapes</b> {@code batch_shape}: the batch dimension first, -1 for dimensions that vary.
 *
 * <pre>{@code
 * Tensor ids = new InputLayer(100).dtype("int32").name("ids").output();
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/core_layers/input/">Input</a>
 */
public final class InputLayer extends Layer implements Named<InputLayer> {
  /** The shape with the batch dimension. */
  public static final Arg<long[]> BATCH_SHAPE = Arg.required("batch_shape", Codec.SHAPE);

  /** The type of the values, by its plain name. */
  public static final Arg<String> DTYPE =
      Arg.required("dtype", Codec.TEXT).defaultsTo(args -> KerasConfig.floatx());

  /** The class, as configs name it. */
  public static final KerasType<InputLayer> TYPE =
      KerasType.of(
          Family.LAYER,
          "InputLayer",
          InputLayer::new,
          BATCH_SHAPE,
          DTYPE,
          Arg.flag("sparse", false).check("false: sparse tensors do not exist here", v -> !v),
          Arg.flag("ragged", false)
              .since("3.9")
              .check("false: ragged tensors do not exist here", v -> !v),
          LayerArgs.NAME,
          Arg.flag("optional", false)
              .since("3.13")
              .check("false: here each input must be given", v -> !v));

  private final ArgValues args;
  private Tensor output;

  /**
   * An input of values of the shape (batch, dims…).
   *
   * @param dims the dimensions behind the batch, -1 for ones that vary
   */
  public InputLayer(long... dims) {
    this(ArgValues.NONE.with(BATCH_SHAPE, Shape.of(dims).prepend(-1).toArray()));
  }

  private InputLayer(ArgValues args) {
    this.args = TYPE.complete(args, this);
  }

  @Override
  public KerasType<InputLayer> type() {
    return TYPE;
  }

  @Override
  public ArgValues args() {
    return args;
  }

  /**
   * A copy for values of another type.
   *
   * @param dtype a dtype such as {@code "int32"}
   * @return a copy with this option
   */
  @CheckReturnValue
  public InputLayer dtype(String dtype) {
    return with(DTYPE, DType.of(dtype).toString());
  }

  /**
   * A copy with another shape.
   *
   * @param dims all dimensions, the batch first, -1 for ones that vary
   * @return a copy with this option
   */
  @CheckReturnValue
  public InputLayer batchShape(long... dims) {
    return with(BATCH_SHAPE, dims);
  }

  @Override
  protected String givenName() {
    return args.get(LayerArgs.NAME);
  }

  /** Returns the tensor that stands for the input in a functional model. */
  public synchronized Tensor output() {
    use();
    if (output == null) {
      buildFor(List.of());
      TensorSpec spec = new TensorSpec(DType.of(args.get(DTYPE)), Shape.of(args.get(BATCH_SHAPE)));
      output =
          new Node(this, new CallArguments(List.of(), java.util.Map.of()), List.of(spec))
              .outputs()
              .get(0);
    }
    return output;
  }

  @Override
  protected void build(List<Shape> inputs) {}

  @Override
  protected boolean autocast() {
    return false;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return x;
  }
}

package rhyton.layers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import rhyton.activations.Activation;
import rhyton.config.DTypePolicy;
import rhyton.config.KerasConfig;
import rhyton.config.Tickets;
import rhyton.graph.CallArguments;
import rhyton.graph.CallContext;
import rhyton.graph.Node;
import rhyton.graph.Weight;
import rhyton.initializers.Initializer;
import rhyton.initializers.Initializers;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.runtime.TensorFlowException;

/**
 * Base of all layers: something with weights that computes tensors from tensors.
 *
 * <p>A layer of your own makes its weights in {@link #build(Shape)} and computes in {@link
 * #call(Tensor, CallContext)}; layers that it uses inside are fields or are made known by {@link
 * #track}.
 *
 * <pre>{@code
 * final class Scale extends Layer {
 *   private Weight factor;
 *
 *   @Override
 *   protected void build(Shape input) {
 *     factor = addWeight("factor", Shape.of(input.get(-1)), "ones");
 *   }
 *
 *   @Override
 *   protected Tensor call(Tensor x, CallContext ctx) {
 *     return x.multiply(ctx.read(factor));
 *   }
 * }
 * }</pre>
 *
 * <p>Weights live in native memory. They die with {@link #close()}, or with the last model that
 * holds the layer.
 *
 * @see <a href="https://keras.io/api/layers/base_layer/">Layer</a>
 */
public abstract non-sealed class Layer extends LayerWeights implements Activation {
  private String name;
  private String scope = "";

  /** A layer whose name is found when it is first used. */
  protected Layer() {
    takeTicket();
  }

  // ---- what a layer is -----------------------------------------------------------------------

  /** The name that was asked for; null for the next free one of the class. */
  protected String givenName() {
    return null;
  }

  @Override
  protected void settle() {
    String given = givenName();
    name = given != null ? given : Tickets.uniqueName(getClass().getSimpleName());
  }

  @Override
  public final String name() {
    use();
    return name;
  }

  /** Returns the precision in which the layer keeps its weights and computes. */
  public DTypePolicy dtypePolicy() {
    return KerasConfig.dtypePolicy();
  }

  /** Returns the type in which the layer computes. */
  public final DType computeDtype() {
    return DType.of(dtypePolicy().computeDtype());
  }

  /** Returns the type in which the layer keeps its weights. */
  protected final DType variableDtype() {
    return DType.of(dtypePolicy().variableDtype());
  }

  /** Returns whether inputs of another floating type are converted to {@link #computeDtype}. */
  protected boolean autocast() {
    return true;
  }

  /** Returns whether masks pass through the layer. */
  protected boolean supportsMasking() {
    return false;
  }

  /** Returns whether {@code call} uses the mask of its input. */
  protected boolean usesMask() {
    return false;
  }

  /** A penalty on the outputs, or null. */
  protected UnaryOperator<Tensor> activityPenalty() {
    return null;
  }

  // ---- weights by initializers ---------------------------------------------------------------

  /**
   * Makes a weight that training changes.
   *
   * @param weightName its name
   * @param shape its shape
   * @param initializer the name of an initializer, such as {@code "glorot_uniform"}
   * @return the weight
   */
  protected final Weight addWeight(String weightName, Shape shape, String initializer) {
    return addWeight(weightName, shape, Initializers.get(initializer), true);
  }

  /**
   * Makes a weight.
   *
   * @param weightName its name
   * @param shape its shape
   * @param initializer makes its first value
   * @param trains whether training changes it
   * @return the weight
   */
  protected final Weight addWeight(
      String weightName, Shape shape, Initializer initializer, boolean trains) {
    return addWeight(
        weightName, shape, () -> initializer.apply(shape, variableDtype()), trains, null, null);
  }

  /** Makes the weights of a layer that is used inside: their paths begin with this layer's. */
  final void buildInside(Layer inside, Shape input) {
    inside.scope = path() + "/";
    inside.buildFor(List.of(input));
  }

  /** The names of the layers around and of this one, as the paths of weights have them. */
  final String path() {
    return scope + name();
  }

  // ---- what a subclass fills in --------------------------------------------------------------

  /**
   * Computes from one input.
   *
   * @param x the input
   * @param ctx whether this is training, the mask, the weights' values
   * @return the output
   */
  protected Tensor call(Tensor x, CallContext ctx) {
    throw new UnsupportedOperationException(
        getClass().getSimpleName() + ": override call(Tensor, CallContext)");
  }

  /**
   * Computes from several inputs.
   *
   * @param inputs the inputs
   * @param ctx whether this is training, the masks, the weights' values
   * @return the output
   */
  protected Tensor call(List<Tensor> inputs, CallContext ctx) {
    if (inputs.size() != 1) {
      throw new IllegalArgumentException(
          "Layer `" + name() + "` expects 1 input. Received: " + inputs.size());
    }
    return call(inputs.get(0), ctx);
  }

  /**
   * Computes from all arguments, for layers with several outputs or arguments with names.
   *
   * @param arguments the arguments
   * @param ctx whether this is training, the masks, the weights' values
   * @return the outputs
   */
  protected List<Tensor> compute(CallArguments arguments, CallContext ctx) {
    return Collections.singletonList(call(arguments.inputs(), ctx));
  }

  /**
   * The mask of the output.
   *
   * @param inputs the inputs
   * @param masks their masks, null where there is none
   * @return the mask of the output, or null
   */
  protected Tensor computeMask(List<Tensor> inputs, List<Tensor> masks) {
    return masks.isEmpty() ? null : masks.get(0);
  }

  // ---- calling -------------------------------------------------------------------------------

  /**
   * Calls the layer on tensors: computes on values and on symbols; on tensors of a functional model
   * it adds a node.
   *
   * @param inputs the inputs
   * @return the output, the first one if there are several
   */
  public final Tensor apply(Tensor... inputs) {
    return invoke(CallArguments.of(List.of(inputs))).get(0);
  }

  /**
   * Calls the layer on a tensor.
   *
   * @param input the input
   * @return the output, the first one if there are several
   */
  @Override
  public final Tensor apply(Tensor input) {
    return invoke(CallArguments.of(List.of(input))).get(0);
  }

  /**
   * Calls the layer on a tensor as in training, or as not, whatever the call around says.
   *
   * @param input the input
   * @param training whether dropout drops, batches are normalized by themselves, …
   * @return the output, the first one if there are several
   */
  public final Tensor apply(Tensor input, boolean training) {
    CallContext outer = CallContext.current();
    CallContext here =
        outer == null
            ? CallContext.outermost(training)
            : outer.inner(outer.masks(), null, training);
    return here.during(() -> apply(input));
  }

  /**
   * Calls the layer on a list of tensors.
   *
   * @param inputs the inputs
   * @return the output, the first one if there are several
   */
  public final Tensor apply(List<Tensor> inputs) {
    return invoke(CallArguments.ofList(inputs)).get(0);
  }

  @Override
  public final List<Tensor> invoke(CallArguments arguments) {
    use();
    List<Tensor> inputs = arguments.inputs();
    checkInputs(inputs);
    CallContext around = CallContext.current();
    buildFor(inputs.stream().map(x -> CallContext.shape(around, x)).toList());
    List<Tensor> masks = masksOf(arguments, inputs);
    boolean functional = arguments.tensors().stream().anyMatch(Tensor::isFunctional);
    CallArguments recorded = functional ? withMask(arguments, masks) : arguments;
    List<Tensor> outputs =
        functional
            ? new Node(this, recorded, Node.resultsOf(this, recorded)).outputs()
            : computeHere(arguments, masks);
    if (supportsMasking() && outputs.get(0).mask() == null) {
      setMasks(outputs, computeMask(inputs, masks));
    }
    return outputs;
  }

  /** Gives the mask to the outputs that have one: by default the first. */
  void setMasks(List<Tensor> outputs, Tensor mask) {
    outputs.get(0).setMask(mask);
  }

  /**
   * Throws if the inputs do not fit: too few dimensions, other dimensions than the weights were
   * made for.
   *
   * @param inputs the inputs
   */
  protected void checkInputs(List<Tensor> inputs) {}

  private List<Tensor> masksOf(CallArguments arguments, List<Tensor> inputs) {
    Object given = arguments.named().get("mask");
    if (given instanceof Tensor one) {
      return List.of(one);
    }
    if (given instanceof List<?> list) {
      return list.stream().map(Tensor.class::cast).toList();
    }
    List<Tensor> masks = new ArrayList<>();
    inputs.forEach(input -> masks.add(input.mask()));
    return masks.stream().anyMatch(Objects::nonNull) ? masks : List.of();
  }

  /** The mask that the layer found on its input becomes part of the node, as Keras saves it. */
  private CallArguments withMask(CallArguments arguments, List<Tensor> masks) {
    if (!usesMask() || masks.isEmpty() || arguments.named().containsKey("mask")) {
      return arguments;
    }
    return arguments.with("mask", masks.size() == 1 ? masks.get(0) : new ArrayList<>(masks));
  }

  private List<Tensor> computeHere(CallArguments arguments, List<Tensor> masks) {
    CallContext outer = CallContext.current();
    CallContext around = outer == null ? CallContext.outermost(false) : outer;
    Boolean trains =
        arguments.named().get("training") instanceof Boolean given && outer == null ? given : null;
    DType dtype = computeDtype();
    CallContext ctx = around.inner(masks, dtype.isFloating() ? dtype : null, trains);
    CallArguments converted = autocast() ? arguments.map(x -> converted(x, dtype)) : arguments;
    Trace trace = Trace.current();
    List<Tensor> outputs =
        trace == null
            ? inScope(() -> computed(converted, ctx), ctx)
            : trace.named(name(), () -> ctx.during(() -> computed(converted, ctx)));
    if (activityPenalty() != null) {
      outputs.forEach(output -> ctx.addLoss(activityLoss(output)));
    }
    return outputs;
  }

  /** What the layer computes, with messages for what goes wrong in layers of users. */
  private List<Tensor> computed(CallArguments arguments, CallContext ctx) {
    List<Tensor> outputs;
    try {
      outputs = compute(arguments, ctx);
    } catch (IllegalArgumentException | TensorFlowException e) {
      throw OwnLayerErrors.explained(this, arguments.inputs(), e);
    }
    OwnLayerErrors.requireTensors(this, outputs);
    return outputs;
  }

  private static Tensor converted(Tensor x, DType dtype) {
    if (!x.dtype().isFloating() || !dtype.isFloating() || x.dtype() == dtype) {
      return x;
    }
    Tensor converted = x.cast(dtype);
    converted.setMask(x.mask());
    return converted;
  }

  /** Values that a layer makes on the way are freed; the outputs go to the caller. */
  private static List<Tensor> inScope(Supplier<List<Tensor>> compute, CallContext ctx) {
    try (TensorScope scope = TensorScope.open()) {
      List<Tensor> outputs = ctx.during(compute::get);
      for (Tensor output : outputs) {
        output.keep();
        if (output.mask() != null) {
          output.mask().keep();
        }
        if (output.logits() != null) {
          output.logits().keep();
        }
      }
      return outputs;
    }
  }

  private Tensor activityLoss(Tensor output) {
    Tensor loss = activityPenalty().apply(output);
    if (output.rank() == 0) {
      return loss;
    }
    long batch = output.shape().get(0);
    return batch > 0
        ? loss.divide((double) batch)
        : loss.divide(rhyton.tensor.Op.of("Shape").in(output).one().getItem(0).cast(loss.dtype()));
  }

  /** Returns type and shape of the output for inputs of these types and shapes. */
  public final List<TensorSpec> outputSpecs(List<TensorSpec> inputs) {
    try (Trace trace = Trace.begin()) {
      List<Tensor> symbols =
          inputs.stream().map(s -> trace.placeholder(s.dtype(), s.shape(), "x")).toList();
      return invoke(CallArguments.of(symbols)).stream().map(TensorSpec::of).toList();
    }
  }

  @Override
  public String toString() {
    return "<" + getClass().getSimpleName() + " name=" + name() + ", built=" + isBuilt() + ">";
  }
}

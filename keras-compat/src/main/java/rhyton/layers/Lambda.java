package rhyton.layers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import rhyton.activations.Activation;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Codec;
import rhyton.config.KerasType;
import rhyton.config.ReadContext;
import rhyton.graph.CallContext;
import rhyton.tensor.Tensor;

/**
 * A function as a layer: {@code output = function(input)}. For a few ops between layers; what has
 * weights is a layer of its own, see {@link Layer}.
 *
 * <p><b>Shapes</b>: any input; the output as the function gives it.
 *
 * <pre>{@code
 * new Lambda(t -> t.multiply(2)); // cannot be saved
 * var twice = rhyton.activations.Activation.registered("own", "twice", t -> t.multiply(2));
 * new Lambda(twice);
 * }</pre>
 *
 * <p><i>Porting note</i>: files never contain code. Python's lambdas inside of files are refused; a
 * registered function is found by its name.
 *
 * @see <a href="https://keras.io/api/layers/core_layers/lambda/">Lambda</a>
 */
public final class Lambda extends ArgLayer<Lambda> {
  /** The function. */
  public static final Arg<Activation> FUNCTION = Arg.required("function", new FunctionCodec());

  private static final Arg<Map<String, Object>> ARGUMENTS =
      Arg.of("arguments", Codec.of("{}", Lambda::noArguments, Lambda::noArguments), Map.of());

  /** Keras's class. */
  public static final KerasType<Lambda> TYPE =
      KerasType.layer(
          "Lambda",
          Lambda::new,
          FUNCTION,
          Arg.unsupported("output_shape").unlisted(),
          Arg.unsupported("mask").unlisted(),
          ARGUMENTS);

  /**
   * A layer that computes a function.
   *
   * @param function the function
   */
  public Lambda(Activation function) {
    this(ArgValues.NONE.with(FUNCTION, function));
  }

  private Lambda(ArgValues args) {
    super(args);
  }

  @Override
  public KerasType<Lambda> type() {
    return TYPE;
  }

  @Override
  protected Tensor call(Tensor x, CallContext ctx) {
    return arg(FUNCTION).apply(x);
  }

  private static JsonNode noArguments(Map<String, Object> none) {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Map<String, Object> noArguments(JsonNode json, ReadContext at) {
    if (!json.isEmpty()) {
      throw new UnsupportedOperationException(at.path() + ": `arguments` are not supported yet");
    }
    return Map.of();
  }
}

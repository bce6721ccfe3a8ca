package rhyton.activations;

import java.util.LinkedHashMap;
import java.util.Map;
import rhyton.tensor.Tensor;

/** One of Keras's functions. Configs contain its name. */
record NamedActivation(String name, Activation function) implements Activation {
  private static final Map<String, NamedActivation> ALL = new LinkedHashMap<>();
  private static final Map<String, String> ALIASES =
      Map.of("swish", "silu", "hard_swish", "hard_silu");

  static {
    add("celu", Activations::celu);
    add("elu", Activations::elu);
    add("exponential", Activations::exponential);
    add("gelu", Activations::gelu);
    add("glu", Activations::glu);
    add("hard_shrink", Activations::hardShrink);
    add("hard_sigmoid", Activations::hardSigmoid);
    add("hard_silu", Activations::hardSilu);
    add("hard_tanh", Activations::hardTanh);
    add("leaky_relu", Activations::leakyRelu);
    add("linear", Activations::linear);
    add("log_sigmoid", Activations::logSigmoid);
    add("log_softmax", Activations::logSoftmax);
    add("mish", Activations::mish);
    add("relu", Activations::relu);
    add("relu6", Activations::relu6);
    add("selu", Activations::selu);
    add("sigmoid", Activations::sigmoid);
    add("silu", Activations::silu);
    add("soft_shrink", Activations::softShrink);
    add("softmax", Activations::softmax);
    add("softplus", Activations::softplus);
    add("softsign", Activations::softsign);
    add("sparse_plus", Activations::sparsePlus);
    add("sparse_sigmoid", Activations::sparseSigmoid);
    add("sparsemax", Activations::sparsemax);
    add("squareplus", Activations::squareplus);
    add("tanh", Activations::tanh);
    add("tanh_shrink", Activations::tanhShrink);
    add("threshold", NamedActivation::withoutThreshold);
  }

  private static void add(String name, Activation function) {
    ALL.put(name, new NamedActivation(name, function));
  }

  /** Keras resolves the name, but its function has no default for the threshold. */
  private static Tensor withoutThreshold(Tensor x) {
    throw new IllegalArgumentException(
        "threshold: the arguments `threshold` and `default_value` must be given. Use"
            + " x -> Activations.threshold(x, threshold, defaultValue)");
  }

  static NamedActivation of(String name) {
    NamedActivation found = ALL.get(name == null ? "linear" : ALIASES.getOrDefault(name, name));
    if (found == null) {
      throw new IllegalArgumentException(
          "Unknown activation function. Received: activation=\""
              + (name + "\". Available: " + ALL.keySet()));
    }
    return found;
  }

  /** The names of all functions. */
  static Iterable<String> names() {
    return ALL.keySet();
  }

  @Override
  public Tensor apply(Tensor x) {
    return function.apply(x);
  }

  @Override
  public String toString() {
    return name;
  }
}

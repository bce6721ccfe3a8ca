package rhyton.tensor.gradient;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import rhyton.tensor.Op;
import rhyton.tensor.Symbol;
import rhyton.tensor.Tensor;
import rhyton.tensor.TraceNode;

/** One op on the way backwards: what a {@link GradientRule} sees of it. */
public final class GradientContext {
  private final TraceNode node;
  private final Map<Tensor, Gradient> gradients;
  private final Set<Tensor> wanted;
  private final Backward.Products products;
  private final Map<Integer, Gradient> given = new HashMap<>();

  GradientContext(
      TraceNode node,
      Map<Tensor, Gradient> gradients,
      Set<Tensor> wanted,
      Backward.Products products) {
    this.node = node;
    this.gradients = gradients;
    this.wanted = wanted;
    this.products = products;
  }

  /** Returns the op. */
  public TraceNode node() {
    return node;
  }

  /**
   * An input of the op.
   *
   * @param index which one
   * @return the tensor
   */
  public Tensor in(int index) {
    return node.inputs().get(index);
  }

  /**
   * An input as a factor of gradients: its complex conjugate, or itself if it is real.
   *
   * @param index which one
   * @return the factor
   */
  public Tensor factor(int index) {
    return conjugate(in(index));
  }

  static Tensor conjugate(Tensor x) {
    return x.dtype().isComplex() ? Op.of("Conj").in(x).one() : x;
  }

  /**
   * The numbers of an input that is a constant of whole numbers, such as axes.
   *
   * @param index which input
   * @return the numbers, or null if it is no such constant
   */
  public long[] ints(int index) {
    return ((Symbol) in(index).state()).node().constant();
  }

  /** Returns the number of inputs, lists flattened. */
  public int inputs() {
    return node.inputs().size();
  }

  /**
   * An output of the op.
   *
   * @param index which one
   * @return the tensor
   */
  public Tensor out(int index) {
    return node.outputs().get(index);
  }

  /** Returns the gradient of the first output. */
  public Tensor grad() {
    return grad(0);
  }

  /**
   * The gradient of an output.
   *
   * @param index which one
   * @return the gradient; zeros if nothing depends on that output
   */
  public Tensor grad(int index) {
    Gradient gradient = gradients.get(out(index));
    return gradient == null ? Op.of("ZerosLike").in(out(index)).one() : gradient.toDense();
  }

  /** Returns the gradient of the first output as it came, possibly of some rows only. */
  public Gradient rawGrad() {
    return gradients.get(out(0));
  }

  /**
   * Whether anything depends on an output.
   *
   * @param index which one
   * @return whether there is a gradient
   */
  public boolean hasGrad(int index) {
    return gradients.containsKey(out(index));
  }

  /**
   * Whether the gradient of an input is asked for.
   *
   * @param index which one
   * @return whether to give it
   */
  public boolean needs(int index) {
    return wanted.contains(in(index));
  }

  /**
   * An attribute of the op.
   *
   * @param name the attribute
   * @param otherwise its default
   * @param <T> the type of the value
   * @return the value
   */
  @SuppressWarnings("unchecked")
  public <T> T attr(String name, T otherwise) {
    Object value = node.attribute(name);
    return value == null ? otherwise : (T) value;
  }

  /**
   * Gives the gradient of an input, if it is asked for.
   *
   * @param index which input
   * @param gradient makes the gradient
   */
  public void give(int index, Supplier<Tensor> gradient) {
    if (needs(index)) {
      given.put(index, Gradient.dense(gradient.get()));
    }
  }

  /**
   * Gives the gradient leftᵀ · right of an input, if it is asked for and nobody takes it over.
   *
   * @param index which input
   * @param left a matrix
   * @param right a matrix with as many rows
   * @param gradient makes the gradient
   */
  public void giveProduct(int index, Tensor left, Tensor right, Supplier<Tensor> gradient) {
    if (needs(index) && (products == null || !products.take(in(index), left, right))) {
      give(index, gradient);
    }
  }

  /**
   * Gives a gradient of some rows of an input, if it is asked for.
   *
   * @param index which input
   * @param gradient makes the gradient
   */
  public void giveRows(int index, Supplier<Gradient> gradient) {
    if (needs(index)) {
      given.put(index, gradient.get());
    }
  }

  /**
   * Gives the gradient of an input that may have been broadcast against another one.
   *
   * @param index which input
   * @param other the input that it was broadcast against
   * @param gradient makes the gradient, of the shape of the result
   */
  public void giveSummed(int index, int other, Supplier<Tensor> gradient) {
    give(index, () -> Shapes.sumTo(gradient.get(), in(index), in(other)));
  }

  Map<Integer, Gradient> given() {
    return given;
  }
}

package rhyton.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhyton.tensor.runtime.EagerCall;
import rhyton.tensor.runtime.NativeHandle;

/**
 * A TensorFlow op being put together: it runs at once, or joins the function being traced on this
 * thread.
 *
 * <pre>{@code
 * Tensor product = Op.of("MatMul").in(a).in(b).attr("transpose_b", true).one();
 * }</pre>
 */
public final class Op {
  private final String type;
  private final List<Object> inputs = new ArrayList<>(4);
  private Map<String, Object> attributes = Map.of();
  private List<Object> resources = List.of();
  private boolean writes;

  private Op(String type) {
    this.type = type;
  }

  /**
   * Begins an op.
   *
   * @param type its name in TensorFlow
   * @return the op, without inputs
   */
  public static Op of(String type) {
    return new Op(type);
  }

  /**
   * A vector of constant 32-bit integers, such as a shape or axes: in a function one node for all
   * uses.
   *
   * @param values the numbers
   * @return the vector
   */
  public static Tensor vector(long... values) {
    return Constants.ints(values);
  }

  /**
   * Adds an input.
   *
   * @param input the tensor
   * @return this
   */
  public Op in(Tensor input) {
    inputs.add(input);
    return this;
  }

  /**
   * Adds an input that is a list.
   *
   * @param list the tensors
   * @return this
   */
  public Op in(List<Tensor> list) {
    inputs.add(list);
    return this;
  }

  /**
   * Adds an input of constant 32-bit integers, such as a shape or axes.
   *
   * @param values the numbers
   * @return this
   */
  public Op ints(long... values) {
    return in(Constants.ints(values));
  }

  /**
   * Sets an attribute.
   *
   * @param name its name
   * @param value a Boolean, Number, String, DType, Shape, long[], float[], or a list of String,
   *     DType or Shape
   * @return this
   */
  public Op attr(String name, Object value) {
    if (attributes.isEmpty()) {
      attributes = new LinkedHashMap<>();
    }
    attributes.put(name, value);
    return this;
  }

  /**
   * Says that the op reads a resource: in a function it keeps its order with ops that write it.
   *
   * @param read the resource
   * @return this
   */
  public Op reads(Object read) {
    resources = List.of(read);
    writes = false;
    return this;
  }

  /**
   * Says that the op changes resources: in a function it keeps its order and always runs, and what
   * was read of them before is not taken for their value any more.
   *
   * @param written the resources
   * @return this
   */
  public Op writes(Object... written) {
    resources = List.of(written);
    writes = true;
    return this;
  }

  /** Runs or adds the op and returns its only result. */
  public Tensor one() {
    return all().get(0);
  }

  /** Runs or adds the op and returns its results. */
  public List<Tensor> all() {
    Trace trace = Trace.current();
    if (trace != null) {
      return resources.isEmpty()
          ? trace.add(type, inputs, attributes)
          : trace.addStateful(resources, writes, type, inputs, attributes);
    }
    List<NativeHandle> results = EagerCall.run(type, handles(), attributes);
    if (results.size() == 1) {
      return List.of(Tensor.of(results.get(0)));
    }
    List<Tensor> tensors = new ArrayList<>(results.size());
    for (NativeHandle result : results) {
      tensors.add(Tensor.of(result));
    }
    return tensors;
  }

  private List<Object> handles() {
    List<Object> handles = new ArrayList<>(inputs.size());
    for (Object input : inputs) {
      if (input instanceof Tensor one) {
        handles.add(one.handle());
      } else {
        handles.add(((List<?>) input).stream().map(t -> ((Tensor) t).handle()).toList());
      }
    }
    return handles;
  }
}

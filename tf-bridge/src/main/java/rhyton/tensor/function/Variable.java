package rhyton.tensor.function;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;

/**
 * A tensor that can be changed: state in native memory, which lives until it is closed.
 *
 * <p>Inside a traced function {@link #read} and {@link #assign} become part of the function and
 * keep their order. A read gives the value at that moment; later changes do not touch it.
 *
 * <pre>{@code
 * try (Variable counter = new Variable("counter", Tensor.of(0f))) {
 *   counter.assignAdd(Tensor.of(1f));
 *   counter.read().item();   // 1.0
 * }
 * }</pre>
 */
public final class Variable implements AutoCloseable {
  private static final AtomicLong COUNT = new AtomicLong();
  private static final Cleaner CLEANER = Cleaner.create();

  private final String name;
  private final String sharedName;
  private final DType dtype;
  private final Shape shape;
  private final Tensor handle;
  private final Cleaner.Cleanable cleanable;
  private volatile boolean closed;
  private Runnable afterAssignment = () -> {};

  /**
   * A variable.
   *
   * @param name its name, for messages and files; need not be unique
   * @param value its first value, which is copied and stays the caller's
   */
  public Variable(String name, Tensor value) {
    this.name = name;
    this.sharedName = "rhyton_" + COUNT.incrementAndGet();
    this.dtype = value.dtype();
    this.shape = value.shape();
    // The handle is the variable's, whatever scope or trace is open.
    this.handle =
        Trace.outside(
            () -> {
              Tensor made = handleOp().one().disown();
              Op.of("AssignVariableOp").in(made).in(value).all();
              return made;
            });
    Tensor toDestroy = handle;
    this.cleanable = CLEANER.register(this, () -> destroy(toDestroy));
  }

  private static void destroy(Tensor handle) {
    Op.of("DestroyResourceOp").in(handle).attr("ignore_lookup_error", true).all();
    handle.close();
  }

  private Op handleOp() {
    return Op.of("VarHandleOp")
        .attr("dtype", dtype)
        .attr("shape", shape)
        .attr("shared_name", sharedName)
        .attr("container", "");
  }

  /** Returns the name that it was given. */
  public String name() {
    return name;
  }

  /** Returns the type of its values. */
  public DType dtype() {
    return dtype;
  }

  /** Returns the shape of its values. */
  public Shape shape() {
    return shape;
  }

  /**
   * The resource behind the variable, for ops that work on it in place.
   *
   * @return a tensor of type resource; inside a traced function, a symbol of it
   */
  public Tensor handle() {
    if (closed) {
      throw new IllegalStateException("Variable `" + name + "` is used after it was closed");
    }
    Trace trace = Trace.current();
    return trace == null
        ? handle
        : trace.variables().handleOf(this, dtype, shape, () -> handleOp().one());
  }

  /** Returns the value of this moment. */
  public Tensor read() {
    Trace trace = Trace.current();
    return trace == null ? readOp() : trace.variables().readOf(this, this::readOp);
  }

  private Tensor readOp() {
    return Op.of("ReadVariableOp").in(handle()).attr("dtype", dtype).reads(this).one();
  }

  /**
   * Gives the variable a new value.
   *
   * @param value the value, of the variable's type and shape
   */
  public void assign(Tensor value) {
    check(value);
    change("AssignVariableOp", value);
    if (Trace.current() == null) {
      afterAssignment.run();
    }
  }

  /**
   * Asks for a call after each {@link #assign} outside of functions: when a file is read, for
   * example, what was kept beside the old value must go.
   *
   * @param action what is called, in the place of an earlier one
   */
  public void whenAssigned(Runnable action) {
    afterAssignment = action;
  }

  /**
   * Adds to the value in place.
   *
   * @param value what is added, of the variable's type and shape
   */
  public void assignAdd(Tensor value) {
    check(value);
    change("AssignAddVariableOp", value);
  }

  /**
   * Subtracts from the value in place.
   *
   * @param value what is subtracted, of the variable's type and shape
   */
  public void assignSub(Tensor value) {
    check(value);
    change("AssignSubVariableOp", value);
  }

  private void check(Tensor value) {
    if (value.dtype() != dtype || !shape.isCompatibleWith(value.shape())) {
      throw new IllegalArgumentException(
          "Variable `"
              + name
              + "` holds "
              + dtype
              + " of shape "
              + shape
              + ". Received: "
              + value.dtype()
              + " of shape "
              + value.shape());
    }
  }

  private void change(String type, Tensor value) {
    Op.of(type).in(handle()).in(value).attr("dtype", dtype).writes(this).all();
  }

  /** Returns the value as floats, row by row. */
  public float[] floats() {
    try (TensorScope scope = TensorScope.open()) {
      return read().floats();
    }
  }

  /** Returns whether it was closed. */
  public boolean isClosed() {
    return closed;
  }

  /** Frees the value. Closing twice is harmless. */
  @Override
  public void close() {
    closed = true;
    cleanable.clean();
  }

  @Override
  public String toString() {
    return "Variable(name=" + name + ", shape=" + shape + ", dtype=" + dtype + ")";
  }
}

package rhyton.tensor;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rhyton.tensor.runtime.HostMemory;
import rhyton.tensor.runtime.NativeFunction;
import rhyton.tensor.runtime.NativeHandle;
import rhyton.tensor.runtime.NativeSession;

/**
 * An array of numbers, truth values or strings, with the methods of {@code keras.ops}.
 *
 * <p>A tensor is one of three things: a <em>value</em> in native memory, a <em>symbol</em> of a
 * function being traced, or a <em>place</em> in a functional model. All methods work on all three;
 * only the reading of numbers needs a value.
 *
 * <p>A value belongs to the innermost open {@link TensorScope} of the thread that made it,
 * otherwise to the caller, who closes it; a forgotten one is freed by the garbage collector, later.
 * Arrays that are handed in are copied. Values do not change, and may be used by many threads at
 * once.
 *
 * <pre>{@code
 * try (Tensor x = Tensor.of(new float[][] {{1, 2}, {3, 4}});
 *     Tensor y = x.matmul(x).add(1)) {
 *   y.shape();       // (2, 2)
 *   y.floats();      // {8, 11, 16, 23}
 * }
 * }</pre>
 *
 * @see <a href="https://keras.io/api/ops/">keras.ops</a>
 */
public final class Tensor
    implements ArithmeticOps,
        ElementwiseOps,
        ReductionOps,
        ShapeOps,
        LinalgOps,
        ActivationOps,
        ConvOps,
        PoolOps,
        NormOps,
        LossOps,
        MathOps,
        CreationOps,
        ImageOps,
        PatchOps,
        SequenceOps,
        NnOps,
        TranscendentalOps,
        ComplexOps,
        FourierOps,
        DecompositionOps,
        DiagonalOps,
        IndexingOps,
        SegmentOps,
        AutoCloseable {
  private final TensorState state;
  private final DType dtype;
  private final Shape shape;
  private Tensor mask;
  private Tensor logits;

  Tensor(TensorState state, DType dtype, Shape shape) {
    this.state = state;
    this.dtype = dtype;
    this.shape = shape;
  }

  /** A tensor that has this value, owned by the innermost open scope. */
  static Tensor of(NativeHandle handle) {
    return new Tensor(new Value(handle), handle.dtype(), handle.shape());
  }

  /**
   * A place in a functional model.
   *
   * @param handle what the model knows of it
   * @param dtype the type of the values that it will have
   * @param shape their shape
   * @return the tensor
   */
  public static Tensor functional(FunctionalHandle handle, DType dtype, Shape shape) {
    return new Tensor(handle, dtype, shape);
  }

  /**
   * A tensor with the numbers, truth values or strings of an array.
   *
   * @param value a number, a boolean, a string, or an array of them of any rank with rows of equal
   *     lengths: {@code float} becomes float32, {@code double} float64, {@code int} int32, {@code
   *     long} int64, {@code short} int16, {@code byte} int8, {@code boolean} bool, String string
   * @return the tensor
   * @throws IllegalArgumentException if rows have different lengths, or the type has no place
   */
  public static Tensor of(Object value) {
    return HostArrays.toTensor(value);
  }

  /**
   * A tensor from the numbers of a buffer, row by row.
   *
   * @param values a FloatBuffer, DoubleBuffer, IntBuffer, LongBuffer, ShortBuffer or ByteBuffer;
   *     its elements from position to limit, whose number the shape must have; position and limit
   *     stay as they are
   * @param shape the shape
   * @return the tensor, of the type of the buffer's elements
   */
  public static Tensor of(Buffer values, Shape shape) {
    return HostArrays.fromBuffer(values, shape);
  }

  /**
   * A tensor from bytes in native order.
   *
   * @param dtype the type of the elements, one with a size
   * @param shape the shape
   * @param bytes the elements row by row, from position to limit
   * @return the tensor
   */
  public static Tensor ofBytes(DType dtype, Shape shape, ByteBuffer bytes) {
    return HostArrays.fromBytes(dtype, shape, bytes);
  }

  /**
   * A tensor of one number.
   *
   * @param value the number
   * @param dtype its type
   * @return a tensor of shape ()
   */
  public static Tensor scalar(Number value, DType dtype) {
    return Constants.scalar(value, dtype);
  }

  /**
   * A tensor of byte strings.
   *
   * @param shape the shape
   * @param values the strings' bytes, row by row
   * @return a tensor of type string
   */
  public static Tensor ofStrings(Shape shape, byte[][] values) {
    return of(HostMemory.ofStrings(shape, values));
  }

  /**
   * A tensor of a dtype from what may be a tensor, a number or an array.
   *
   * @param value a tensor, or what {@link #of(Object)} takes
   * @param dtype the wanted type; null for the value's own
   * @return the tensor
   */
  public static Tensor convert(Object value, DType dtype) {
    if (value instanceof Number number) {
      return scalar(number, dtype == null ? dtypeOf(number) : dtype);
    }
    Tensor tensor = value instanceof Tensor given ? given : of(value);
    return dtype == null || tensor.dtype == dtype ? tensor : Kernels.cast(tensor, dtype);
  }

  static DType dtypeOf(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return DType.FLOAT32;
    }
    return value instanceof Number ? DType.INT32 : HostArrays.dtypeOf(value);
  }

  /**
   * Calls a native function at once.
   *
   * @param function the function
   * @param arguments values
   * @param samples how many samples they hold, if the function was traced for any number; else 1
   * @return its results, owned by the innermost open scope
   */
  public static List<Tensor> call(NativeFunction function, List<Tensor> arguments, long samples) {
    List<NativeHandle> handles = new ArrayList<>(arguments.size());
    for (Tensor argument : arguments) {
      handles.add(argument.handle());
    }
    List<NativeHandle> results = function.call(handles, samples);
    List<Tensor> tensors = new ArrayList<>(results.size());
    for (NativeHandle result : results) {
      tensors.add(of(result));
    }
    return tensors;
  }

  /**
   * Runs a part of a graph at once.
   *
   * @param session the graph
   * @param feeds names of tensors that are given
   * @param values their values
   * @param fetches names of tensors that are wanted
   * @return the wanted tensors, owned by the innermost open scope
   */
  public static List<Tensor> run(
      NativeSession session, List<String> feeds, List<Tensor> values, List<String> fetches) {
    List<NativeHandle> handles = values.stream().map(Tensor::handle).toList();
    return session.run(feeds, handles, fetches, List.of()).stream().map(Tensor::of).toList();
  }

  /** Returns what kind of tensor it is. */
  public TensorState state() {
    return state;
  }

  /** Returns whether it has a value that can be read. */
  public boolean isValue() {
    return state instanceof Value;
  }

  /** Returns whether it is a place in a functional model. */
  public boolean isFunctional() {
    return state instanceof FunctionalHandle;
  }

  NativeHandle handle() {
    if (state instanceof Value value) {
      return value.handle;
    }
    throw new IllegalStateException(
        "This tensor "
            + (isFunctional() ? "stands in a functional model" : "belongs to a traced function")
            + " and has no value. Shape: "
            + shape
            + ", dtype: "
            + dtype);
  }

  /** Returns the type of the elements. */
  public DType dtype() {
    return dtype;
  }

  /** Returns the shape; dimensions of symbols and places may be unknown. */
  public Shape shape() {
    return shape;
  }

  /** Returns the number of dimensions. */
  public int rank() {
    return shape.rank();
  }

  /**
   * Which time steps count: the mask that a layer gave with this tensor, or null.
   *
   * @return a tensor of type bool, or null
   */
  public Tensor mask() {
    return mask;
  }

  /**
   * Gives this tensor a mask.
   *
   * @param newMask a tensor of type bool, or null for none
   */
  public void setMask(Tensor newMask) {
    mask = newMask;
  }

  /**
   * What a softmax or sigmoid activation computed this tensor from, or null. Cross-entropies use it
   * in place of the probabilities.
   *
   * @return the logits, or null
   */
  public Tensor logits() {
    return logits;
  }

  /**
   * Remembers what the probabilities were computed from.
   *
   * @param newLogits the logits
   */
  public void setLogits(Tensor newLogits) {
    logits = newLogits;
  }

  /**
   * Moves a value out of the innermost scope, to the scope around or to the caller.
   *
   * @return this
   */
  public Tensor keep() {
    if (state instanceof Value value) {
      TensorScope.keep(value);
    }
    return this;
  }

  /**
   * Takes a value from its scope: from now on the caller alone closes it.
   *
   * @return this
   */
  public Tensor disown() {
    if (state instanceof Value value) {
      value.owner = null;
    }
    return this;
  }

  /** Returns the elements as floats, row by row; other numeric types are converted. */
  public float[] floats() {
    return HostArrays.floats(this);
  }

  /** Returns the elements as doubles, row by row; other numeric types are converted. */
  public double[] doubles() {
    return HostArrays.doubles(this);
  }

  /** Returns the elements as ints, row by row; other numeric types are converted. */
  public int[] ints() {
    return HostArrays.ints(this);
  }

  /** Returns the elements as longs, row by row; other numeric types are converted. */
  public long[] longs() {
    return HostArrays.longs(this);
  }

  /** Returns the elements of a tensor of type bool, row by row. */
  public boolean[] booleans() {
    return HostArrays.booleans(this);
  }

  /** Returns the strings of a tensor of type string, row by row, read as UTF-8. */
  public List<String> strings() {
    return HostArrays.strings(this);
  }

  /** Returns the bytes of the elements in native order, row by row. */
  public ByteBuffer toBytes() {
    return HostArrays.bytes(this);
  }

  /**
   * The elements as a Java array of the same rank and type: {@code float[][]} for a float32 matrix.
   *
   * @return the array; for a single element, a boxed number, a Boolean or a String
   */
  public Object toArray() {
    return HostArrays.toArray(this);
  }

  /**
   * The only element as a double.
   *
   * @return the number
   * @throws IllegalStateException if there is not exactly one element
   */
  public double item() {
    double[] all = doubles();
    if (all.length != 1) {
      throw new IllegalStateException(
          "item: the tensor must have one element. Received: shape=" + shape);
    }
    return all[0];
  }

  /** Frees the value. Closing twice, or what has no value, is harmless. */
  @Override
  public void close() {
    if (state instanceof Value value) {
      value.handle.close();
    }
  }

  /** Returns shape and dtype; the elements of a value of at most ten elements, too. */
  @Override
  public String toString() {
    String text = "Tensor(shape=" + shape + ", dtype=" + dtype;
    boolean shown =
        isValue()
            && shape.size() <= 10
            && dtype.isNumeric()
            && !dtype.isComplex()
            && !handle().isClosed();
    return text + (shown ? ", values=" + Arrays.toString(doubles()) : "") + ")";
  }
}

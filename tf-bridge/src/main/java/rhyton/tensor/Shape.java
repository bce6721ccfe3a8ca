package rhyton.tensor;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * The dimensions of a tensor. A dimension that is not known is -1 and printed as {@code None}; the
 * number of dimensions itself may be unknown, too.
 *
 * <pre>{@code
 * Shape images = Shape.of(-1, 28, 28, 1);
 * images.get(-1);          // 1, counted from the end
 * images.toString();       // "(None, 28, 28, 1)"
 * }</pre>
 */
public final class Shape {
  /** The shape of a single value. */
  public static final Shape SCALAR = new Shape(new long[0]);

  /** A shape of which nothing is known. */
  public static final Shape UNKNOWN = new Shape(null);

  private final long[] dims;

  private Shape(long[] dims) {
    this.dims = dims;
  }

  /**
   * The shape with these dimensions.
   *
   * @param dims the dimensions, -1 for one that is not known
   * @return the shape
   * @throws IllegalArgumentException if a dimension is less than -1
   */
  public static Shape of(long... dims) {
    for (long dim : dims) {
      if (dim < -1) {
        throw new IllegalArgumentException(
            "Shape: dimensions must be at least 0, or -1 for unknown. Received: "
                + Arrays.toString(dims));
      }
    }
    return dims.length == 0 ? SCALAR : new Shape(dims.clone());
  }

  /** Returns whether the number of dimensions is known. */
  public boolean hasRank() {
    return dims != null;
  }

  /** Returns the number of dimensions, or -1 if it is unknown. */
  public int rank() {
    return dims == null ? -1 : dims.length;
  }

  /** Returns whether all dimensions are known. */
  public boolean isKnown() {
    return dims != null && Arrays.stream(dims).allMatch(d -> d >= 0);
  }

  /**
   * One dimension.
   *
   * @param axis the axis; negative ones count from the end
   * @return the dimension, or -1 if it is unknown
   * @throws IllegalArgumentException if there is no such axis
   */
  public long get(int axis) {
    return required()[axis(axis)];
  }

  /**
   * The axis counted from the front.
   *
   * @param axis an axis in [-rank, rank)
   * @return the axis in [0, rank)
   * @throws IllegalArgumentException if there is no such axis
   */
  public int axis(int axis) {
    int rank = required().length;
    if (axis < -rank || axis >= rank) {
      throw new IllegalArgumentException("Axis " + axis + " is out of bounds for shape " + this);
    }
    return axis < 0 ? axis + rank : axis;
  }

  /** Returns a copy of the dimensions. */
  public long[] toArray() {
    return required().clone();
  }

  /** Returns the number of elements, or -1 if a dimension is unknown. */
  public long size() {
    if (!isKnown()) {
      return -1;
    }
    long size = 1;
    for (long dim : dims) {
      size = Math.multiplyExact(size, dim);
    }
    return size;
  }

  /**
   * This shape with more dimensions behind it.
   *
   * @param more the dimensions to append
   * @return the longer shape
   */
  public Shape append(long... more) {
    long[] all = Arrays.copyOf(required(), dims.length + more.length);
    System.arraycopy(more, 0, all, dims.length, more.length);
    return of(all);
  }

  /**
   * This shape with one more dimension in front.
   *
   * @param dim the new first dimension
   * @return the longer shape
   */
  public Shape prepend(long dim) {
    long[] all = new long[required().length + 1];
    all[0] = dim;
    System.arraycopy(dims, 0, all, 1, dims.length);
    return of(all);
  }

  /**
   * Some of the dimensions.
   *
   * @param from the first axis, may be negative to count from the end
   * @param to the axis behind the last, may be negative to count from the end
   * @return the shape of these axes
   */
  public Shape slice(int from, int to) {
    int rank = required().length;
    int first = Math.max(0, from < 0 ? from + rank : from);
    int last = Math.min(rank, to < 0 ? to + rank : to);
    return of(first >= last ? new long[0] : Arrays.copyOfRange(dims, first, last));
  }

  /**
   * This shape without its first dimensions.
   *
   * @param from the first axis that stays
   * @return the shape of the rest
   */
  public Shape from(int from) {
    return slice(from, required().length);
  }

  /**
   * This shape with one dimension replaced.
   *
   * @param axis the axis, may be negative
   * @param dim its new size, -1 for unknown
   * @return the changed shape
   */
  public Shape with(int axis, long dim) {
    long[] changed = toArray();
    changed[axis(axis)] = dim;
    return of(changed);
  }

  /**
   * Whether a value of the other shape could stand where this shape is asked for: equal ranks, and
   * equal dimensions where both are known.
   *
   * @param other the other shape
   * @return whether they fit
   */
  public boolean isCompatibleWith(Shape other) {
    if (dims == null || other.dims == null) {
      return true;
    }
    if (dims.length != other.dims.length) {
      return false;
    }
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] != other.dims[i] && dims[i] >= 0 && other.dims[i] >= 0) {
        return false;
      }
    }
    return true;
  }

  private long[] required() {
    if (dims == null) {
      throw new IllegalStateException("The number of dimensions of this shape is unknown");
    }
    return dims;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /** Returns the shape as Keras prints it: {@code (None, 3)}, {@code (5,)}, {@code ()}. */
  @Override
  public String toString() {
    if (dims == null) {
      return "<unknown>";
    }
    StringJoiner text = new StringJoiner(", ", "(", dims.length == 1 ? ",)" : ")");
    for (long dim : dims) {
      text.add(dim < 0 ? "None" : Long.toString(dim));
    }
    return text.toString();
  }
}

package rhyton.tensor.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_DeleteTensorHandle;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_TensorHandleDataType;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_TensorHandleDim;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_TensorHandleNumDims;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;
import org.tensorflow.internal.c_api.TFE_TensorHandle;
import org.tensorflow.internal.c_api.TF_Status;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;

/**
 * A value in native memory, owned by one Java object.
 *
 * <p>Closing twice is harmless, and closing while another thread computes with the value waits for
 * that: users are counted, the last one frees. An object that is forgotten is freed by a cleaner.
 */
public final class NativeHandle implements AutoCloseable {
  private final State state;
  private final Cleaner.Cleanable cleanable;
  private final DType dtype;
  private final Shape shape;

  /** What the cleaner needs; it must not know the handle itself. */
  private static final class State implements Runnable {
    private static final int CLOSED = 1 << 30;
    private static final int FREED = 1 << 29;
    private static final int MARKS = CLOSED | FREED;

    final TFE_TensorHandle pointer;
    final long bytes;
    final AtomicInteger users = new AtomicInteger();

    State(TFE_TensorHandle pointer, long bytes) {
      this.pointer = pointer;
      this.bytes = bytes;
    }

    boolean enter() {
      if ((users.incrementAndGet() & CLOSED) != 0) {
        leave();
        return false;
      }
      return true;
    }

    void leave() {
      if (users.decrementAndGet() == CLOSED) {
        free();
      }
    }

    @Override
    public void run() {
      int before;
      do {
        before = users.get();
        if ((before & CLOSED) != 0) {
          return;
        }
      } while (!users.compareAndSet(before, before | CLOSED));
      if (before == 0) {
        free();
      }
    }

    private void free() {
      // Only the first to reach "closed and unused" frees; the mark makes a late leave harmless.
      if (users.compareAndSet(CLOSED, MARKS)) {
        TFE_DeleteTensorHandle(pointer);
        NativeMemory.gave(bytes);
      }
    }
  }

  NativeHandle(TFE_TensorHandle pointer) {
    this(pointer, DType.ofCode(TFE_TensorHandleDataType(pointer)), shapeOf(pointer));
  }

  NativeHandle(TFE_TensorHandle pointer, DType dtype, Shape shape) {
    this.dtype = dtype;
    this.shape = shape;
    long bytes = Math.max(64, shape.size() * dtype.size());
    state = new State(pointer, bytes);
    cleanable = Scratch.CLEANER.register(this, state);
    NativeMemory.took(bytes);
  }

  private static Shape shapeOf(TFE_TensorHandle pointer) {
    TF_Status status = Scratch.status();
    int rank = TFE_TensorHandleNumDims(pointer, status);
    Scratch.check(status);
    if (rank <= 0) {
      return Shape.SCALAR;
    }
    long[] dims = new long[rank];
    for (int i = 0; i < rank; i++) {
      dims[i] = TFE_TensorHandleDim(pointer, i, status);
    }
    return Shape.of(dims);
  }

  /** Returns the type of the value. */
  public DType dtype() {
    return dtype;
  }

  /** Returns the shape of the value. */
  public Shape shape() {
    return shape;
  }

  /** Returns whether the value was closed. */
  public boolean isClosed() {
    return (state.users.get() & State.CLOSED) != 0;
  }

  /**
   * The native pointer, safe until {@link #leave}.
   *
   * @throws IllegalStateException if the value was closed
   */
  TFE_TensorHandle enter() {
    if (!state.enter()) {
      throw new IllegalStateException(
          "A tensor of shape " + shape + " and dtype " + dtype + " is used after it was closed");
    }
    return state.pointer;
  }

  void leave() {
    state.leave();
  }

  /** Returns how many calls use the value now. */
  int users() {
    return state.users.get() & ~State.MARKS;
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}

package rhyton.tensor.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextAddFunction;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextRemoveFunction;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteBuffer;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteFunction;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_FunctionToFunctionDef;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewBuffer;

import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.BytePointer;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_Function;
import org.tensorflow.internal.c_api.TF_Status;

/** A function that the runtime knows by name, until it is closed. */
public final class NativeFunction implements AutoCloseable {
  /** Up to about a quarter of a millisecond of one core: less than the hand-overs would take. */
  private static final double SMALL = 2e6;

  /** The calling thread runs all ops. That must not be where an op waits for a function. */
  private static final String ONE_THREAD = "SINGLE_THREADED_EXECUTOR";

  private static final Map<String, Object> ALONE = Map.of("executor_type", ONE_THREAD);

  private final String name;
  private final State state;
  private final Cleaner.Cleanable cleanable;
  private final double work;

  private static final class State implements Runnable {
    final BytePointer name;
    final TF_Function pointer;
    final List<NativeFunction> parts;
    final AtomicBoolean closed = new AtomicBoolean();

    State(String name, TF_Function pointer, List<NativeFunction> parts) {
      this.name = new BytePointer(name);
      this.pointer = pointer;
      this.parts = parts;
    }

    @Override
    public void run() {
      if (closed.compareAndSet(false, true)) {
        TF_Status status = Scratch.status();
        TFE_ContextRemoveFunction(NativeRuntime.context(), name, status);
        TF_DeleteFunction(pointer);
        name.deallocate();
        parts.forEach(NativeFunction::close);
      }
    }
  }

  /** A function, the functions that its ops call, which it closes, and its work for a sample. */
  NativeFunction(String name, TF_Function pointer, List<NativeFunction> parts, double work) {
    this.name = name;
    this.work = parts.isEmpty() && NativeRuntime.hasCpuOnly() ? work : Double.POSITIVE_INFINITY;
    TF_Status status = Scratch.status();
    TFE_ContextAddFunction(NativeRuntime.context(), pointer, status);
    Scratch.check(status);
    state = new State(name, pointer, parts);
    cleanable = Scratch.CLEANER.register(this, state);
  }

  /** Returns the name by which the runtime knows it. */
  public String name() {
    return name;
  }

  /** Returns the functions that its ops call and that live as long as it does. */
  public List<NativeFunction> parts() {
    return state.parts;
  }

  TF_Function pointer() {
    return state.pointer;
  }

  /**
   * The form in which an op names the function in an attribute.
   *
   * @return the value of the attribute
   */
  public Object asAttribute() {
    return new Attributes.FunctionName(name, null);
  }

  /**
   * As {@link #asAttribute}, with all ops run by one thread if none of them calls a function and
   * there are only CPUs: then the ops of a round of a loop are small in general.
   *
   * @return the value of the attribute
   */
  public Object asAttributeForOneThread() {
    boolean alone = parts().isEmpty() && NativeRuntime.hasCpuOnly();
    return new Attributes.FunctionName(name, alone ? ONE_THREAD : null);
  }

  /**
   * Calls the function.
   *
   * @param inputs its arguments
   * @param samples how many samples it is called with, if that was not known when it was traced
   * @return its results
   */
  public List<NativeHandle> call(List<NativeHandle> inputs, long samples) {
    return EagerCall.run(state.name, inputs, work * samples <= SMALL ? ALONE : Map.of());
  }

  /** Returns the function as bytes of a FunctionDef. */
  public byte[] toFunctionDef() {
    TF_Status status = Scratch.status();
    TF_Buffer buffer = TF_NewBuffer();
    try {
      TF_FunctionToFunctionDef(state.pointer, buffer, status);
      Scratch.check(status);
      return bytes(buffer);
    } finally {
      TF_DeleteBuffer(buffer);
    }
  }

  static byte[] bytes(TF_Buffer buffer) {
    byte[] bytes = new byte[Math.toIntExact(buffer.length())];
    new BytePointer(buffer.data()).get(bytes);
    return bytes;
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}

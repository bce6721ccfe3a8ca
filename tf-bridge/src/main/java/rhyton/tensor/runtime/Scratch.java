package rhyton.tensor.runtime;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteStatus;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_GetCode;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_Message;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewStatus;

import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.tensorflow.internal.c_api.TF_Status;

/** What each thread needs for its calls: a status to be told errors in, room for results. */
final class Scratch {
  static final int MAX_RESULTS = 4096;

  static final Cleaner CLEANER = Cleaner.create();

  private static final Map<String, BytePointer> NAMES = new ConcurrentHashMap<>();
  private static final ThreadLocal<Scratch> LOCAL = ThreadLocal.withInitial(Scratch::new);

  final TF_Status status;
  final PointerPointer<Pointer> results;
  final IntPointer count;

  private Scratch() {
    NativeRuntime.load();
    TF_Status newStatus = TF_NewStatus();
    // Retained, so that no scope that happens to be open on this thread frees them.
    PointerPointer<Pointer> newResults = new PointerPointer<>(MAX_RESULTS).retainReference();
    IntPointer newCount = new IntPointer(1).retainReference();
    status = newStatus;
    results = newResults;
    count = newCount;
    CLEANER.register(
        this,
        () -> {
          TF_DeleteStatus(newStatus);
          newResults.deallocate();
          newCount.deallocate();
        });
  }

  static Scratch get() {
    return LOCAL.get();
  }

  /** The status of this thread, for a call that reports into it. */
  static TF_Status status() {
    return LOCAL.get().status;
  }

  /** Throws what the last call of this thread reported, if it was an error. */
  static void check(TF_Status status) {
    int code = TF_GetCode(status);
    if (code != 0) {
      BytePointer message = TF_Message(status);
      throw new TensorFlowException(code, message.getString(StandardCharsets.UTF_8));
    }
  }

  /** A name as the C API wants it. Names of ops and attributes are few, so they stay. */
  static BytePointer name(String name) {
    BytePointer known = NAMES.get(name);
    return known != null
        ? known
        : NAMES.computeIfAbsent(name, text -> new BytePointer(text).retainReference());
  }
}

package rhyton.tensor.runtime;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the native memory that Java objects hold. A tensor is a small Java object with much memory
 * behind it: without a hint the garbage collector would see no reason to run, and tensors that
 * nobody closed would pile up.
 */
final class NativeMemory {
  private static final long STEP = 256L << 20;

  private static final AtomicLong HELD = new AtomicLong();
  private static final AtomicLong NEXT_COLLECTION = new AtomicLong(2 * STEP);

  private NativeMemory() {}

  static void took(long bytes) {
    long held = HELD.addAndGet(bytes);
    long limit = NEXT_COLLECTION.get();
    if (held > limit && NEXT_COLLECTION.compareAndSet(limit, held + Math.max(STEP, held / 2))) {
      System.gc();
    }
  }

  static void gave(long bytes) {
    long held = HELD.addAndGet(-bytes);
    long limit = NEXT_COLLECTION.get();
    if (limit - held > 4 * STEP && limit > held * 4) {
      NEXT_COLLECTION.compareAndSet(limit, held + 2 * STEP);
    }
  }
}

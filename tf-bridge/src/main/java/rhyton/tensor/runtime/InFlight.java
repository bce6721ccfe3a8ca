package rhyton.tensor.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls under way of something that can be closed, without a lock on the way in. */
public final class InFlight {
  private static final int CLOSED = 1 << 30;

  private final AtomicInteger calls = new AtomicInteger();

  /** Nothing under way. */
  public InFlight() {}

  /**
   * A call begins; if this returns true, {@link #leave} must follow.
   *
   * @return false if it was closed
   */
  public boolean enter() {
    if ((calls.incrementAndGet() & CLOSED) == 0) {
      return true;
    }
    leave();
    return false;
  }

  /** Returns whether it was closed. */
  public boolean isClosed() {
    return (calls.get() & CLOSED) != 0;
  }

  /** A call has ended. */
  public void leave() {
    if (calls.decrementAndGet() == CLOSED) {
      synchronized (calls) {
        calls.notifyAll();
      }
    }
  }

  /**
   * Refuses further calls and waits for those under way.
   *
   * @return whether this was the first to close
   */
  public boolean close() {
    int before = calls.getAndUpdate(n -> n | CLOSED);
    if ((before & CLOSED) != 0) {
      return false;
    }
    boolean interrupted = false;
    synchronized (calls) {
      while (calls.get() != CLOSED) {
        try {
          calls.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}

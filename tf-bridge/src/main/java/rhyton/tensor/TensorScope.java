package rhyton.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * Owns the values that its thread makes while it is open, and closes them when it ends.
 *
 * <p>A value belongs to the innermost open scope of the thread that made it; without a scope it
 * belongs to the caller. {@link Tensor#keep()} moves a value to the scope around.
 *
 * <pre>{@code
 * Tensor sum;
 * try (TensorScope scope = TensorScope.open()) {
 *   Tensor x = Tensor.of(new float[] {1, 2, 3});
 *   sum = x.multiply(x).sum().keep();   // the sum leaves, x and the squares are closed
 * }
 * }</pre>
 */
public final class TensorScope implements AutoCloseable {
  private static final ThreadLocal<TensorScope> CURRENT = new ThreadLocal<>();

  private final TensorScope outer;
  private List<Value> values = new ArrayList<>(4);
  private int pruneAt = 1024;
  private boolean closed;

  private TensorScope(TensorScope outer) {
    this.outer = outer;
  }

  /**
   * Opens a scope for the calling thread.
   *
   * @return the scope, to be closed by the same thread, innermost first
   */
  public static TensorScope open() {
    TensorScope scope = new TensorScope(CURRENT.get());
    CURRENT.set(scope);
    return scope;
  }

  static void adopt(Value value) {
    TensorScope scope = CURRENT.get();
    if (scope != null) {
      scope.add(value);
    }
  }

  private void add(Value value) {
    if (values.size() >= pruneAt) {
      List<Value> alive = new ArrayList<>();
      for (Value one : values) {
        if (one.owner == this && !one.handle.isClosed()) {
          alive.add(one);
        }
      }
      values = alive;
      pruneAt = Math.max(1024, 2 * alive.size());
    }
    value.owner = this;
    values.add(value);
  }

  /** Moves the value out of the innermost scope; what belongs to a scope around stays there. */
  static void keep(Value value) {
    TensorScope scope = value.owner;
    if (scope == null || scope != CURRENT.get()) {
      return;
    }
    if (scope.outer == null) {
      value.owner = null;
    } else {
      scope.outer.add(value);
    }
  }

  /**
   * Closes the scope and every value that it owns.
   *
   * @throws IllegalStateException if another thread calls, or a scope inside is still open
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (CURRENT.get() != this) {
      throw new IllegalStateException(
          "TensorScope: scopes are closed by the thread that opened them, innermost first");
    }
    closed = true;
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
    for (Value value : values) {
      if (value.owner == this) {
        value.handle.close();
      }
    }
    values = List.of();
  }
}

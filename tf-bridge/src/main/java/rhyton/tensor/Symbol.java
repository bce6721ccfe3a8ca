package rhyton.tensor;

import rhyton.tensor.runtime.NativeGraph;

/** The state of a tensor that stands for a result inside a function being traced. */
public final class Symbol implements TensorState {
  private final Trace trace;
  private final TraceNode node;
  private final int index;

  Symbol(Trace trace, TraceNode node, int index) {
    this.trace = trace;
    this.node = node;
    this.index = index;
  }

  /** Returns the trace that it belongs to. */
  public Trace trace() {
    return trace;
  }

  /** Returns the op that computes it. */
  public TraceNode node() {
    return node;
  }

  /** Returns which of the op's outputs it is. */
  public int index() {
    return index;
  }

  /** Returns where the native graph has it. */
  public NativeGraph.Output output() {
    return node.output(index);
  }
}

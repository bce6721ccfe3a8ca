package rhyton.layers;

import java.util.List;
import rhyton.graph.CallContext;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;

/**
 * A cell in one call of its layer: what is the same in all time steps, such as dropout masks, has
 * been computed.
 */
interface CellRun {
  /**
   * Computes what does not depend on the state.
   *
   * @param x the input of a step, or of all steps with the time in front
   * @return what {@link #step} needs of it
   */
  List<Tensor> project(Tensor x);

  /** Computes a step from what was projected for it. */
  CellOutput step(List<Tensor> projected, List<Tensor> states);

  /** Which state after a step is its output; -1 if none is. */
  default int outputState() {
    return 0;
  }

  /**
   * Computes all steps in one kernel.
   *
   * @param x the inputs of all steps, with the time in front
   * @param states the states before the first step
   * @return the outputs of all steps and the last states, or null if there is no such kernel
   */
  default CellOutput all(Tensor x, List<Tensor> states) {
    return null;
  }

  /**
   * Begins a call.
   *
   * @param cell the cell
   * @param x the input of one step, of which only the shape matters
   * @param state the first state, of which only the shape matters
   * @param ctx the context of the call
   */
  static CellRun of(Layer cell, Tensor x, List<Tensor> state, CallContext ctx) {
    if (cell instanceof GatedCell<?> gated) {
      return gated.begin(x, state.get(0), ctx);
    }
    if (cell instanceof StackedRNNCells stack) {
      return stack.begin(x, state, ctx);
    }
    DType dtype = cell.computeDtype();
    return new OwnCell(cell, ctx.inner(List.of(), dtype.isFloating() ? dtype : null, null));
  }

  /** A cell of a user, which keeps to itself what depends on what. */
  record OwnCell(Layer cell, CallContext ctx) implements CellRun {
    @Override
    public List<Tensor> project(Tensor x) {
      return List.of(x.dtype().isFloating() ? x.cast(cell.computeDtype()) : x);
    }

    @Override
    public CellOutput step(List<Tensor> projected, List<Tensor> states) {
      return ctx.during(() -> ((RNNCell) cell).step(projected.get(0), states, ctx));
    }

    @Override
    public int outputState() {
      return -1;
    }
  }
}

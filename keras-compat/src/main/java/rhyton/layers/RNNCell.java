package rhyton.layers;

import java.util.List;
import rhyton.graph.CallContext;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * One time step of a recurrent layer. A cell of your own is a {@link Layer} (or an {@link
 * ArgLayer}, to be saved) that implements this; {@link RNN} goes through time with it.
 *
 * <pre>{@code
 * final class MinimalCell extends Layer implements RNNCell {
 *   private final int units;
 *   private Weight kernel;
 *   private Weight recurrentKernel;
 *
 *   MinimalCell(int units) {
 *     this.units = units;
 *   }
 *
 *   @Override
 *   public List<Shape> stateShapes() {
 *     return List.of(Shape.of(units));
 *   }
 *
 *   @Override
 *   protected void build(Shape input) {
 *     kernel = addWeight("kernel", Shape.of(input.get(-1), units), "uniform");
 *     recurrentKernel = addWeight("recurrent_kernel", Shape.of(units, units), "uniform");
 *   }
 *
 *   @Override
 *   public CellOutput step(Tensor x, List<Tensor> states, CallContext ctx) {
 *     Tensor remembered = states.get(0).matmul(ctx.read(recurrentKernel));
 *     Tensor y = x.matmul(ctx.read(kernel)).add(remembered);
 *     return CellOutput.of(y, y);
 *   }
 * }
 *
 * Tensor last = new RNN(new MinimalCell(32)).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/rnn/">RNN</a>
 */
public interface RNNCell {
  /**
   * The shapes of the states of one sample; a sequence begins with states of zeros.
   *
   * @return a shape without the batch for each state
   */
  List<Shape> stateShapes();

  /**
   * The shape of the output of one sample.
   *
   * @return a shape without the batch; by default that of the first state
   */
  default Shape outputShape() {
    return stateShapes().get(0);
  }

  /**
   * Computes one time step. It must not change variables.
   *
   * @param x the input of the step, {@code (batch, …)}
   * @param states the states before the step, {@code (batch, …)} each
   * @param ctx whether this is training, the weights' values
   * @return the output and the states after the step
   */
  CellOutput step(Tensor x, List<Tensor> states, CallContext ctx);
}

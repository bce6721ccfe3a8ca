package rhyton.layers;

import java.util.List;
import rhyton.activations.Activation;
import rhyton.layers.options.HasActivation;
import rhyton.layers.options.HasRecurrentActivation;
import rhyton.layers.options.HasUnits;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

/**
 * Gated recurrent units in one call of their layer.
 *
 * @param ofInput the products of the inputs for both gates, and for the candidate
 * @param bias what is added to them, or null
 * @param candidate computes g from its sum of the inputs, the gate r, and the state
 */
record GruRun(
    List<GateProduct> ofInput,
    Tensor bias,
    GateProduct ofState,
    Candidate candidate,
    Activation activation,
    Activation recurrentActivation,
    long units)
    implements CellRun {
  private static final Activation SIGMOID = Activation.of("sigmoid");

  /** The part of the state in the candidate. */
  @FunctionalInterface
  interface Candidate {
    /**
     * Computes it.
     *
     * @param reset the gate r
     * @param state the state
     * @param sums the products of the state with the kernels of all gates that were taken
     */
    Tensor remembered(Tensor reset, Tensor state, List<Tensor> sums);
  }

  /** The gate r is multiplied after the product: one product for all gates. */
  static GruRun resetAfter(
      GRUCell cell, List<GateProduct> ofInput, GateProduct ofState, Tensor bias) {
    long units = cell.arg(HasUnits.UNITS);
    if (bias == null) {
      return run(cell, ofInput, null, ofState, (r, h, sums) -> r.multiply(sums.get(1)));
    }
    // Only the bias of the candidate's state has to be added inside of the loop.
    List<Tensor> both = bias.unstack(0);
    List<Tensor> inner = both.get(1).split(new long[] {2 * units}, 0);
    Tensor outer =
        both.get(0).add(ShapeOps.concatenate(List.of(inner.get(0), inner.get(1).zerosLike()), 0));
    return run(
        cell, ofInput, outer, ofState, (r, h, sums) -> r.multiply(sums.get(1).add(inner.get(1))));
  }

  /** The gate r is multiplied before the product. */
  static GruRun resetBefore(
      GRUCell cell, List<GateProduct> ofInput, List<Tensor> masks, Tensor kernel, Tensor bias) {
    List<GateProduct> ofState = products(cell, masks, kernel);
    return run(
        cell, ofInput, bias, ofState.get(0), (r, h, sums) -> ofState.get(1).of(r.multiply(h)));
  }

  /** The products of both gates, and that of the candidate. */
  static List<GateProduct> products(GRUCell cell, List<Tensor> masks, Tensor kernel) {
    List<Tensor> kernels = kernel.split(new long[] {2L * cell.arg(HasUnits.UNITS)}, 1);
    boolean each = masks.size() == 3;
    return List.of(
        new GateProduct(each ? masks.subList(0, 2) : masks, kernels.get(0)),
        new GateProduct(each ? masks.subList(2, 3) : masks, kernels.get(1)));
  }

  private static GruRun run(
      GRUCell cell,
      List<GateProduct> ofInput,
      Tensor bias,
      GateProduct ofState,
      Candidate candidate) {
    return new GruRun(
        ofInput,
        bias,
        ofState,
        candidate,
        cell.arg(HasActivation.ACTIVATION),
        cell.arg(HasRecurrentActivation.RECURRENT_ACTIVATION),
        cell.arg(HasUnits.UNITS));
  }

  @Override
  public List<Tensor> project(Tensor x) {
    Tensor gates = ofInput.get(0).of(x);
    Tensor candidates = ofInput.get(1).of(x);
    if (bias == null) {
      return List.of(gates, candidates);
    }
    List<Tensor> biases = bias.split(new long[] {2 * units}, 0);
    return List.of(gates.add(biases.get(0)), candidates.add(biases.get(1)));
  }

  @Override
  public CellOutput step(List<Tensor> projected, List<Tensor> states) {
    Tensor h = states.get(0);
    long[] gates = {2 * units};
    Tensor product = ofState.of(h);
    boolean all = product.shape().get(-1) > 2 * units;
    List<Tensor> sums = all ? product.split(gates, -1) : List.of(product);
    List<Tensor> zr = activated(projected.get(0).add(sums.get(0)));
    Tensor z = zr.get(0);
    Tensor r = zr.get(1);
    Tensor g = activation.apply(projected.get(1).add(candidate.remembered(r, h, sums)));
    Tensor next = g.add(z.multiply(h.subtract(g)));
    return CellOutput.of(next, next);
  }

  /**
   * The gates z and r: in one go where each number is looked at by itself, as Keras's default is.
   */
  private List<Tensor> activated(Tensor sums) {
    if (recurrentActivation.equals(SIGMOID)) {
      return recurrentActivation.apply(sums).split(2, -1);
    }
    return sums.split(2, -1).stream().map(recurrentActivation::apply).toList();
  }
}

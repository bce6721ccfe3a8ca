package rhyton.tensor.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;

/**
 * Gradients of the kernels that run recurrent cells. That of the whole LSTM is a kernel, too; its
 * own gradient is taken of the same steps put together from ops.
 */
final class CellRules {
  /** The inputs of BlockLSTMV2 that have gradients: all but the first, the number of steps. */
  private static final int LSTM_INPUTS = 9;

  private CellRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    rules.put("BlockLSTMV2", CellRules::lstm);
    rules.put("BlockLSTMGradV2", CellRules::lstmGrad);
    rules.put("GRUBlockCell", CellRules::gru);
  }

  /** Cell states are output 1, results output 6. */
  private static void lstm(GradientContext c) {
    for (int gate : new int[] {0, 2, 3, 4, 5}) {
      if (c.hasGrad(gate)) {
        throw new UnsupportedOperationException(
            "BlockLSTMV2: only cell states and results have gradients, not output " + gate);
      }
    }
    Op op = Op.of("BlockLSTMGradV2");
    c.node().inputs().forEach(op::in);
    c.node().outputs().forEach(op::in);
    List<Tensor> gradients = op.in(c.grad(1)).in(c.grad(6)).attr("use_peephole", peephole(c)).all();
    for (int i = 1; i < LSTM_INPUTS; i++) {
      int input = i;
      c.give(i, () -> gradients.get(input - 1));
    }
  }

  private static boolean peephole(GradientContext c) {
    return c.attr("use_peephole", false);
  }

  /** What the kernel was given of the forward pass follows from the other inputs. */
  private static void lstmGrad(GradientContext c) {
    List<Tensor> inputs = Composed.copies(c.node().inputs().subList(1, LSTM_INPUTS));
    Tensor ofStates = Composed.copies(List.of(c.in(16))).get(0);
    Tensor ofResults = Composed.copies(List.of(c.in(17))).get(0);
    Tensor loss = lstmLoss(c, inputs, ofStates, ofResults);
    List<Gradient> first = Gradients.of(loss, inputs);
    Tensor sum = null;
    for (int i = 0; i < first.size(); i++) {
      if (c.hasGrad(i) && first.get(i) != null) {
        Tensor part = first.get(i).toDense().multiply(c.grad(i)).sum();
        sum = sum == null ? part : sum.add(part);
      }
    }
    if (sum == null) {
      return;
    }
    List<Tensor> all = new ArrayList<>(inputs);
    all.add(ofStates);
    all.add(ofResults);
    List<Gradient> second = Gradients.of(sum, all);
    for (int i = 0; i < all.size(); i++) {
      Gradient one = second.get(i);
      if (one != null) {
        c.giveRows(i < inputs.size() ? i + 1 : i + 8, () -> one);
      }
    }
  }

  /** States and results of all steps times their gradients, summed. */
  private static Tensor lstmLoss(
      GradientContext c, List<Tensor> inputs, Tensor ofStates, Tensor ofResults) {
    Tensor x = inputs.get(0);
    long steps = x.shape().get(0);
    if (steps < 0) {
      throw new UnsupportedOperationException(
          "BlockLSTMGradV2: a gradient of second order needs a known number of steps");
    }
    List<Tensor> xs = x.unstack(0);
    List<Tensor> factors = ofStates.unstack(0);
    List<Tensor> others = ofResults.unstack(0);
    Tensor state = inputs.get(1);
    Tensor result = inputs.get(2);
    Tensor sum = null;
    for (int t = 0; t < steps; t++) {
      List<Tensor> next = lstmStep(inputs, peephole(c), xs.get(t), state, result);
      state = next.get(0);
      result = next.get(1);
      Tensor both = state.multiply(factors.get(t)).add(result.multiply(others.get(t))).sum();
      Tensor counts = c.in(0).greater(t).where(both, both.zerosLike());
      sum = sum == null ? counts : sum.add(counts);
    }
    return sum;
  }

  /** The gates stand in the order input, forget, cell, output. */
  private static List<Tensor> lstmStep(
      List<Tensor> inputs, boolean peephole, Tensor x, Tensor state, Tensor result) {
    Tensor all = ShapeOps.concatenate(List.of(x, result), 1);
    List<Tensor> gates = all.matmul(inputs.get(3)).add(inputs.get(7)).split(4, 1);
    Tensor in = gates.get(0);
    Tensor forget = gates.get(1);
    if (peephole) {
      in = in.add(state.multiply(inputs.get(4)));
      forget = forget.add(state.multiply(inputs.get(5)));
    }
    Tensor kept = state.multiply(forget.sigmoid());
    Tensor next = gates.get(2).tanh().multiply(in.sigmoid()).add(kept);
    Tensor out = gates.get(3);
    if (peephole) {
      out = out.add(next.multiply(inputs.get(6)));
    }
    return List.of(next, next.tanh().multiply(out.sigmoid()));
  }

  /** For [r u] = σ([x h] wru + bru), c = tanh([x r·h] wc + bc), y = (1 - u)·c + u·h. */
  private static void gru(GradientContext c) {
    Tensor x = c.in(0);
    Tensor h = c.in(1);
    Tensor r = c.out(0);
    Tensor u = c.out(1);
    Tensor candidate = c.out(2);
    Tensor g = c.grad(3);
    Tensor dc = g.multiply(u.negative().add(1)).add(c.grad(2));
    Tensor dcBar = dc.multiply(candidate.square().negative().add(1));
    Tensor du = g.multiply(h.subtract(candidate)).add(c.grad(1));
    long width = x.shape().get(1);
    List<Tensor> ofCandidate = parts(dcBar, c.in(3), width);
    Tensor dr = ofCandidate.get(1).multiply(h).add(c.grad(0));
    Tensor gates = ShapeOps.concatenate(List.of(slope(r, dr), slope(u, du)), 1);
    List<Tensor> ofGates = parts(gates, c.in(2), width);
    c.give(0, () -> ofCandidate.get(0).add(ofGates.get(0)));
    c.give(1, () -> g.multiply(u).add(ofCandidate.get(1).multiply(r)).add(ofGates.get(1)));
    c.give(2, () -> ofWeights(x, h, gates));
    c.give(3, () -> ofWeights(x, r.multiply(h), dcBar));
    c.give(4, () -> gates.sum(0));
    c.give(5, () -> dcBar.sum(0));
  }

  private static Tensor slope(Tensor sigmoid, Tensor gradient) {
    return gradient.multiply(sigmoid).multiply(sigmoid.negative().add(1));
  }

  /** A gradient through weights, of the input's part and of the state's. */
  private static List<Tensor> parts(Tensor gradient, Tensor weights, long width) {
    Tensor both = gradient.matmul(weights.transpose(1, 0));
    return both.split(new long[] {width}, 1);
  }

  private static Tensor ofWeights(Tensor x, Tensor h, Tensor gradient) {
    return ShapeOps.concatenate(List.of(x, h), 1).transpose(1, 0).matmul(gradient);
  }
}

package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.control.Loops;

/**
 * Goes through time with a cell, as Keras does. At a masked step the states stay, and the output is
 * that of the step before, at first zeros; or zeros wherever it is masked.
 *
 * @param run the cell
 * @param outputShape the shape of the output of one sample in a step
 * @param sequences whether the outputs of all steps are wanted
 * @param backwards whether the last step comes first; outputs stand in the order in which they were
 *     computed
 * @param unroll whether to write the steps out
 * @param zeroOutput whether outputs of masked steps are zeros
 * @param kernels whether one kernel may compute all steps
 */
record TimeLoop(
    CellRun run,
    Shape outputShape,
    boolean sequences,
    boolean backwards,
    boolean unroll,
    boolean zeroOutput,
    boolean kernels) {
  /**
   * Goes through sequences.
   *
   * @param x the inputs, {@code (batch, steps, …)}
   * @param initial the states before the first step
   * @param zeroStart whether these are zeros
   * @param mask which steps count, {@code (batch, steps)}, or null
   * @return the outputs of all steps or that of the last one, and the last states
   */
  CellOutput through(Tensor x, List<Tensor> initial, boolean zeroStart, Tensor mask) {
    Tensor inputs = ordered(timeFirst(x));
    if (mask == null && kernels && !unroll) {
      CellOutput made = run.all(inputs, initial);
      if (made != null) {
        Tensor last = made.states().get(run.outputState());
        return new CellOutput(sequences ? timeFirst(made.output()) : last, made.states());
      }
    }
    List<Tensor> projected = run.project(inputs);
    if (mask == null) {
      return unmasked(projected, initial);
    }
    Tensor steps = timeFirst(mask.cast(DType.BOOL));
    return masked(projected, initial, zeroStart, ordered(steps), steps);
  }

  private Tensor ordered(Tensor x) {
    return backwards ? x.flip(0) : x;
  }

  /** Batch and time change places. */
  static Tensor timeFirst(Tensor x) {
    int[] axes = new int[x.rank()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = i < 2 ? 1 - i : i;
    }
    return x.transpose(axes);
  }

  private CellOutput unmasked(List<Tensor> projected, List<Tensor> initial) {
    int output = run.outputState();
    boolean carries = !sequences && output < 0;
    List<Tensor> state = new ArrayList<>(initial);
    if (carries) {
      state.add(BatchZeros.like(initial.get(0), outputShape, initial.get(0).dtype()));
    }
    Loops.Result end =
        steps(
            (before, elements) -> {
              CellOutput made = run.step(elements, before.subList(0, initial.size()));
              List<Tensor> next = new ArrayList<>(made.states());
              if (carries) {
                next.add(made.output());
              }
              return new Loops.Result(next, sequences ? List.of(made.output()) : List.of());
            },
            state,
            projected);
    return result(end, initial.size(), carries ? initial.size() : output);
  }

  /**
   * Keras zeroes the outputs of an unrolled loop by the mask in the order of the input, even if the
   * outputs are in the other one.
   */
  private CellOutput masked(
      List<Tensor> projected,
      List<Tensor> initial,
      boolean zeroStart,
      Tensor mask,
      Tensor unordered) {
    boolean zeroesAfter = zeroOutput && unroll;
    boolean isState = run.outputState() >= 0 && zeroStart && !zeroOutput;
    List<Tensor> state = new ArrayList<>(initial);
    if (!isState) {
      state.add(BatchZeros.like(initial.get(0), outputShape, initial.get(0).dtype()));
    }
    List<Tensor> withMask = new ArrayList<>(List.of(mask));
    withMask.addAll(projected);
    Loops.Result end =
        steps(
            (before, elements) -> {
              Tensor counts = elements.get(0);
              CellOutput made =
                  run.step(elements.subList(1, elements.size()), before.subList(0, initial.size()));
              List<Tensor> next = new ArrayList<>();
              for (int i = 0; i < initial.size(); i++) {
                next.add(chosen(counts, made.states().get(i), before.get(i)));
              }
              if (isState) {
                Tensor output = next.get(run.outputState());
                return new Loops.Result(next, sequences ? List.of(output) : List.of());
              }
              Tensor old = before.get(initial.size());
              boolean zeroes = zeroOutput && !zeroesAfter;
              Tensor output = chosen(counts, made.output(), zeroes ? old.zerosLike() : old);
              next.add(output);
              return new Loops.Result(next, sequences ? List.of(output) : List.of());
            },
            state,
            withMask);
    CellOutput made = result(end, initial.size(), isState ? run.outputState() : initial.size());
    if (!zeroesAfter) {
      return made;
    }
    Tensor counts = sequences ? timeFirst(unordered) : mask.getItem(-1);
    Tensor output = made.output();
    return new CellOutput(chosen(counts, output, output.zerosLike()), made.states());
  }

  /** One tensor where a mask is true, another one elsewhere. */
  private static Tensor chosen(Tensor mask, Tensor yes, Tensor no) {
    Tensor wide = mask;
    while (wide.rank() < yes.rank()) {
      wide = wide.expandDims(-1);
    }
    return wide.where(yes, no);
  }

  /** The result of a loop, whose last output is one of its states. */
  private CellOutput result(Loops.Result end, int states, int last) {
    Tensor output = sequences ? timeFirst(end.outputs().get(0)) : end.state().get(last);
    return new CellOutput(output, List.copyOf(end.state().subList(0, states)));
  }

  private Loops.Result steps(Loops.Round round, List<Tensor> initial, List<Tensor> sequences) {
    if (!unroll) {
      return Loops.scan(round, initial, sequences);
    }
    List<List<Tensor>> elements = sequences.stream().map(one -> one.unstack(0)).toList();
    List<Tensor> state = initial;
    List<Tensor> outputs = new ArrayList<>();
    for (int i = 0; i < elements.get(0).size(); i++) {
      int at = i;
      Loops.Result made = round.apply(state, elements.stream().map(one -> one.get(at)).toList());
      state = made.state();
      outputs.addAll(made.outputs());
    }
    return new Loops.Result(
        state, outputs.isEmpty() ? List.of() : List.of(ShapeOps.stack(outputs, 0)));
  }
}

package rhyton.tensor.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.control.Loops.Result;
import rhyton.tensor.control.Loops.Round;

/** Loops over values. */
final class EagerLoops {
  private EagerLoops() {}

  static Result scan(
      Round round, List<Tensor> initial, List<Tensor> sequences, int rounds, boolean reverse) {
    try (TensorScope scope = TensorScope.open()) {
      List<List<Tensor>> collected = new ArrayList<>(Collections.nCopies(rounds, List.of()));
      Set<Tensor> held = new HashSet<>(initial);
      List<Tensor> state = initial;
      for (int i = 0; i < rounds; i++) {
        int at = reverse ? rounds - 1 - i : i;
        List<Tensor> before = state;
        Result result =
            inScope(() -> round.apply(before, sequences.stream().map(s -> s.getItem(at)).toList()));
        collected.set(at, result.outputs());
        held.addAll(result.outputs());
        state = Loops.checked("scan", before, result.state());
        free(before, held, state);
      }
      List<Tensor> outputs = new ArrayList<>();
      for (int k = 0; rounds > 0 && k < collected.get(0).size(); k++) {
        int index = k;
        outputs.add(
            Op.of("Pack").in(collected.stream().map(one -> one.get(index)).toList()).one().keep());
      }
      state.forEach(Tensor::keep);
      return new Result(state, outputs);
    }
  }

  static List<Tensor> whileLoop(
      Function<List<Tensor>, Tensor> condition,
      UnaryOperator<List<Tensor>> body,
      List<Tensor> initial,
      Integer maximum) {
    try (TensorScope scope = TensorScope.open()) {
      Set<Tensor> held = new HashSet<>(initial);
      List<Tensor> state = initial;
      for (int i = 0; (maximum == null || i < maximum) && holds(condition, state); i++) {
        List<Tensor> before = state;
        state =
            Loops.checked(
                "whileLoop",
                before,
                inScope(() -> new Result(body.apply(before), List.of())).state());
        free(before, held, state);
      }
      state.forEach(Tensor::keep);
      return state;
    }
  }

  private static boolean holds(Function<List<Tensor>, Tensor> condition, List<Tensor> state) {
    try (TensorScope scope = TensorScope.open()) {
      return condition.apply(state).booleans()[0];
    }
  }

  private static Result inScope(java.util.function.Supplier<Result> round) {
    try (TensorScope scope = TensorScope.open()) {
      Result result = round.get();
      result.state().forEach(Tensor::keep);
      result.outputs().forEach(Tensor::keep);
      return result;
    }
  }

  /** Frees the state of the round before, unless somebody has it still. */
  private static void free(List<Tensor> before, Set<Tensor> held, List<Tensor> state) {
    before.stream()
        .filter(old -> !held.contains(old) && !state.contains(old))
        .forEach(Tensor::close);
  }
}

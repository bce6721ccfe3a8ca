package rhyton.tensor.control;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;

/**
 * Loops over tensors. In a traced function they become native loops, whose length may depend on
 * values, with gradients; on values they run as they are.
 *
 * <pre>{@code
 * Loops.Result sums =
 *     Loops.scan(
 *         (state, element) -> {
 *           Tensor sum = state.get(0).add(element.get(0));
 *           return new Loops.Result(List.of(sum), List.of(sum));
 *         },
 *         List.of(Tensor.of(0f)),
 *         List.of(Tensor.of(new float[] {1, 2, 3})));
 * sums.state().get(0).item();       // 6
 * sums.outputs().get(0).floats();   // {1, 3, 6}
 * }</pre>
 *
 * @see <a href="https://keras.io/api/ops/core/">keras.ops: core</a>
 */
public final class Loops {
  private Loops() {}

  /**
   * The state, and what is collected: of one round by itself, of a whole loop stacked along the
   * first axis.
   *
   * @param state the state after the round or the loop
   * @param outputs what is collected
   */
  public record Result(List<Tensor> state, List<Tensor> outputs) {}

  /** One round of a loop. */
  @FunctionalInterface
  public interface Round {
    /**
     * Computes a round.
     *
     * @param state the state before the round
     * @param elements one element of each sequence
     * @return the state after the round, of the same types and shapes, and what is collected
     */
    Result apply(List<Tensor> state, List<Tensor> elements);
  }

  /**
   * Goes through sequences from the first element to the last, carrying a state along.
   *
   * @param round what is done with each element
   * @param initial the state before the first round
   * @param sequences tensors whose first axis is gone along, all of the same length
   * @return the last state, and what was collected, stacked
   */
  public static Result scan(Round round, List<Tensor> initial, List<Tensor> sequences) {
    return scan(round, initial, sequences, null, false);
  }

  /**
   * Goes through sequences, carrying a state along.
   *
   * @param round what is done with each element
   * @param initial the state before the first round
   * @param sequences tensors whose first axis is gone along, all of the same length; may be empty
   * @param length the number of rounds; null for the length of the sequences
   * @param reverse whether to begin with the last element; what is collected stands where the
   *     element stood
   * @return the last state, and what was collected, stacked
   * @throws IllegalArgumentException if neither sequences nor a length are given, or the state
   *     changes its type or shape
   */
  public static Result scan(
      Round round, List<Tensor> initial, List<Tensor> sequences, Integer length, boolean reverse) {
    if (sequences.isEmpty() && length == null) {
      throw new IllegalArgumentException("scan: expected sequences or `length`. Received: neither");
    }
    Known.requireNoPlaces("scan", initial);
    Known.requireNoPlaces("scan", sequences);
    Tensor rounds = length != null ? Tensor.of(length) : lengthOf(sequences);
    return Trace.current() == null
        ? EagerLoops.scan(round, initial, sequences, (int) rounds.longs()[0], reverse)
        : TracedLoops.scan(
            (index, state, elements) -> round.apply(state, elements),
            initial,
            sequences,
            rounds,
            reverse);
  }

  private static Tensor lengthOf(List<Tensor> sequences) {
    Tensor known = null;
    for (Tensor sequence : sequences) {
      if (sequence.rank() == 0) {
        throw new IllegalArgumentException(
            "scan: sequences must have at least one axis. Received: " + sequence);
      }
      long length = sequence.shape().get(0);
      if (length >= 0) {
        if (known != null && known.longs()[0] != length) {
          throw new IllegalArgumentException(
              "scan: sequences must have the same length. Received: "
                  + sequences.stream().map(Tensor::shape).toList());
        }
        known = Tensor.of((int) length);
      }
    }
    Op shape = Op.of("Shape").in(sequences.get(0)).attr("out_type", DType.INT32);
    return known == null ? shape.one().getItem(0) : known;
  }

  /**
   * Repeats while a condition holds.
   *
   * @param condition tells from the state whether there is another round: a truth value of shape ()
   * @param body computes the state after a round
   * @param initial the first state
   * @param maximumIterations the largest number of rounds, or null
   * @return the last state
   * @throws IllegalArgumentException if the state changes its type or shape
   */
  public static List<Tensor> whileLoop(
      Function<List<Tensor>, Tensor> condition,
      UnaryOperator<List<Tensor>> body,
      List<Tensor> initial,
      Integer maximumIterations) {
    Known.requireNoPlaces("whileLoop", initial);
    return Trace.current() == null
        ? EagerLoops.whileLoop(condition, body, initial, maximumIterations)
        : TracedLoops.whileLoop(condition, body, initial, maximumIterations);
  }

  /** What a round of {@link #foriLoop} computes from its number and the state. */
  @FunctionalInterface
  public interface NumberedRound {
    /**
     * Computes a round.
     *
     * @param number the number of the round, int32 of shape ()
     * @param state the state before the round
     * @return the state after the round
     */
    List<Tensor> apply(Tensor number, List<Tensor> state);
  }

  /**
   * Counts from one number up to another.
   *
   * @param lower the first number
   * @param upper the number behind the last
   * @param body what is done with each number
   * @param initial the first state
   * @return the last state
   */
  public static List<Tensor> foriLoop(
      int lower, int upper, NumberedRound body, List<Tensor> initial) {
    Known.requireNoPlaces("foriLoop", initial);
    int rounds = Math.max(0, upper - lower);
    if (Trace.current() == null) {
      List<Tensor> numbers = List.of(numbers(lower, lower + rounds));
      return EagerLoops.scan(
              (state, n) -> new Result(body.apply(n.get(0), state), List.of()),
              initial,
              numbers,
              rounds,
              false)
          .state();
    }
    return TracedLoops.scan(
            (index, state, none) -> new Result(body.apply(index.add(lower), state), List.of()),
            initial,
            List.of(),
            Tensor.of(rounds),
            false)
        .state();
  }

  private static Tensor numbers(int from, int to) {
    return Op.of("Range").in(Tensor.of(from)).in(Tensor.of(to)).in(Tensor.of(1)).one();
  }

  /**
   * Applies a function to each element along the first axis.
   *
   * @param function what is applied
   * @param sequences tensors of the same length
   * @return the results, stacked
   */
  public static List<Tensor> map(UnaryOperator<List<Tensor>> function, List<Tensor> sequences) {
    return scan((none, x) -> new Result(none, function.apply(x)), List.of(), sequences).outputs();
  }

  /**
   * Combines elements with those before them: result i is {@code x0 ∘ x1 ∘ … ∘ xi}, computed in a
   * tree of logarithmic depth, so ∘ must be associative.
   *
   * @param function ∘, applied to whole ranges of elements at once
   * @param elements tensors of the same length along the axis, which must be known
   * @param reverse whether to combine from the end
   * @param axis the axis
   * @return the combined elements
   */
  public static List<Tensor> associativeScan(
      BinaryOperator<List<Tensor>> function, List<Tensor> elements, boolean reverse, int axis) {
    return AssociativeScan.run(function, elements, reverse, axis);
  }

  /** The state after a round, which must be like the one before. */
  static List<Tensor> checked(String loop, List<Tensor> before, List<Tensor> after) {
    if (before.size() != after.size()) {
      throw new IllegalArgumentException(
          loop
              + ": a round must return as much state as it gets. Expected: "
              + before.size()
              + " tensors. Received: "
              + after.size());
    }
    for (int i = 0; i < before.size(); i++) {
      Tensor old = before.get(i);
      Tensor now = after.get(i);
      if (old.dtype() != now.dtype() || !old.shape().isCompatibleWith(now.shape())) {
        throw new IllegalArgumentException(
            loop
                + ": the state must keep its shape and dtype in every round. State "
                + i
                + " was "
                + text(old.shape(), old.dtype())
                + ". Received: "
                + text(now.shape(), now.dtype()));
      }
    }
    return after;
  }

  private static String text(Shape shape, DType dtype) {
    return dtype + " of shape " + shape;
  }

  static final Set<Object> NONE = Set.of();
}

package rhyton.tensor.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every op that this module can call has a gradient, or is said to have none. */
final class ReachableOpsTest {
  /** Ops without a gradient. */
  private static final Set<String> WITHOUT =
      Set.of(
          "CTCBeamSearchDecoder", // gives classes, and how probable they are
          "CTCGreedyDecoder",
          "IgammaGradA", // a gradient itself, of no first order anywhere else
          "Lu", // nor in TensorFlow
          "SparseToDense", // here of whole numbers only
          "Unique");

  /** Calls of functions: each node brings the rule that goes with its functions. */
  private static final Set<String> CALLS =
      Set.of(
          "Case",
          "PartitionedCall",
          "StatefulPartitionedCall",
          "StatelessCase",
          "StatelessWhile",
          "While");

  /** Names of other things, mostly of classes of Keras, that happen to be names of ops, too. */
  private static final Set<String> NAMES =
      Set.of("Conv", "Diag", "Einsum", "InvGrad", "ReciprocalGrad", "ScatterUpdate", "TopK");

  @Test
  void haveGradientsOrAreSaidToHaveNone() {
    Set<String> open = new TreeSet<>(ReachableOps.continuous());
    assertTrue(open.containsAll(Set.of("MatMul", "UnsortedSegmentProd", "MaxPoolGradGrad")));
    open.removeAll(Rules.types());
    open.removeAll(Rules.stopping());
    open.removeAll(said());
    assertEquals(Set.of(), open, "ops with neither a gradient nor a word on why not");
  }

  @Test
  void whatIsSaidToHaveNoneIsReachedAndHasNone() {
    Set<String> wrong = said();
    wrong.removeAll(ReachableOps.continuous());
    said().stream().filter(Rules.types()::contains).forEach(wrong::add);
    said().stream().filter(Rules.stopping()::contains).forEach(wrong::add);
    assertEquals(Set.of(), wrong);
  }

  private static Set<String> said() {
    Set<String> said = new TreeSet<>(WITHOUT);
    said.addAll(CALLS);
    said.addAll(NAMES);
    return said;
  }
}

package rhyton.optimizers;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import rhyton.graph.Weight;
import rhyton.tensor.Tensor;

/** Lets weights shrink before each step, except for those that are exempt. */
final class WeightDecay {
  private final Set<Weight> exempt = Collections.newSetFromMap(new IdentityHashMap<>());
  private Pattern exemptPaths;

  /** Exempts these weights and those in whose path one of the expressions is found. */
  void exclude(Collection<Weight> weights, String... paths) {
    exempt.clear();
    exempt.addAll(weights);
    exemptPaths = paths.length == 0 ? null : Pattern.compile(String.join("|", paths));
  }

  /** Takes {@code decay * learning_rate} of the weight away from it. */
  void apply(Step step, double decay, Weight weight) {
    boolean named = exemptPaths != null && exemptPaths.matcher(weight.path()).find();
    if (!named && !exempt.contains(weight)) {
      Tensor part = step.learningRate(weight).multiply(Step.rounded(decay));
      weight.variable().assignSub(weight.read().multiply(part));
    }
  }
}

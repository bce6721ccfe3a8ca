package rhyton.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import rhyton.config.KerasConfig;
import rhyton.graph.Weight;
import rhyton.losses.Loss;
import rhyton.losses.Losses;
import rhyton.metrics.Mean;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;

/**
 * The losses of all outputs as one: what {@code compile} was given as {@code loss} and {@code
 * loss_weights}.
 *
 * <p>One loss for all outputs, a list with an entry for each (null for an output without a loss),
 * or a map by output name. Which losses the words stand for is found when the first batch, or the
 * first trace of it, shows the shapes. With more than one loss each is tracked under {@code
 * NAME_loss}, as a plain mean over batches, without its loss weight.
 */
public final class CompiledLoss implements AutoCloseable {
  /** The loss of one output; the tracker is null if there is only one loss. */
  private record Part(int output, Loss loss, Number weight, Mean tracker) {}

  private final Object loss;
  private final Object lossWeights;
  private final Supplier<List<String>> outputNames;
  private List<Part> parts = List.of();
  private boolean built;

  /**
   * The losses of a model.
   *
   * @param loss names, {@link Loss}es or functions: one, a list, a map by output name, or null
   * @param lossWeights numbers: one, a list, a map by output name, or null
   * @param outputNames the names of the outputs, asked for when they are needed
   */
  public CompiledLoss(Object loss, Object lossWeights, Supplier<List<String>> outputNames) {
    this.loss = loss;
    this.lossWeights = lossWeights;
    this.outputNames = outputNames;
  }

  /**
   * The loss of a batch. The trackers take part.
   *
   * @param yTrue the targets: one for each output, or one for each output that has a loss
   * @param yPred the predictions, one for each output
   * @param sampleWeight sample weights: null, one for all outputs, or one or null for each
   * @param extraLosses what is added, such as penalties on weights and outputs; each of shape ()
   * @return the sum of the weighted losses and the extra ones: a tensor of shape (), unless a loss
   *     does not reduce
   * @throws IllegalArgumentException if the arguments of {@code compile} do not fit the outputs
   * @throws IllegalStateException if there is no loss at all
   */
  public Tensor call(
      List<Tensor> yTrue, List<Tensor> yPred, List<Tensor> sampleWeight, List<Tensor> extraLosses) {
    List<Tensor> targets = targets(yTrue);
    if (!built) {
      parts = build(targets, yPred);
      built = true;
    }
    Tensor total = null;
    for (Part part : parts) {
      Tensor weight = PerOutput.weight(sampleWeight, part.output(), yPred.size());
      Tensor target = targets.get(part.output());
      Tensor value = part.loss().apply(target, yPred.get(part.output()), weight);
      value = value.cast(DType.of(KerasConfig.floatx()));
      if (part.tracker() != null) {
        part.tracker().updateState(value);
      }
      Tensor weighted = part.weight() == null ? value : value.multiply(part.weight());
      total = total == null ? weighted : total.add(weighted);
    }
    return withExtra(total, extraLosses);
  }

  private static Tensor withExtra(Tensor compiled, List<Tensor> extraLosses) {
    Tensor total = compiled;
    for (Tensor extra : extraLosses) {
      if (total != null && total.rank() > 0) {
        throw new IllegalArgumentException(
            "A loss that does not reduce its samples cannot be added to other losses. Received:"
                + (" loss of shape " + total.shape()));
      }
      total = total == null ? extra : total.add(extra);
    }
    if (total == null) {
      throw new IllegalStateException(
          "No loss to compute. Provide a `loss` argument in `compile()`.");
    }
    return total;
  }

  /**
   * The targets, sorted by output.
   *
   * @param yTrue one target for each output, or one for each output that has a loss
   * @return one for each output, null where there is neither loss nor target
   * @throws IllegalArgumentException if it is another number of targets
   */
  public List<Tensor> targets(List<Tensor> yTrue) {
    List<Object> losses = losses();
    if (yTrue.size() == losses.size()) {
      return yTrue;
    }
    long needed = losses.stream().filter(Objects::nonNull).count();
    if (yTrue.size() != needed) {
      throw new IllegalArgumentException(
          ("Expected a target for each of the outputs " + outputNames.get())
              + (needed == losses.size() ? "" : ", or for each of the " + needed + " with a loss")
              + (". Received: " + yTrue.size()));
    }
    List<Tensor> sorted = new ArrayList<>();
    int next = 0;
    for (Object one : losses) {
      sorted.add(one == null ? null : yTrue.get(next++));
    }
    return sorted;
  }

  /** The losses as they were given, sorted by output. */
  private List<Object> losses() {
    List<String> names = outputNames.get();
    List<Object> sorted;
    if (loss instanceof Map<?, ?> map) {
      if (!map.keySet().equals(new HashSet<>(names))) {
        throw new IllegalArgumentException(
            ("Expected keys " + names + " in loss dict, but found loss.keys()=" + map.keySet()));
      }
      sorted = PerOutput.byName(map, names);
    } else if (loss instanceof List<?> list) {
      if (list.size() != names.size()) {
        throw new IllegalArgumentException(
            "`loss` must have an entry for each of the outputs " + names + ". Received: " + list);
      }
      sorted = new ArrayList<>(list);
    } else {
      sorted = Collections.nCopies(names.size(), loss);
    }
    if (sorted.stream().anyMatch(one -> one instanceof List || one instanceof Map)) {
      throw new UnsupportedOperationException(
          "compile: argument `loss` with several losses for one output is not supported."
              + (" Received: loss=" + loss));
    }
    return sorted;
  }

  /** The loss weights, sorted by output. */
  private List<Object> weights() {
    List<String> names = outputNames.get();
    if (lossWeights == null) {
      return Collections.nCopies(names.size(), null);
    }
    boolean each = loss instanceof Map || loss instanceof List;
    if (each && lossWeights instanceof Map<?, ?> map) {
      Set<String> expected = new HashSet<>(names);
      if (!map.keySet().equals(expected)) {
        throw new IllegalArgumentException(
            ("Expected keys " + names + " in `loss_weights`. Received: " + lossWeights));
      }
      return PerOutput.byName(map, names);
    }
    List<Object> flat = PerOutput.flatten(lossWeights);
    int count = each ? names.size() : 1;
    if (flat.size() != count) {
      throw new IllegalArgumentException(
          ("`loss_weights` must match the number of losses, got " + count + " losses and ")
              + (flat.size() + " weights."));
    }
    return each ? flat : Collections.nCopies(names.size(), flat.get(0));
  }

  private List<Part> build(List<Tensor> yTrue, List<Tensor> yPred) {
    List<String> names = outputNames.get();
    List<Object> losses = losses();
    List<Object> weights = weights();
    boolean several = losses.stream().filter(Objects::nonNull).count() > 1;
    List<Part> all = new ArrayList<>();
    for (int i = 0; i < losses.size(); i++) {
      if (losses.get(i) != null) {
        Tensor target = PerOutput.target(yTrue, i, names, "a loss");
        Loss found = Losses.get(losses.get(i), target.shape(), yPred.get(i).shape());
        Mean tracker = several ? new Mean().name(names.get(i) + "_loss") : null;
        all.add(new Part(i, found, number(weights.get(i)), tracker));
      }
    }
    return all;
  }

  private Number number(Object weight) {
    if (weight == null || weight instanceof Number) {
      return (Number) weight;
    }
    throw new IllegalArgumentException(
        "Expected `loss_weights` to be a number, or a list or a map of numbers. Received:"
            + (" loss_weights=" + lossWeights));
  }

  /**
   * What the trackers have found since the last reset.
   *
   * @return by name, in the order of the outputs; of outputs with the same name the last
   */
  public Map<String, Tensor> results() {
    Map<String, Tensor> results = new LinkedHashMap<>();
    for (Mean tracker : trackers()) {
      results.put(tracker.name(), tracker.result());
    }
    return results;
  }

  private List<Mean> trackers() {
    return parts.stream().map(Part::tracker).filter(Objects::nonNull).toList();
  }

  /** Returns the names of the trackers, in the order of the outputs. */
  public List<String> names() {
    return trackers().stream().map(Mean::name).toList();
  }

  /** Sets the trackers back. */
  public void resetState() {
    trackers().forEach(Mean::resetState);
  }

  /** Returns the variables of the trackers. */
  public List<Weight> variables() {
    return trackers().stream().flatMap(tracker -> tracker.variables().stream()).toList();
  }

  /** Frees the trackers. Closing twice is harmless. */
  @Override
  public void close() {
    trackers().forEach(Mean::close);
  }
}

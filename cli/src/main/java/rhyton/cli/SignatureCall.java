package rhyton.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhyton.savedmodel.SavedModel;
import rhyton.savedmodel.Signature;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;

/** A signature of a SavedModel, called in batches where it allows that. */
final class SignatureCall {
  private final SavedModel model;
  private final Signature signature;

  /**
   * A call.
   *
   * @param name the signature; null for {@code serving_default}, or the only one
   */
  SignatureCall(SavedModel model, String name) {
    this.model = model;
    this.signature = choose(model, name);
  }

  private static Signature choose(SavedModel model, String name) {
    Map<String, Signature> all = model.signatures();
    if (name == null && !all.containsKey(SavedModel.SERVING_DEFAULT)) {
      if (all.size() != 1) {
        throw new IllegalArgumentException(
            model.folder()
                + " has no signature serving_default: choose one with --signature. Available: "
                + all.keySet());
      }
      return all.values().iterator().next();
    }
    return model.signature(name == null ? SavedModel.SERVING_DEFAULT : name);
  }

  Signature signature() {
    return signature;
  }

  /**
   * Computes the results, by sorted names.
   *
   * @param inputs the arguments by sorted names
   * @param batchSize how many samples are computed at once
   */
  List<Tensor> run(List<Tensor> inputs, int batchSize) {
    int samples = samples(inputs);
    if (samples <= batchSize) {
      return call(inputs);
    }
    List<List<Tensor>> parts = new ArrayList<>();
    for (int from = 0; from < samples; from += batchSize) {
      Slice rows = Slice.of(from, Math.min(samples, from + batchSize));
      parts.add(call(inputs.stream().map(input -> input.getItem(rows)).toList()));
    }
    List<Tensor> joined = new ArrayList<>();
    for (int i = 0; i < parts.get(0).size(); i++) {
      int index = i;
      joined.add(ShapeOps.concatenate(parts.stream().map(part -> part.get(index)).toList(), 0));
    }
    return joined;
  }

  /** How many samples there are; 0 where the signature is not one that takes any number of them. */
  private int samples(List<Tensor> inputs) {
    boolean batches = vary(signature.inputs().values()) && vary(signature.outputs().values());
    boolean same = inputs.stream().allMatch(x -> x.rank() > 0);
    int samples = batches && same ? (int) inputs.get(0).shape().get(0) : 0;
    return inputs.stream().allMatch(x -> samples == 0 || x.shape().get(0) == samples) ? samples : 0;
  }

  private static boolean vary(Collection<TensorSpec> specs) {
    return !specs.isEmpty()
        && specs.stream()
            .map(TensorSpec::shape)
            .allMatch(shape -> shape.hasRank() && shape.rank() > 0 && shape.get(0) < 0);
  }

  private List<Tensor> call(List<Tensor> inputs) {
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (String name : signature.inputs().keySet()) {
      named.put(name, inputs.get(named.size()));
    }
    return List.copyOf(model.call(signature.name(), named).values());
  }
}

package rhyton.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import rhyton.config.KerasConfig;
import rhyton.data.ArrayData;
import rhyton.graph.Structure;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;
import rhyton.utils.Fields;

/** What users pass as data, as tensors in the order of a model's inputs and outputs. */
final class ModelData {
  private final Model model;

  ModelData(Model model) {
    this.model = model;
  }

  /** Inputs, targets and weights of samples. */
  ArrayData of(Object x, Object y, Object sampleWeight) {
    List<Tensor> inputs = inputs(x);
    buildFor(inputs);
    return new ArrayData(inputs, targets(y), weights(sampleWeight));
  }

  /** The inputs in order; a model without weights gets them now. */
  List<Tensor> inputs(Object x) {
    model.subclassData().inputKeys(sortedKeys(x));
    Object known = x instanceof Map<?, ?> map ? byInput(map) : x;
    List<Tensor> inputs = tensors(known);
    buildFor(inputs);
    model.checkInputs(inputs);
    return inputs;
  }

  private void buildFor(List<Tensor> inputs) {
    if (model.isSubclassed()) {
      buildSubclass(inputs);
      return;
    }
    model.buildFor(inputs.stream().map(Tensor::shape).toList());
  }

  /** A model that only trains networks of its own has no `call` and cannot be built. */
  private void buildSubclass(List<Tensor> inputs) {
    model.checkInputs(inputs);
    boolean calls =
        Fields.overrides(model.getClass(), "call") || Fields.overrides(model.getClass(), "compute");
    if (!calls || model.isBuilt()) {
      return;
    }
    try {
      model.buildFor(model.inputSpecs().stream().map(TensorSpec::shape).toList());
    } catch (IllegalArgumentException e) {
      if (!Fields.overrides(model.getClass(), "trainStep")) {
        throw e;
      }
      throw new IllegalArgumentException(
          ("Model `%s` cannot be built from these data: %s. If its trainStep calls it with"
                  + " something else, make its weights before: model.buildFor(List.of(Shape.of(-1,"
                  + " 4)))")
              .formatted(model.name(), e.getMessage()),
          e);
    }
  }

  /** A dictionary for a model that takes a list is sorted by the names of the inputs. */
  private Object byInput(Map<?, ?> map) {
    if (model.isSubclassed()) {
      return pick(map, model.subclassData().inputKeys(), "inputs");
    }
    if (model.inputStructure().kind() == Structure.Kind.DICTIONARY) {
      return pick(map, model.inputStructure().keys(), "inputs");
    }
    return pick(map, model.inputNames(), "inputs");
  }

  private List<Object> pick(Map<?, ?> map, List<String> names, String what) {
    List<Object> values = new ArrayList<>();
    for (String name : names) {
      if (!map.containsKey(name)) {
        throw new IllegalArgumentException(
            "Model `"
                + model.name()
                + "`: the dictionary of "
                + what
                + " must have the keys "
                + names
                + ". Received: "
                + map.keySet());
      }
      values.add(map.get(name));
    }
    return values;
  }

  private List<Tensor> targets(Object y) {
    if (y == null) {
      return List.of();
    }
    List<String> keys = sortedKeys(y);
    model.subclassData().targetKeys(keys);
    List<String> names = model.isSubclassed() ? keys : model.outputNames();
    return tensors(y instanceof Map<?, ?> map ? pick(map, names, "targets") : y);
  }

  /** Keras takes the parts of a dictionary in the order of its keys. */
  private static List<String> sortedKeys(Object value) {
    return value instanceof Map<?, ?> ? Structure.of(value).keys() : List.of();
  }

  private List<Tensor> weights(Object sampleWeight) {
    if (sampleWeight == null) {
      return List.of();
    }
    List<Tensor> weights =
        tensors(
            sampleWeight instanceof Map<?, ?> map
                ? pick(map, model.outputNames(), "sample weights")
                : sampleWeight);
    int outputs = model.isSubclassed() ? 1 : model.outputs().size();
    if (weights.size() == 1 && outputs > 1) {
      return java.util.Collections.nCopies(outputs, weights.get(0));
    }
    return weights;
  }

  private static List<Tensor> tensors(Object value) {
    if (value == null) {
      throw new IllegalArgumentException("The inputs must be an array or tensor. Received: null");
    }
    List<Tensor> tensors = new ArrayList<>();
    Collection<?> items = value instanceof Collection<?> list ? list : List.of(value);
    for (Object item : items) {
      tensors.add(standard(Tensor.of(item)));
    }
    return tensors;
  }

  /** Floating point data come in Keras's default type. */
  private static Tensor standard(Tensor tensor) {
    DType floatx = DType.of(KerasConfig.floatx());
    return tensor.dtype().isFloating() ? tensor.cast(floatx) : tensor;
  }
}

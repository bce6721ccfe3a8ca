package rhyton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rhyton.data.ArrayData;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;
import rhyton.training.StepData;

/**
 * What a model that is no graph of layers knows of its data, once it has seen some: a graph has
 * inputs and outputs that say as much.
 */
final class SubclassData {
  private List<TensorSpec> inputs = List.of();
  private List<String> inputKeys = List.of();
  private List<String> targetKeys = List.of();
  private List<TensorSpec> outputs = List.of();

  /** Inputs that the model is called with. */
  void saw(List<Tensor> given) {
    inputs = given.stream().map(x -> new TensorSpec(x.dtype(), open(x.shape()))).toList();
  }

  private static Shape open(Shape shape) {
    return shape.rank() == 0 ? shape : shape.with(0, -1);
  }

  /** What the model was built for, and what it gives then. */
  void built(List<TensorSpec> with, List<TensorSpec> gives) {
    inputs = with;
    outputs = gives;
  }

  /** The outputs of a call must have a sample for each one that came in. */
  static void check(Model model, List<Tensor> given, List<Tensor> results) {
    Shape in = given.get(0).shape();
    for (Tensor result : results) {
      Shape out = result.shape();
      boolean fits =
          out.rank() > 0
              && (in.rank() == 0 || in.get(0) < 0 || out.get(0) < 0 || in.get(0) == out.get(0));
      if (!fits) {
        throw new IllegalStateException(
            ("Model `%s`: `call` must return a row for each sample. Received: shape %s for inputs"
                    + " of shape %s. Reduce over other axes than the first one, or write a"
                    + " trainStep of your own")
                .formatted(model.name(), out, in));
      }
    }
  }

  /** The keys of a dictionary of inputs, sorted; none if it was no dictionary. */
  void inputKeys(List<String> keys) {
    inputKeys = keys;
  }

  /** The keys of a dictionary of targets, sorted; none if it was no dictionary. */
  void targetKeys(List<String> keys) {
    targetKeys = keys;
  }

  List<String> inputKeys() {
    return inputKeys;
  }

  StepData data(ArrayData batch) {
    return new StepData(batch.x(), batch.y(), batch.weights(), inputKeys, targetKeys);
  }

  List<String> inputNames() {
    return inputKeys.isEmpty() ? numbered("input_", inputs.size()) : inputKeys;
  }

  List<String> outputNames() {
    return numbered("output_", Math.max(1, outputs.size()));
  }

  private static List<String> numbered(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }

  /** The inputs with the shapes that weights are made for, of the types that were seen. */
  List<TensorSpec> specs(List<Shape> shapes, DType dtype) {
    List<TensorSpec> specs = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      boolean seen = inputs.size() == shapes.size();
      specs.add(new TensorSpec(seen ? inputs.get(i).dtype() : dtype, shapes.get(i)));
    }
    return specs;
  }

  /** The inputs as they were seen last, for batches of any size. */
  List<TensorSpec> inputs() {
    return open(inputs);
  }

  /** The outputs, for batches of any size; none before the model is built. */
  List<TensorSpec> outputs() {
    return open(outputs);
  }

  private static List<TensorSpec> open(List<TensorSpec> specs) {
    return specs.stream().map(one -> new TensorSpec(one.dtype(), open(one.shape()))).toList();
  }
}

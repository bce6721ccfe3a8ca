package rhyton.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.InputLayer;
import rhyton.layers.Layer;
import rhyton.layers.Layers;
import rhyton.models.Functional;
import rhyton.models.Model;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.gradient.Gradient;
import rhyton.tensor.gradient.Gradients;

/** What must hold for every layer, besides what holds for every type. */
class EveryLayerTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicNode> layers() {
    return Stream.concat(
        TypeContract.of(Layers.TYPES),
        Layers.TYPES.stream()
            .filter(type -> type != InputLayer.TYPE && !call(type).isNull())
            .map(this::rules));
  }

  private DynamicNode rules(KerasType<?> type) {
    return dynamicContainer(
        type + " as a layer",
        Stream.of(
            dynamicTest("its weights are Python's", () -> hasPythonsWeights(type)),
            dynamicTest("its output has the shape of Python's", () -> hasPythonsShape(type)),
            dynamicTest("a step of training does not raise the loss", () -> learns(type)),
            dynamicTest("a file keeps what it computes", () -> isSaved(type))));
  }

  private static Layer layer(KerasType<?> type) {
    return (Layer) TypeContract.example(type);
  }

  private static JsonNode call(KerasType<?> type) {
    return TypeContract.python(type).get("call");
  }

  private static Shape shape(JsonNode json) {
    long[] dims = new long[json.size()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = json.get(i).longValue();
    }
    return Shape.of(dims);
  }

  private static List<Shape> shapes(KerasType<?> type) {
    List<Shape> shapes = new ArrayList<>();
    call(type).get("inputs").forEach(one -> shapes.add(shape(one)));
    return shapes;
  }

  /** Inputs of numbers from 0 to 1.9, which even an embedding takes. */
  private static List<Tensor> inputs(KerasType<?> type) {
    List<Tensor> inputs = new ArrayList<>();
    for (Shape shape : shapes(type)) {
      float[] numbers = new float[(int) shape.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (i * 7 + inputs.size()) % 20 / 10f;
      }
      inputs.add(Tensor.of(numbers).reshape(shape.toArray()));
    }
    return inputs;
  }

  private static Tensor apply(Layer layer, List<Tensor> inputs) {
    return inputs.size() == 1 ? layer.apply(inputs.get(0)) : layer.apply(inputs);
  }

  private static void hasPythonsWeights(KerasType<?> type) {
    Layer layer = layer(type);
    layer.buildFor(shapes(type));
    List<String> expected = new ArrayList<>();
    for (JsonNode weight : call(type).get("weights")) {
      expected.add(
          weight.get(0).textValue() + " " + shape(weight.get(1)) + " " + weight.get(2).asBoolean());
    }
    List<String> actual = new ArrayList<>();
    for (Weight weight : layer.weights()) {
      actual.add(weight.name() + " " + weight.shape() + " " + weight.trainable());
      assertTrue(weight.path().startsWith(layer.name() + "/"), weight::path);
      assertTrue(weight.path().endsWith("/" + weight.name()), weight::path);
    }
    assertEquals(expected, actual);
  }

  private static void hasPythonsShape(KerasType<?> type) {
    Layer layer = layer(type);
    Shape output = shape(call(type).get("output"));
    try (TensorScope scope = TensorScope.open()) {
      assertEquals(output, apply(layer, inputs(type)).shape());
    }
    List<TensorSpec> known =
        shapes(type).stream().map(shape -> new TensorSpec(DType.FLOAT32, shape)).toList();
    assertEquals(output, layer.outputSpecs(known).get(0).shape());
    List<TensorSpec> anyBatch =
        shapes(type).stream()
            .map(shape -> new TensorSpec(DType.FLOAT32, shape.with(0, -1)))
            .toList();
    assertEquals(output.with(0, -1), layer.outputSpecs(anyBatch).get(0).shape());
  }

  /** The mean square of the output goes down along the gradient, or there are no weights. */
  private static void learns(KerasType<?> type) {
    Layer layer = layer(type);
    layer.buildFor(shapes(type));
    List<Weight> weights = layer.trainableWeights();
    List<TensorSpec> specs =
        shapes(type).stream().map(shape -> new TensorSpec(DType.FLOAT32, shape)).toList();
    try (TensorScope scope = TensorScope.open();
        CompiledFunction step =
            CompiledFunction.trace(
                "step",
                specs,
                x -> {
                  CallContext context = CallContext.outermost(true);
                  Tensor loss = context.during(() -> apply(layer, x)).square().mean();
                  List<Gradient> gradients =
                      Gradients.ofVariables(loss, weights.stream().map(Weight::variable).toList());
                  for (int i = 0; i < weights.size(); i++) {
                    Tensor change = gradients.get(i).toDense().multiply(1e-3);
                    weights.get(i).variable().assignSub(change);
                  }
                  return List.of(loss);
                })) {
      List<Tensor> inputs = inputs(type);
      double before = step.call(inputs).get(0).item();
      double after = step.call(inputs).get(0).item();
      if (!weights.isEmpty()) {
        assertTrue(after < before, () -> "the loss went from " + before + " to " + after);
      }
    }
  }

  private void isSaved(KerasType<?> type) throws IOException {
    Path file = folder.resolve(type.name() + ".keras");
    List<Tensor> places = new ArrayList<>();
    for (Shape shape : shapes(type)) {
      places.add(new InputLayer().batchShape(shape.with(0, -1).toArray()).output());
    }
    Functional model = Model.of(places, List.of(apply(layer(type), places)));
    try (TensorScope scope = TensorScope.open();
        model) {
      model.save(file);
      try (Model loaded = Model.load(file)) {
        List<Tensor> inputs = inputs(type);
        assertArrayEquals(
            model.call(inputs).get(0).floats(), loaded.call(inputs).get(0).floats(), 1e-6f);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }
}

package rhyton.layers;

import java.util.List;
import java.util.Objects;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.utils.Fields;

/** Says what to do about mistakes in layers that users write. */
final class OwnLayerErrors {
  private OwnLayerErrors() {}

  /** Throws if `call` gave nothing. */
  static void requireTensors(Layer layer, List<Tensor> outputs) {
    if (outputs == null || outputs.isEmpty() || outputs.stream().anyMatch(Objects::isNull)) {
      throw new IllegalStateException(
          "Layer `%s`: `call` of %s must return a tensor. Received: %s"
              .formatted(layer.name(), className(layer), outputs));
    }
  }

  /** An error in `call`, with what the layer was built for if it is called with something else. */
  static RuntimeException explained(Layer layer, List<Tensor> inputs, RuntimeException error) {
    List<Shape> shapes = inputs.stream().map(Tensor::shape).toList();
    boolean told = String.valueOf(error.getMessage()).contains("was built for inputs");
    if (told || !Fields.isUsers(layer.getClass()) || fits(shapes, layer.builtWith())) {
      return error;
    }
    return new IllegalArgumentException(
        ("Layer `%s` was built for inputs of the shape %s and is called with %s, which its `call`"
                + " does not take: %s. Call the layer with one shape, or make a second layer")
            .formatted(layer.name(), text(layer.builtWith()), text(shapes), error.getMessage()),
        error);
  }

  private static boolean fits(List<Shape> shapes, List<Shape> built) {
    if (built == null || built.size() != shapes.size()) {
      return built == null;
    }
    for (int i = 0; i < shapes.size(); i++) {
      Shape one = shapes.get(i);
      Shape other = built.get(i);
      boolean same =
          one.rank() == other.rank()
              && (one.rank() == 0
                  || one.slice(1, one.rank()).isCompatibleWith(other.slice(1, other.rank())));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static String text(List<Shape> shapes) {
    return shapes.size() == 1 ? shapes.get(0).toString() : shapes.toString();
  }

  private static String className(Layer layer) {
    return layer.getClass().getSimpleName();
  }
}

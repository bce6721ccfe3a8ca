package rhyton.models;

import java.util.List;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** Which shapes of data the inputs of a model take. */
final class InputShapes {
  private InputShapes() {}

  /** Throws if data do not fit; the message is Keras's, with the name that the user knows. */
  static void check(Model model, List<Tensor> given) {
    List<Tensor> inputs = model.inputs();
    if (given.size() != inputs.size()) {
      throw new IllegalArgumentException(
          ("Model `" + model.name() + "` expects " + inputs.size() + " inputs: ")
              + (model.inputNames() + ". Received: " + given.size()));
    }
    for (int i = 0; i < given.size(); i++) {
      Shape expected = inputs.get(i).shape();
      Shape found = given.get(i).shape();
      if (!fits(found, expected)) {
        throw new IllegalArgumentException(
            ("Input " + i + " with name `" + model.inputNames().get(i) + "` of model `")
                + (model.name() + "` is incompatible with the model: expected shape=" + expected)
                + (", found shape=" + found));
      }
    }
  }

  private static boolean fits(Shape found, Shape expected) {
    int rank = expected.rank();
    int common = rank;
    if (lacksLastAxis(found, expected)) {
      common = rank - 1;
    } else if (found.rank() != rank && !hasOneAxisMore(found, expected)) {
      return false;
    }
    return expected.slice(1, common).isCompatibleWith(found.slice(1, common));
  }

  /** Whether a last axis of 1 is missing. */
  static boolean lacksLastAxis(Shape found, Shape expected) {
    return found.rank() == expected.rank() - 1 && expected.get(-1) == 1;
  }

  /** Whether there is a last axis of 1 too much. */
  static boolean hasOneAxisMore(Shape found, Shape expected) {
    return found.rank() == expected.rank() + 1 && found.get(-1) == 1;
  }
}

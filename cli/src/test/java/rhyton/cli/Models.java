package rhyton.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rhyton.layers.Concatenate;
import rhyton.layers.Dense;
import rhyton.layers.InputLayer;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.tensor.Npz;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** Small models and data for the tests of the commands. */
final class Models {
  private Models() {}

  /** Twice the sum of three features: one kernel of twos. */
  static Path linear(Path folder) {
    return linear(folder, true);
  }

  static Path linear(Path folder, boolean compiled) {
    Path file = folder.resolve(compiled ? "linear.keras" : "uncompiled.keras");
    try (Model model = new Sequential(Input.of(3), new Dense(1).name("sum"))) {
      model.setWeights(List.of(new float[][] {{2}, {2}, {2}}, new float[] {0}));
      if (compiled) {
        model.compile("sgd", "mse", "mae");
      }
      model.save(file);
    }
    return file;
  }

  /** Two classes from one feature. */
  static void classifier(Path file) {
    try (Model model = new Sequential(Input.of(1), new Dense(2).activation("softmax"))) {
      model.compile("sgd", "sparse_categorical_crossentropy");
      model.save(file);
    }
  }

  /** Inputs {@code left} (2) and {@code right} (1); outputs {@code joined} (3) and {@code one}. */
  static Path twoInputs(Path folder) {
    Path file = folder.resolve("two.keras");
    Tensor left = new InputLayer(2).name("left").output();
    Tensor right = new InputLayer(1).name("right").output();
    Tensor joined = new Concatenate().name("joined").apply(left, right);
    Tensor one = new Dense(1).kernelInitializer("ones").name("one").apply(joined);
    try (Model model = Model.of(List.of(left, right), List.of(joined, one), "two")) {
      model.compile("sgd", List.of("mse", "mse"));
      model.save(file);
    }
    return file;
  }

  /** Writes arrays: name, array, name, array, … */
  static Path npz(Path file, Object... namesAndArrays) {
    try (TensorScope scope = TensorScope.open()) {
      Map<String, Tensor> arrays = new LinkedHashMap<>();
      for (int i = 0; i < namesAndArrays.length; i += 2) {
        arrays.put((String) namesAndArrays[i], Tensor.of(namesAndArrays[i + 1]));
      }
      Npz.write(file, arrays);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An array of an archive, row by row; its shape is checked. */
  static float[] array(Path file, String name, long... shape) {
    try (TensorScope scope = TensorScope.open();
        Npz npz = Npz.open(file)) {
      Tensor array = npz.read(name);
      if (!array.shape().equals(Shape.of(shape))) {
        throw new AssertionError("shape " + array.shape() + ", expected " + Shape.of(shape));
      }
      return array.floats();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> names(Path file) {
    try (Npz npz = Npz.open(file)) {
      return npz.names();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

import java.nio.file.Files;
import java.nio.file.Path;
import rhyton.layers.Dense;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.tensor.Tensor;
import rhyton.training.Fit;

/**
 * Trains a small model, saves it, loads it and predicts: native library, JSON and HDF5 are there.
 */
final class Service {
  private Service() {}

  public static void main(String[] args) throws Exception {
    float[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    float[][] y = {{0}, {1}, {1}, {2}};
    Path file = Files.createTempDirectory("service").resolve("sum.keras");
    try (Model model = new Sequential(Input.of(2), new Dense(1))) {
      model.compile("adam", "mse");
      model.fit(x, y, new Fit().epochs(2).verbose(0));
      model.save(file);
    }
    try (Model model = Model.load(file);
        Tensor sums = model.predict(x)) {
      System.out.println("service: " + sums.shape());
    }
  }
}

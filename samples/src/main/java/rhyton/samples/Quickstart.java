package rhyton.samples;

import java.nio.file.Path;
import rhyton.layers.Conv2D;
import rhyton.layers.Dense;
import rhyton.layers.Dropout;
import rhyton.layers.Flatten;
import rhyton.layers.MaxPooling2D;
import rhyton.layers.Rescaling;
import rhyton.models.Input;
import rhyton.models.Sequential;
import rhyton.samples.data.FashionMnist;
import rhyton.training.Fit;

/** The program of the README: a convnet on Fashion-MNIST. */
public final class Quickstart {
  private Quickstart() {}

  /**
   * Trains, evaluates and saves.
   *
   * @param args none
   */
  public static void main(String[] args) {
    var data = FashionMnist.load();
    float[][][][] x = data.train().images();
    float[][][][] xTest = data.test().images();
    int[] y = data.train().labels();
    int[] yTest = data.test().labels();

    try (var model =
        new Sequential(
            Input.of(28, 28, 1),
            new Rescaling(1.0 / 255),
            new Conv2D(32, 3).activation("relu"),
            new MaxPooling2D(2),
            new Flatten(),
            new Dropout(0.5),
            new Dense(10).activation("softmax"))) {
      model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
      model.fit(x, y, new Fit().epochs(2).batchSize(64).validationSplit(0.1));
      model.evaluate(xTest, yTest);
      model.save(Path.of("fashion.keras"));
    }
  }
}

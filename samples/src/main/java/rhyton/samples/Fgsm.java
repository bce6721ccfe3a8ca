package rhyton.samples;

import java.util.Map;
import rhyton.layers.Conv2D;
import rhyton.layers.Dense;
import rhyton.layers.Flatten;
import rhyton.layers.MaxPooling2D;
import rhyton.losses.SparseCategoricalCrossentropy;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.samples.data.FashionMnist;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.utils.RandomSeeds;

/**
 * Adversarial examples: each pixel goes a small step in the direction that makes the loss grow, and
 * a convnet takes shirts for sandals (the fast gradient sign method, Goodfellow et al. 2014).
 */
public final class Fgsm {
  private Fgsm() {}

  /**
   * Trains a convnet and attacks it.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(FashionMnist.load(), 3);
  }

  /** Returns the accuracies for steps of 0, 0.02, 0.05 and 0.1. */
  static double[] run(FashionMnist data, int epochs) {
    RandomSeeds.setRandomSeed(1);
    var loss = new SparseCategoricalCrossentropy().fromLogits(true);
    try (var scope = TensorScope.open();
        var model =
            new Sequential(
                Input.of(28, 28, 1),
                new Conv2D(32, 3).activation("relu"),
                new MaxPooling2D(2),
                new Conv2D(64, 3).activation("relu"),
                new MaxPooling2D(2),
                new Flatten(),
                new Dense(10))) {
      model.compile("adam", loss, "accuracy");
      Tensor x = Tensor.of(data.train().images()).divide(255);
      model.fit(x, data.train().labels(), new Fit().epochs(epochs).batchSize(64));

      Tensor images = Tensor.of(data.test().images()).divide(255);
      Tensor labels = Tensor.of(data.test().labels());
      Tensor slope =
          Model.valueAndGradient(t -> loss.apply(labels, model.apply(t)), images).gradient();
      double[] steps = {0, 0.02, 0.05, 0.1};
      double[] accuracies = new double[steps.length];
      for (int i = 0; i < steps.length; i++) {
        Tensor attacked = images.add(slope.sign().multiply(steps[i])).clip(0, 1);
        Map<String, Double> measured = model.evaluate(attacked, labels, new Fit().verbose(0));
        accuracies[i] = measured.get("accuracy");
        System.out.println("step " + steps[i] + ": accuracy " + accuracies[i]);
      }
      return accuracies;
    }
  }
}

package rhyton.samples;

import java.util.List;
import java.util.Map;
import rhyton.layers.Conv2D;
import rhyton.layers.Dense;
import rhyton.layers.Flatten;
import rhyton.layers.MaxPooling2D;
import rhyton.losses.LossFunction;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.samples.data.ImageSet;
import rhyton.samples.data.Mnist;
import rhyton.tensor.CreationOps;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.utils.RandomSeeds;

/**
 * A Siamese network tells whether two images show the same digit: both go through the same layers,
 * and the contrastive loss (Hadsell et al. 2006) draws equal digits together and pushes others
 * apart.
 */
public final class Siamese {
  private Siamese() {}

  /** Pairs of images, and 1 for those that show two different digits. */
  private record Pairs(List<Tensor> x, Tensor y) {}

  /** Each image with the next one of the same digit, every second one with the next other digit. */
  private static Pairs pairs(ImageSet digits) {
    int[] labels = digits.labels();
    int[] partners = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      partners[i] = (i + 1) % labels.length;
      while ((labels[partners[i]] != labels[i]) != (i % 2 == 1)) {
        partners[i] = (partners[i] + 1) % labels.length;
      }
    }
    Tensor x = Tensor.of(digits.scaledPixels()).reshape(-1, 28, 28, 1);
    Tensor y = CreationOps.arange(0, labels.length, 1, DType.FLOAT32).mod(2).reshape(-1, 1);
    return new Pairs(List.of(x, x.take(partners, 0)), y);
  }

  private static Tensor distance(Tensor left, Tensor right) {
    return left.subtract(right).square().sum(true, -1).add(1e-6).sqrt();
  }

  private static Tensor contrastive(Tensor other, Tensor apart) {
    Tensor pull = other.negative().add(1).multiply(apart.square());
    return pull.add(other.multiply(apart.negative().add(1).relu().square())).mean(-1);
  }

  /**
   * Trains and tells how many pairs of unseen digits are judged rightly.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(9000, 10);
  }

  /** Returns what was measured of pairs of digits that the network has not seen. */
  static Map<String, Double> run(int digits, int epochs) {
    RandomSeeds.setRandomSeed(1);
    Tensor left = Input.of(28, 28, 1);
    Tensor right = Input.of(28, 28, 1);
    try (var scope = TensorScope.open();
        var encoder =
            new Sequential(
                Input.of(28, 28, 1),
                new Conv2D(16, 3).activation("relu"),
                new MaxPooling2D(2),
                new Conv2D(32, 3).activation("relu"),
                new MaxPooling2D(2),
                new Flatten(),
                new Dense(16));
        var siamese =
            Model.of(List.of(left, right), distance(encoder.apply(left), encoder.apply(right)))) {
      siamese.compile("adam", (LossFunction) Siamese::contrastive, "accuracy");
      var data = Mnist.load();
      Pairs train = pairs(data.train().first(digits));
      Pairs test = pairs(data.test());
      siamese.fit(train.x(), train.y(), new Fit().epochs(epochs).batchSize(64));
      return siamese.evaluate(test.x(), test.y());
    }
  }
}

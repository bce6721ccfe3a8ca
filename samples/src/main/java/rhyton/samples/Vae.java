package rhyton.samples;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import rhyton.graph.CallContext;
import rhyton.layers.Conv2D;
import rhyton.layers.Conv2DTranspose;
import rhyton.layers.Dense;
import rhyton.layers.Flatten;
import rhyton.layers.Layer;
import rhyton.layers.Reshape;
import rhyton.losses.LossFunction;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.random.KerasRandom;
import rhyton.random.SeedGenerator;
import rhyton.samples.data.Mnist;
import rhyton.samples.data.Pictures;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.utils.RandomSeeds;

/**
 * A variational autoencoder (Kingma and Welling 2013) puts digits on a plane. A layer of its own
 * draws the place of each digit and adds the Kullback-Leibler divergence to the loss.
 */
public final class Vae {
  private static final int SIDE = 15;

  private Vae() {}

  /** Draws from a normal distribution that its inputs, mean and log variance, describe. */
  private static final class Sampling extends Layer {
    private final SeedGenerator seeds = new SeedGenerator(1);

    @Override
    protected Tensor call(List<Tensor> inputs, CallContext ctx) {
      Tensor mean = inputs.get(0);
      Tensor logVar = inputs.get(1);
      Tensor kl = mean.square().add(logVar.exp()).subtract(logVar).subtract(1).divide(2);
      ctx.addLoss(kl.sum(-1).mean());
      return mean.add(logVar.divide(2).exp().multiply(KerasRandom.normalLike(mean, seeds)));
    }
  }

  /**
   * Trains and writes digits from all over the plane to {@code vae.png}.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(9000, 15, Path.of("vae.png"));
  }

  /** Returns what was measured of digits that the autoencoder has not seen. */
  static Map<String, Double> run(int digits, int epochs, Path picture) {
    RandomSeeds.setRandomSeed(1);
    Tensor image = Input.of(28, 28, 1);
    Tensor x = new Conv2D(32, 3).strides(2).padding("same").activation("relu").apply(image);
    x = new Conv2D(64, 3).strides(2).padding("same").activation("relu").apply(x);
    x = new Dense(16).activation("relu").apply(new Flatten().apply(x));
    Tensor z = new Sampling().apply(new Dense(2).apply(x), new Dense(2).apply(x));
    LossFunction reconstruction =
        LossFunction.registered(
            "samples",
            "reconstruction",
            (yTrue, yPred) -> yTrue.binaryCrossentropy(yPred, false).sum(1, 2, 3));
    try (var scope = TensorScope.open();
        var decoder =
            new Sequential(
                Input.of(2),
                new Dense(7 * 7 * 64).activation("relu"),
                new Reshape(7, 7, 64),
                new Conv2DTranspose(32, 3).strides(2).padding("same").activation("relu"),
                new Conv2DTranspose(1, 3).strides(2).padding("same").activation("sigmoid"));
        var vae = Model.of(image, decoder.apply(z))) {
      vae.compile("adam", reconstruction, reconstruction);
      var data = Mnist.load();
      Tensor train = Tensor.of(data.train().first(digits).scaledPixels()).reshape(-1, 28, 28, 1);
      Tensor test = Tensor.of(data.test().scaledPixels()).reshape(-1, 28, 28, 1);
      vae.fit(train, train, new Fit().epochs(epochs).batchSize(128));
      float[][] plane = new float[SIDE * SIDE][];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = new float[] {i % SIDE * 4f / 14 - 2, Math.floorDiv(i, SIDE) * 4f / 14 - 2};
      }
      Pictures.save(picture, decoder.predict(plane), SIDE);
      return vae.evaluate(test, test);
    }
  }
}

package rhyton.samples;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import rhyton.layers.BatchNormalization;
import rhyton.layers.Conv2D;
import rhyton.layers.Conv2DTranspose;
import rhyton.layers.Dense;
import rhyton.layers.Flatten;
import rhyton.layers.LeakyReLU;
import rhyton.layers.Reshape;
import rhyton.metrics.Mean;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.optimizers.Adam;
import rhyton.optimizers.Optimizer;
import rhyton.random.KerasRandom;
import rhyton.random.Seed;
import rhyton.random.SeedGenerator;
import rhyton.samples.data.Mnist;
import rhyton.samples.data.Pictures;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.training.StepData;
import rhyton.utils.RandomSeeds;

/**
 * A Wasserstein GAN with gradient penalty (Gulrajani et al. 2017): the critic measures how far the
 * generator's digits are from real ones, and its slope is kept near 1. The penalty is a gradient
 * that is differentiated again.
 */
public final class WganGp {
  private static final int LATENT = 64;
  private static final int CRITIC_STEPS = 3;
  private static final int PENALTY = 10;

  private WganGp() {}

  /** Two networks; the critic learns more often than the generator. */
  private static final class Wgan extends Model {
    private final Model critic;
    private final Model generator;
    private final SeedGenerator seeds = new SeedGenerator(1);
    private final Mean cLoss = new Mean().name("c_loss");
    private final Mean gLoss = new Mean().name("g_loss");
    private Optimizer<?> cOptimizer;
    private Optimizer<?> gOptimizer;

    Wgan(Model critic, Model generator) {
      this.critic = critic;
      this.generator = generator;
    }

    void compile(Optimizer<?> cOptimizer, Optimizer<?> gOptimizer) {
      super.compile();
      this.cOptimizer = cOptimizer;
      this.gOptimizer = gOptimizer;
    }

    private Tensor penalty(Tensor real, Tensor fake) {
      Tensor share = KerasRandom.uniform(Shape.of(real.shape().get(0), 1, 1, 1), seeds);
      Tensor between = real.add(share.multiply(fake.subtract(real)));
      Tensor slope = valueAndGradient(x -> critic.apply(x, true).sum(), between).gradient();
      return slope.square().sum(1, 2, 3).sqrt().subtract(1).square().mean();
    }

    @Override
    protected Map<String, Tensor> trainStep(StepData data) {
      Tensor real = data.x();
      Shape shape = Shape.of(data.samples(), LATENT);
      for (int i = 0; i < CRITIC_STEPS; i++) {
        Tensor fake = generator.apply(KerasRandom.normal(shape, seeds), true);
        var c =
            valueAndGradient(
                () -> {
                  Tensor wrong = critic.apply(fake, true).mean();
                  Tensor right = critic.apply(real, true).mean();
                  return wrong.subtract(right).add(penalty(real, fake).multiply(PENALTY));
                },
                critic.trainableWeights());
        cOptimizer.apply(c.gradients(), critic.trainableWeights());
        cLoss.updateState(c.value());
      }
      Tensor noise = KerasRandom.normal(shape, seeds);
      var g =
          valueAndGradient(
              () -> critic.apply(generator.apply(noise, true), true).mean().negative(),
              generator.trainableWeights());
      gOptimizer.apply(g.gradients(), generator.trainableWeights());
      gLoss.updateState(g.value());
      return Map.of("c_loss", cLoss.result(), "g_loss", gLoss.result());
    }
  }

  /**
   * Trains and writes digits to {@code wgan_gp.png}.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(9000, 4, Path.of("wgan_gp.png"));
  }

  /** Returns the losses of each epoch. */
  static Map<String, List<Double>> run(int digits, int epochs, Path picture) {
    RandomSeeds.setRandomSeed(1);
    try (var scope = TensorScope.open();
        var critic =
            new Sequential(
                Input.of(28, 28, 1),
                new Conv2D(32, 4).strides(2).padding("same"),
                new LeakyReLU(0.2),
                new Conv2D(64, 4).strides(2).padding("same"),
                new LeakyReLU(0.2),
                new Flatten(),
                new Dense(1));
        var generator =
            new Sequential(
                Input.of(LATENT),
                new Dense(7 * 7 * 64).useBias(false),
                new BatchNormalization(),
                new LeakyReLU(0.2),
                new Reshape(7, 7, 64),
                new Conv2DTranspose(32, 4).strides(2).padding("same").useBias(false),
                new BatchNormalization(),
                new LeakyReLU(0.2),
                new Conv2DTranspose(1, 4).strides(2).padding("same").activation("sigmoid"));
        var wgan = new Wgan(critic, generator)) {
      wgan.compile(new Adam(4e-4).beta1(0.5).beta2(0.9), new Adam(4e-4).beta1(0.5).beta2(0.9));
      Tensor x = Tensor.of(Mnist.load().train().first(digits).scaledPixels());
      var history = wgan.fit(x.reshape(-1, 28, 28, 1), new Fit().epochs(epochs).batchSize(64));
      Tensor noise = KerasRandom.normal(Shape.of(60, LATENT), Seed.of(2));
      Pictures.save(picture, generator.predict(noise), 10);
      return history.history();
    }
  }
}

package rhyton.samples;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import rhyton.layers.BatchNormalization;
import rhyton.layers.Conv2D;
import rhyton.layers.Conv2DTranspose;
import rhyton.layers.Dense;
import rhyton.layers.Dropout;
import rhyton.layers.Flatten;
import rhyton.layers.LeakyReLU;
import rhyton.layers.Reshape;
import rhyton.losses.BinaryCrossentropy;
import rhyton.losses.Loss;
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
import rhyton.tensor.CreationOps;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.training.StepData;
import rhyton.utils.RandomSeeds;

/**
 * A generator learns to write digits that a discriminator takes for real ones: a deep convolutional
 * generative adversarial network (Radford et al. 2015) as a model with a training step of its own.
 */
public final class Dcgan {
  private static final int LATENT = 64;

  private Dcgan() {}

  /** Two networks, each with its optimizer. */
  private static final class Gan extends Model {
    private final Model discriminator;
    private final Model generator;
    private final SeedGenerator seeds = new SeedGenerator(1);
    private final Mean dLoss = new Mean().name("d_loss");
    private final Mean gLoss = new Mean().name("g_loss");
    private Optimizer<?> dOptimizer;
    private Optimizer<?> gOptimizer;
    private Loss lossFn;

    Gan(Model discriminator, Model generator) {
      this.discriminator = discriminator;
      this.generator = generator;
    }

    void compile(Optimizer<?> dOptimizer, Optimizer<?> gOptimizer, Loss lossFn) {
      super.compile();
      this.dOptimizer = dOptimizer;
      this.gOptimizer = gOptimizer;
      this.lossFn = lossFn;
    }

    @Override
    protected Map<String, Tensor> trainStep(StepData data) {
      Tensor real = data.x();
      Tensor noise = KerasRandom.normal(Shape.of(data.samples(), LATENT), seeds);
      Tensor fake = generator.apply(noise, true);
      Tensor ones = CreationOps.ones(Shape.of(data.samples(), 1), DType.FLOAT32);
      var d =
          valueAndGradient(
              () -> {
                Tensor found = lossFn.apply(ones, discriminator.apply(real, true));
                Tensor fooled = lossFn.apply(ones.zerosLike(), discriminator.apply(fake, true));
                return found.add(fooled).divide(2);
              },
              discriminator.trainableWeights());
      dOptimizer.apply(d.gradients(), discriminator.trainableWeights());
      var g =
          valueAndGradient(
              () -> lossFn.apply(ones, discriminator.apply(generator.apply(noise, true), true)),
              generator.trainableWeights());
      gOptimizer.apply(g.gradients(), generator.trainableWeights());
      dLoss.updateState(d.value());
      gLoss.updateState(g.value());
      return Map.of("d_loss", dLoss.result(), "g_loss", gLoss.result());
    }
  }

  /**
   * Trains and writes digits to {@code dcgan.png}.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(9000, 8, Path.of("dcgan.png"));
  }

  /** Returns the losses of each epoch. */
  static Map<String, List<Double>> run(int digits, int epochs, Path picture) {
    RandomSeeds.setRandomSeed(1);
    try (var scope = TensorScope.open();
        var discriminator =
            new Sequential(
                Input.of(28, 28, 1),
                new Conv2D(32, 4).strides(2).padding("same"),
                new LeakyReLU(0.2),
                new Conv2D(64, 4).strides(2).padding("same"),
                new LeakyReLU(0.2),
                new Flatten(),
                new Dropout(0.3),
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
        var gan = new Gan(discriminator, generator)) {
      gan.compile(
          new Adam(2e-4).beta1(0.5),
          new Adam(2e-4).beta1(0.5),
          new BinaryCrossentropy().fromLogits(true));
      Tensor x = Tensor.of(Mnist.load().train().first(digits).scaledPixels());
      var history = gan.fit(x.reshape(-1, 28, 28, 1), new Fit().epochs(epochs).batchSize(64));
      Tensor noise = KerasRandom.normal(Shape.of(60, LATENT), Seed.of(2));
      Pictures.save(picture, generator.predict(noise), 10);
      return history.history();
    }
  }
}

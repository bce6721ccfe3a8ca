package rhyton.samples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rhyton.graph.Weight;
import rhyton.layers.Conv2D;
import rhyton.layers.Dense;
import rhyton.layers.GlobalAveragePooling2D;
import rhyton.layers.MaxPooling2D;
import rhyton.losses.SparseCategoricalCrossentropy;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.optimizers.Adam;
import rhyton.samples.data.FashionMnist;
import rhyton.samples.data.Pictures;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.training.Fit;
import rhyton.utils.RandomSeeds;

/**
 * Neural style transfer (Gatys et al. 2015) on a small convnet: an image is changed, step by step,
 * until the inner layers see the content of one image and the texture of another.
 */
public final class StyleTransfer {
  private StyleTransfer() {}

  /**
   * Trains a convnet, changes an image and writes {@code style.png}: content, style, result.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(FashionMnist.load(), 3, 500, Path.of("style.png"));
  }

  /** Returns the loss of every step. */
  static List<Double> run(FashionMnist data, int epochs, int steps, Path picture) {
    RandomSeeds.setRandomSeed(1);
    Tensor input = Input.of(28, 28, 1);
    Tensor edges = new Conv2D(32, 3).activation("relu").padding("same").apply(input);
    Tensor parts = new Conv2D(64, 3).activation("relu").apply(new MaxPooling2D(2).apply(edges));
    Tensor things = new Conv2D(64, 3).activation("relu").apply(new MaxPooling2D(2).apply(parts));
    Tensor scores = new Dense(10).apply(new GlobalAveragePooling2D().apply(things));
    try (var scope = TensorScope.open();
        Model model = Model.of(input, scores);
        Model seen = Model.of(input, List.of(edges, parts, things))) {
      model.compile("adam", new SparseCategoricalCrossentropy().fromLogits(true), "accuracy");
      Tensor x = Tensor.of(data.train().images()).divide(255);
      model.fit(x, data.train().labels(), new Fit().epochs(epochs).batchSize(64));

      Tensor content = x.take(new int[] {0}, 0);
      Tensor style = stripes();
      Tensor things0 = seen.call(List.of(content)).get(2);
      List<Tensor> grams = seen.call(List.of(style)).stream().map(StyleTransfer::gram).toList();
      try (var image = new Weight("image", content);
          var adam = new Adam(0.02);
          var step =
              CompiledFunction.trace(
                  "step", List.of(), none -> List.of(step(seen, things0, grams, image, adam)))) {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
          losses.add(step.call(List.of()).get(0).item());
          if (i % 100 == 0 || i == steps - 1) {
            System.out.println("step " + i + ": loss " + losses.get(i));
          }
        }
        Pictures.save(picture, ShapeOps.concatenate(List.of(content, style, image.read()), 0), 3);
        return losses;
      }
    }
  }

  /** The loss, its gradient with respect to the image, a step of Adam: one native function. */
  private static Tensor step(
      Model seen, Tensor content, List<Tensor> grams, Weight image, Adam adam) {
    var g =
        Model.valueAndGradient(
            () -> {
              List<Tensor> now = seen.call(List.of(image.read()));
              Tensor loss = now.get(2).subtract(content).square().mean();
              for (int i = 0; i < now.size(); i++) {
                loss = loss.add(gram(now.get(i)).subtract(grams.get(i)).square().mean());
              }
              return loss;
            },
            List.of(image));
    adam.apply(g.gradients(), List.of(image));
    image.assign(image.read().clip(0, 1));
    return g.value();
  }

  /** Which channels are active together, wherever in the image. */
  private static Tensor gram(Tensor x) {
    Tensor flat = x.reshape(-1, x.shape().get(-1));
    return flat.transpose(1, 0).matmul(flat).divide(x.shape().get(1) * x.shape().get(2));
  }

  /** An image of slanting stripes. */
  private static Tensor stripes() {
    float[][][][] image = new float[1][28][28][1];
    for (int i = 0; i < 28 * 28; i++) {
      image[0][i / 28][i % 28][0] = (i / 28 + i % 28) % 6 < 3 ? 1 : 0;
    }
    return Tensor.of(image);
  }
}

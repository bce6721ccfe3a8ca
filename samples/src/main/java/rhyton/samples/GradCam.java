package rhyton.samples;

import java.nio.file.Path;
import java.util.List;
import rhyton.layers.Conv2D;
import rhyton.layers.Dense;
import rhyton.layers.Flatten;
import rhyton.layers.MaxPooling2D;
import rhyton.losses.SparseCategoricalCrossentropy;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.samples.data.FashionMnist;
import rhyton.samples.data.Pictures;
import rhyton.tensor.DType;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.utils.RandomSeeds;

/**
 * Where a convnet looks: saliency maps (the slope of the class's score at each pixel, Simonyan et
 * al. 2013) and Grad-CAM (the channels of an inner layer, weighted by their slopes, Selvaraju et
 * al. 2016). The proof: without the pixels that count most, accuracy falls.
 */
public final class GradCam {
  private GradCam() {}

  /**
   * Trains a convnet and writes {@code gradcam.png}: images, saliency maps, Grad-CAM.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(FashionMnist.load(), 3, Path.of("gradcam.png"));
  }

  /** Returns accuracies: on all pixels, without the most salient ones, without the hottest. */
  static double[] run(FashionMnist data, int epochs, Path picture) {
    RandomSeeds.setRandomSeed(1);
    Tensor image = Input.of(28, 28, 1);
    Tensor first = new Conv2D(32, 3).activation("relu").apply(image);
    Tensor inner = new Conv2D(64, 3).activation("relu").apply(new MaxPooling2D(2).apply(first));
    Tensor scores = new Dense(10).apply(new Flatten().apply(new MaxPooling2D(2).apply(inner)));
    try (var scope = TensorScope.open();
        Model model = Model.of(image, scores);
        Model lower = Model.of(image, inner);
        Model upper = Model.of(inner, scores)) {
      model.compile("adam", new SparseCategoricalCrossentropy().fromLogits(true), "accuracy");
      Tensor train = Tensor.of(data.train().images()).divide(255);
      model.fit(train, data.train().labels(), new Fit().epochs(epochs).batchSize(64));

      Tensor x = Tensor.of(data.test().images()).divide(255);
      int[] y = data.test().labels();
      Tensor chosen = model.predict(x).argmax(-1).oneHot(10, DType.FLOAT32);
      Tensor slope =
          Model.valueAndGradient(t -> model.apply(t).multiply(chosen).sum(), x).gradient();
      Tensor saliency = slope.absolute();

      Tensor features = lower.predict(x);
      slope =
          Model.valueAndGradient(t -> upper.apply(t).multiply(chosen).sum(), features).gradient();
      Tensor heat = features.multiply(slope.mean(true, 1, 2)).sum(true, -1).relu();
      heat = heat.resize(28, 28, "bilinear", "channels_last");

      List<Tensor> rows = List.of(x, shades(saliency), shades(heat));
      List<Tensor> some = rows.stream().map(t -> t.take(new int[] {0, 1, 2, 3, 4, 5}, 0)).toList();
      Pictures.save(picture, ShapeOps.concatenate(some, 0), 6);
      return new double[] {
        accuracy("all pixels", model, x, y),
        accuracy("without the most salient", model, without(x, saliency), y),
        accuracy("without the hottest", model, without(x, heat), y),
        accuracy("without the coldest", model, without(x, heat.negative()), y)
      };
    }
  }

  /** Each map from 0 to 1. */
  private static Tensor shades(Tensor map) {
    return map.divide(map.max(true, 1, 2).maximum(1e-9));
  }

  /** Images without the tenth of their pixels where the map is highest. */
  private static Tensor without(Tensor x, Tensor map) {
    Tensor rank = map.reshape(-1, 784).argsort(-1).argsort(-1);
    return x.multiply(rank.less(706).cast(DType.FLOAT32).reshape(-1, 28, 28, 1));
  }

  private static double accuracy(String what, Model model, Tensor x, int[] y) {
    double accuracy = model.evaluate(x, y, new Fit().verbose(0)).get("accuracy");
    System.out.println("accuracy, " + what + ": " + accuracy);
    return accuracy;
  }
}

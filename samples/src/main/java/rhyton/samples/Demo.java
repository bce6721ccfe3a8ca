package rhyton.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import rhyton.layers.Conv2D;
import rhyton.layers.Dense;
import rhyton.layers.Dropout;
import rhyton.layers.Flatten;
import rhyton.layers.MaxPooling2D;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.samples.data.FashionMnist;
import rhyton.samples.data.ImageSet;
import rhyton.savedmodel.SavedModel;
import rhyton.tensor.FileFormatException;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.utils.ConsoleOutput;
import rhyton.utils.RandomSeeds;

/**
 * What {@code ./rhyton demo} starts: a convnet learns to tell clothes apart, is written as {@code
 * fashion.keras} and as a SavedModel, and both are loaded back and asked for the same predictions.
 */
public final class Demo {
  private static final int BAR = 1;
  private static final int LINE_PER_EPOCH = 2;
  private static final int SHOWN = 8;
  private static final int COMPARED = 500;
  private static final double TOLERANCE = 1e-5;

  private Demo() {}

  /**
   * Runs the demo. The exit code is 1 if something fails or a loaded model predicts something else,
   * 2 for wrong usage.
   *
   * @param args see {@link Options}
   */
  public static void main(String[] args) {
    Options options = Options.parse(args);
    if (options == null) {
      System.err.println(Options.USAGE);
      System.exit(2);
    }
    try {
      System.exit(run(options) ? 0 : 1);
    } catch (IOException | UncheckedIOException | FileFormatException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Trains, shows, saves and loads; returns whether the loaded models predict the same. */
  static boolean run(Options options) throws IOException {
    RandomSeeds.setRandomSeed(42);
    FashionMnist data =
        options.download() ? FashionMnist.download(System.out::println) : FashionMnist.load();
    print(
        "Data: %s: %,d images to train on, %,d held out%n",
        data.source(), data.train().size(), data.test().size());
    Files.createDirectories(options.folder());
    try (TensorScope scope = TensorScope.open();
        Model model = convnet()) {
      model.summary();
      model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
      Tensor unseen = images(data.test());
      model.fit(
          images(data.train()),
          data.train().labels(),
          new Fit()
              .epochs(options.epochs(data.train().size()))
              .batchSize(64)
              .verbose(ConsoleOutput.isTerminal() ? BAR : LINE_PER_EPOCH));
      Map<String, Double> measured =
          model.evaluate(unseen, data.test().labels(), new Fit().verbose(0).batchSize(100));
      print(
          "%nAccuracy on %,d held-out images: %.4f%n",
          data.test().size(), measured.get("accuracy"));
      show(model, data.test());
      return saveAndLoad(model, images(data.test().first(COMPARED)), options.folder());
    }
  }

  private static Model convnet() {
    return new Sequential(
        Input.of(ImageSet.HEIGHT, ImageSet.WIDTH, 1),
        new Conv2D(32, 3).activation("relu"),
        new MaxPooling2D(2),
        new Conv2D(64, 3).activation("relu"),
        new MaxPooling2D(2),
        new Flatten(),
        new Dropout(0.4),
        new Dense(128).activation("relu"),
        new Dense(FashionMnist.CLASS_NAMES.size()).activation("softmax"));
  }

  /** The images as the network takes them: (images, 28, 28, 1), from 0 to 1. */
  private static Tensor images(ImageSet set) {
    return Tensor.of(set.scaledPixels()).reshape(-1, ImageSet.HEIGHT, ImageSet.WIDTH, 1);
  }

  private static void show(Model model, ImageSet heldOut) {
    ImageSet some = heldOut.first(SHOWN);
    try (Tensor chances = model.predict(images(some))) {
      float[][] all = (float[][]) chances.toArray();
      int[] classes = chances.argmax(1).ints();
      for (int i = 0; i < SHOWN; i++) {
        print(
            "  image %d: %-12s %5.1f %%   it is: %s%n",
            i,
            FashionMnist.CLASS_NAMES.get(classes[i]),
            100 * all[i][classes[i]],
            FashionMnist.CLASS_NAMES.get(some.labels()[i]));
      }
    }
  }

  private static boolean saveAndLoad(Model model, Tensor images, Path folder) {
    Tensor expected = model.predict(images);
    Path file = folder.resolve("fashion.keras");
    model.save(file);
    boolean same;
    try (Model loaded = Model.load(file)) {
      same = compare(file, expected, loaded.predict(images));
    }
    Path savedModel = folder.resolve("fashion_savedmodel");
    model.export(savedModel);
    try (SavedModel loaded = SavedModel.load(savedModel)) {
      Map<String, Tensor> inputs = Map.of(model.inputNames().get(0), images);
      Map<String, Tensor> outputs = loaded.call(SavedModel.SERVING_DEFAULT, inputs);
      return compare(savedModel, expected, outputs.get("output_0")) && same;
    }
  }

  /** Numbers are written as in English, whatever the language of the machine. */
  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  private static boolean compare(Path file, Tensor expected, Tensor predicted) {
    double difference = expected.subtract(predicted).absolute().max().item();
    boolean same = difference <= TOLERANCE;
    print(
        "%s: written, loaded back, %s (largest difference %.1e)%n",
        file, same ? "predicts the same" : "PREDICTS SOMETHING ELSE", difference);
    return same;
  }

  /**
   * The options of the demo.
   *
   * @param download whether the whole data set is downloaded if it is not on this machine
   * @param givenEpochs how often the data are gone over; 0: as often as it needs to learn well
   * @param folder where the model goes
   */
  record Options(boolean download, int givenEpochs, Path folder) {
    static final String USAGE =
        """
        Usage: rhyton demo [--download] [--epochs N] [--out DIR]
          --download   fetch the whole of Fashion-MNIST (31 MB) if it is not on this machine
          --epochs N   how often the data are gone over, at least 1
          --out DIR    where fashion.keras and fashion_savedmodel go; default: here""";

    private static final int SMALL_SET = 20_000;

    /** Reads the command line; null if it is wrong. */
    static Options parse(String[] args) {
      Options options = new Options(false, 0, Path.of(""));
      for (int i = 0; i < args.length; i++) {
        boolean hasValue = i + 1 < args.length;
        if (args[i].equals("--download")) {
          options = new Options(true, options.givenEpochs, options.folder);
        } else if (args[i].equals("--epochs") && hasValue && args[i + 1].matches("[1-9]\\d{0,5}")) {
          options = new Options(options.download, Integer.parseInt(args[++i]), options.folder);
        } else if (args[i].equals("--out") && hasValue) {
          options = new Options(options.download, options.givenEpochs, Path.of(args[++i]));
        } else {
          return null;
        }
      }
      return options;
    }

    /** How many epochs: a few thousand images have to be seen more often than tens of thousands. */
    int epochs(int images) {
      if (givenEpochs > 0) {
        return givenEpochs;
      }
      return images < SMALL_SET ? 12 : 2;
    }
  }
}

package rhyton.samples.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import rhyton.tensor.FileFormatException;

/**
 * Fashion-MNIST: photographs of clothes in ten classes, 28 by 28 grey pixels each. The whole set
 * has 60,000 images to train on and 10,000 to test with; a subset of 10,000 and 2,000 comes with
 * the samples, so that they run without a network. Copyright Zalando SE, MIT licence.
 *
 * <pre>{@code
 * var data = FashionMnist.load();
 * float[] x = data.train().scaledPixels();  // (10000, 28, 28)
 * int[] y = data.train().labels();          // (10000)
 * String name = FashionMnist.CLASS_NAMES.get(y[0]);
 * }</pre>
 *
 * @param train the images to train on
 * @param test the images held out
 * @param source where the images come from, in words for the user
 * @see <a href="https://keras.io/api/datasets/fashion_mnist/">Keras's loader of the same data</a>
 */
public record FashionMnist(ImageSet train, ImageSet test, String source) {
  /** What the labels mean: the name of class {@code i} is at index {@code i}. */
  public static final List<String> CLASS_NAMES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private static final String SUBSET = "fashion-mnist";

  /**
   * The whole set if it is on this machine, else the subset. It is looked for where Keras keeps it
   * ({@code ~/.keras/datasets/fashion-mnist}, or below {@code KERAS_HOME}), then in {@code
   * /usr/local/share/datasets/fashion-mnist} and {@code /usr/share/datasets/fashion-mnist}, where
   * Debian's package {@code dataset-fashion-mnist} puts it.
   *
   * @throws FileFormatException if a file that was found is damaged
   */
  public static FashionMnist load() {
    return load(FashionMnistFiles.ofThisMachine());
  }

  /**
   * The whole set, from this machine if {@link #load()} would find it, else downloaded (31 MB) into
   * Keras's folder, where Python finds it too.
   *
   * @param progress told in a line of text about each file that is downloaded
   * @throws IOException if the download fails; the message says in one line why
   * @throws FileFormatException if a file that was found is damaged
   */
  public static FashionMnist download(Consumer<String> progress) throws IOException {
    return download(FashionMnistFiles.ofThisMachine(), progress);
  }

  static FashionMnist load(FashionMnistFiles files) {
    return files.complete().map(FashionMnist::whole).orElseGet(FashionMnist::subset);
  }

  static FashionMnist download(FashionMnistFiles files, Consumer<String> progress)
      throws IOException {
    var found = files.complete();
    return whole(found.isPresent() ? found.get() : files.download(progress));
  }

  private static FashionMnist whole(Path folder) {
    return read(
        name -> Files.newInputStream(folder.resolve(name)),
        folder.toString(),
        "the whole of Fashion-MNIST, from " + folder);
  }

  private static FashionMnist subset() {
    return read(
        name -> FashionMnist.class.getResourceAsStream(SUBSET + "/" + name),
        SUBSET,
        "the subset of Fashion-MNIST that comes with the samples");
  }

  private static FashionMnist read(IdxFile.Opener opener, String where, String source) {
    return new FashionMnist(
        IdxFile.imageSet(opener, where, "train"), IdxFile.imageSet(opener, where, "t10k"), source);
  }
}

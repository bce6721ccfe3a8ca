package rhyton.samples.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where the four files of the whole data set may be on a machine, and where they come from.
 *
 * @param keras the folder in which Keras looks for them, and puts them
 * @param shared further folders, in the order in which they are looked at
 * @param origin the address below which they can be downloaded
 * @param files the files, as they are there
 */
record FashionMnistFiles(Path keras, List<Path> shared, URI origin, List<Download.Item> files) {
  /** Where Keras has them from; names and contents are those that Zalando published. */
  private static final URI ORIGIN =
      URI.create("https://storage.googleapis.com/tensorflow/tf-keras-datasets/");

  private static final List<Download.Item> FILES =
      List.of(
          new Download.Item(
              "train-labels-idx1-ubyte.gz",
              29_515,
              "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
          new Download.Item(
              "train-images-idx3-ubyte.gz",
              26_421_880,
              "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
          new Download.Item(
              "t10k-labels-idx1-ubyte.gz",
              5_148,
              "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
          new Download.Item(
              "t10k-images-idx3-ubyte.gz",
              4_422_102,
              "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"));

  private static final Path BELOW_KERAS_HOME = Path.of("datasets", "fashion-mnist");

  static FashionMnistFiles ofThisMachine() {
    var home = home(System.getenv(), System.getProperty("user.home"));
    return new FashionMnistFiles(
        kerasFolder(System.getenv(), home),
        Stream.of("/usr/local", "/usr")
            .map(prefix -> Path.of(prefix, "share", "datasets", "fashion-mnist"))
            .toList(),
        ORIGIN,
        FILES);
  }

  /** The first folder that has all four files. */
  Optional<Path> complete() {
    return Stream.concat(Stream.of(keras), shared.stream()).filter(this::isComplete).findFirst();
  }

  private boolean isComplete(Path folder) {
    return files.stream().allMatch(file -> Files.isReadable(folder.resolve(file.name())));
  }

  /** Downloads what is missing in Keras's folder, or is not what it should be, and returns it. */
  Path download(Consumer<String> progress) throws IOException {
    try {
      Files.createDirectories(keras);
    } catch (IOException e) {
      throw new IOException(
          "Cannot make the folder %s. KERAS_HOME can name another place.".formatted(keras), e);
    }
    var download = new Download(progress);
    for (var file : files) {
      download.into(keras, origin, file);
    }
    return keras;
  }

  /** The home directory as Python sees it: what HOME says, where there is one. */
  static Path home(Map<String, String> environment, String userHome) {
    var home = environment.get("HOME");
    return Path.of(home == null || home.isEmpty() ? userHome : home);
  }

  /** Keras's own folder: below KERAS_HOME if that is set, else below {@code ~/.keras}. */
  static Path kerasFolder(Map<String, String> environment, Path home) {
    var named = environment.get("KERAS_HOME");
    var base = named == null ? home.resolve(".keras") : expanded(named, home);
    return base.resolve(BELOW_KERAS_HOME);
  }

  private static Path expanded(String path, Path home) {
    return path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path);
  }
}

package rhyton.samples.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.tensor.FileFormatException;

class FashionMnistTest {
  private static final String SUBSET = "the subset of Fashion-MNIST that comes with the samples";

  @TempDir Path keras;
  @TempDir Path shared;

  @Test
  void theSubsetHasTwelveThousandImagesAndEqualClasses() {
    var data = FashionMnist.load(files());
    assertEquals(SUBSET, data.source());
    assertArrayEquals(sameCount(1000), counts(data.train()));
    assertArrayEquals(sameCount(200), counts(data.test()));
    assertEquals(10_000 * 784, data.train().pixels().length);
  }

  @Test
  void theSubsetStartsAsTheOriginalDoes() {
    var data = FashionMnist.load(files());
    assertEquals("Ankle boot", FashionMnist.CLASS_NAMES.get(data.train().labels()[0]));
    assertArrayEquals(new int[] {9, 0, 0, 3, 0}, data.train().first(5).labels());
    assertArrayEquals(new int[] {9, 2, 1, 1, 6}, data.test().first(5).labels());
    assertEquals(76_247, sum(data.train().first(1)));
    assertEquals(33_456, sum(data.test().first(1)));
  }

  @Test
  void pixelsAreScaledToOne() {
    byte[] pixels = new byte[784];
    pixels[1] = (byte) 255;
    pixels[2] = 51;
    var scaled = new ImageSet(pixels, new byte[] {3}).scaledPixels();
    assertArrayEquals(new float[] {0, 1, 0.2f, 0}, Arrays.copyOf(scaled, 4));
  }

  @Test
  void thereIsNoFirstOfMoreThanAll() {
    var one = new ImageSet(new byte[784], new byte[1]);
    var error = assertThrows(IllegalArgumentException.class, () -> one.first(2));
    assertEquals(
        "ImageSet: argument `count` must be between 0 and 1. Received: count=2",
        error.getMessage());
  }

  @Test
  void theWholeSetIsTakenFromKerasThenFromTheSharedFolder() throws IOException {
    write(shared, 3);
    assertWhole(shared, 3);
    write(keras, 2);
    assertWhole(keras, 2);
  }

  @Test
  void aFolderWithoutAllFourFilesDoesNotCount() throws IOException {
    write(keras, 2);
    Files.delete(keras.resolve("t10k-labels-idx1-ubyte.gz"));
    assertEquals(SUBSET, FashionMnist.load(files()).source());
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    write(keras, 2);
    var path = keras.resolve("train-images-idx3-ubyte.gz");
    Files.write(path, Arrays.copyOf(Files.readAllBytes(path), 20));
    var error = assertThrows(FileFormatException.class, () -> FashionMnist.load(files()));
    assertEquals(path + ": the file ends too early", error.getMessage());
  }

  @Test
  void whatIsThereIsNotDownloaded() throws IOException {
    write(shared, 3);
    var data =
        FashionMnist.download(
            files(),
            line -> {
              throw new AssertionError(line);
            });
    assertEquals(3, data.train().size());
  }

  @Test
  void kerasFolderFollowsTheEnvironment() {
    var home = FashionMnistFiles.home(Map.of("HOME", "/h"), "/other");
    assertEquals(Path.of("/h"), home);
    assertEquals(Path.of("/other"), FashionMnistFiles.home(Map.of(), "/other"));
    assertFolder("/h/.keras/datasets/fashion-mnist", Map.of(), home);
    assertFolder("/k/datasets/fashion-mnist", Map.of("KERAS_HOME", "/k"), home);
    assertFolder("/h/k/datasets/fashion-mnist", Map.of("KERAS_HOME", "~/k"), home);
  }

  private static void assertFolder(String expected, Map<String, String> environment, Path home) {
    assertEquals(Path.of(expected), FashionMnistFiles.kerasFolder(environment, home));
  }

  private void assertWhole(Path folder, int size) {
    var data = FashionMnist.load(files());
    assertEquals("the whole of Fashion-MNIST, from " + folder, data.source());
    assertEquals(size, data.train().size());
    assertEquals(size, data.test().size());
  }

  private FashionMnistFiles files() {
    var thisMachine = FashionMnistFiles.ofThisMachine();
    assertTrue(thisMachine.files().size() == 4);
    return new FashionMnistFiles(
        keras, List.of(shared), URI.create("http://127.0.0.1:1/"), thisMachine.files());
  }

  private static void write(Path folder, int size) throws IOException {
    for (var part : List.of("train", "t10k")) {
      Files.write(
          folder.resolve(part + "-images-idx3-ubyte.gz"),
          IdxFileTest.idx(new byte[size * 784], 0x0803, size, 28, 28));
      Files.write(
          folder.resolve(part + "-labels-idx1-ubyte.gz"),
          IdxFileTest.idx(new byte[size], 0x0801, size));
    }
  }

  private static int[] sameCount(int count) {
    int[] counts = new int[10];
    Arrays.fill(counts, count);
    return counts;
  }

  private static int[] counts(ImageSet images) {
    int[] counts = new int[10];
    for (int label : images.labels()) {
      counts[label]++;
    }
    return counts;
  }

  private static int sum(ImageSet images) {
    int sum = 0;
    for (byte pixel : images.pixels()) {
      sum += pixel & 0xff;
    }
    return sum;
  }
}

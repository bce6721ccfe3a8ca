package rhyton.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.tensor.Npy;
import rhyton.tensor.Tensor;

class PredictCommandTest {
  private static final float[][] X = {{1, 2, 3}, {0, 0, 1}, {1, 1, 1}};
  private static final float[] SUMS = {12, 2, 6};

  @TempDir Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  @Test
  void oneInputIsX() {
    Path x = Models.npz(file("x.npz"), "x", X);
    assertEquals(
        "", Cli.ok("predict", Models.linear(folder), "--inputs", x, "--out", file("y.npz")));
    assertEquals(List.of("predict"), Models.names(file("y.npz")));
    assertArrayEquals(SUMS, Models.array(file("y.npz"), "predict", 3, 1));
  }

  @Test
  void batchesGiveTheSame() {
    Path x = Models.npz(file("x.npz"), "x", X);
    Path model = Models.linear(folder);
    Cli.ok("predict", model, "--inputs", x, "--out", file("y.npz"), "--batch-size", 2);
    assertArrayEquals(SUMS, Models.array(file("y.npz"), "predict", 3, 1));
    Cli.isWrongUsage(
        List.of("predict", model, "--inputs", x, "--out", file("y.npz"), "--batch-size", 0),
        "--batch-size must be at least 1. Received: 0");
  }

  @Test
  void severalInputsAreNumberedOrNamed() {
    float[][] left = {{1, 2}};
    float[][] right = {{3}};
    Path model = Models.twoInputs(folder);
    Path numbered = Models.npz(file("n.npz"), "x1", right, "x0", left);
    Path named = Models.npz(file("m.npz"), "right", right, "left", left);
    for (Path inputs : List.of(numbered, named)) {
      Cli.ok("predict", model, "--inputs", inputs, "--out", file("y.npz"));
      assertEquals(List.of("predict0", "predict1"), Models.names(file("y.npz")));
      assertArrayEquals(new float[] {1, 2, 3}, Models.array(file("y.npz"), "predict0", 1, 3));
      assertArrayEquals(new float[] {6}, Models.array(file("y.npz"), "predict1", 1, 1));
    }
  }

  @Test
  void otherKeysAreRefusedWithWhatIsExpected() {
    Path model = Models.twoInputs(folder);
    String expected = "expected arrays: inputs `x0`, `x1` or `left`, `right`. Found: ";
    float[][] one = {{1}};
    Path mixed = Models.npz(file("mixed.npz"), "x0", new float[][] {{1, 2}}, "right", one);
    Path out = file("y.npz");
    Cli.fails(List.of("predict", model, "--inputs", mixed, "--out", out), expected + "[right, x0]");
    Path missing = Models.npz(file("missing.npz"), "x0", one);
    Cli.fails(List.of("predict", model, "--inputs", missing, "--out", out), expected + "[x0]");
    Path extra = Models.npz(file("extra.npz"), "x", X, "y", one);
    Cli.fails(
        List.of("predict", Models.linear(folder), "--inputs", extra, "--out", out),
        "expected arrays: inputs `x` or `x0` or `",
        "Found: [x, y]");
    assertTrue(Files.notExists(out));
  }

  @Test
  void npyAndCsvHoldTheOnlyArray() throws IOException {
    Path model = Models.linear(folder);
    try (Tensor x = Tensor.of(X)) {
      Npy.write(file("x.npy"), x);
    }
    Files.writeString(file("x.csv"), "a,b,c\n1,2,3\n0,0,1e0\n\"1\", 1 ,1.0\n");
    Cli.ok("predict", model, "--inputs", file("x.npy"), "--out", file("y.csv"));
    assertEquals("predict\n12.0\n2.0\n6.0\n", Files.readString(file("y.csv")));
    Cli.ok("predict", model, "--inputs", file("x.csv"), "--out", file("y.npy"));
    try (Tensor y = Npy.read(file("y.npy"))) {
      assertArrayEquals(SUMS, y.floats());
    }
  }

  @Test
  void whatOneFileCannotHoldIsRefused() throws IOException {
    Path model = Models.twoInputs(folder);
    Path x = Models.npz(file("x.npz"), "x0", new float[][] {{1, 2}}, "x1", new float[][] {{1}});
    Cli.fails(
        List.of("predict", model, "--inputs", x, "--out", file("y.csv")),
        "y.csv can hold one array, the model has 2 outputs: write a .npz file");
    Files.writeString(file("x.csv"), "a\n1\n");
    Cli.fails(
        List.of("predict", model, "--inputs", file("x.csv"), "--out", file("y.npz")),
        "x.csv: CSV is for models with one input of rank 2. The model's inputs: [(None, 2), ");
  }

  @Test
  void failuresAreOneLineAndVerboseIsMore() {
    Path missing = file("missing.keras");
    Path x = Models.npz(file("x.npz"), "x", X);
    List<Object> arguments = List.of("predict", missing, "--inputs", x, "--out", file("y.npz"));
    Cli.fails(arguments, missing + ": no such file or folder");
    Cli verbose = Cli.run("predict", "--verbose", missing, "--inputs", x, "--out", file("y.npz"));
    assertEquals(1, verbose.code());
    assertTrue(verbose.err().startsWith(missing + ": no such file or folder\n"), verbose.err());
    assertTrue(verbose.err().contains("at rhyton.saving.FileKind.of"), verbose.err());
    Path nowhere = file("nowhere/y.npz");
    Cli.fails(
        List.of("predict", Models.linear(folder), "--inputs", x, "--out", nowhere),
        file("nowhere") + ": no such file or folder");
  }

  @Test
  void argumentsThatAreMissingOrUnknownAreWrongUsage() {
    Path x = Models.npz(file("x.npz"), "x", X);
    Cli.isWrongUsage(List.of(), "Missing a command.");
    Cli.isWrongUsage(List.of("predict"), "Missing required");
    Cli.isWrongUsage(List.of("predict", "m.keras", "--inputs", x), "--out");
    Cli.isWrongUsage(
        List.of("predict", "m.keras", "--inputs", "x.txt", "--out", "y.npz"),
        "'x.txt' must end in .npz, .npy or .csv");
    Cli.isWrongUsage(List.of("summary", "m.keras", "--no-such-option"), "--no-such-option");
  }

  @Test
  void aSignatureNeedsASavedModel() {
    Path model = Models.linear(folder);
    Path x = Models.npz(file("x.npz"), "x", X);
    Cli.fails(
        List.of("predict", model, "--inputs", x, "--out", file("y.npz"), "--signature", "serve"),
        model + " is not a SavedModel: it has no signatures");
  }
}

package rhyton.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.tensor.DType;
import rhyton.tensor.FileFormatException;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

class CsvTableTest {
  @TempDir Path folder;

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }

  private void refused(String text, String message) throws IOException {
    Path file = csv(text);
    FileFormatException e =
        assertThrows(FileFormatException.class, () -> CsvTable.read(file).close());
    assertEquals(file + ": " + message, e.getMessage());
  }

  @Test
  void readsNumbersOfAllForms() throws IOException {
    Path file = csv("\uFEFFa,\"b, c\"\r\n-1,2.5\r\n1e3,nan\r\n\r\n.5,7\r\n");
    try (Tensor table = CsvTable.read(file)) {
      assertEquals(Shape.of(3, 2), table.shape());
      assertEquals(DType.FLOAT32, table.dtype());
      assertArrayEquals(new float[] {-1, 2.5f, 1000, Float.NaN, .5f, 7}, table.floats());
    }
  }

  @Test
  void readsMoreLinesThanFitAtFirst() throws IOException {
    StringBuilder text = new StringBuilder("a,b,c\n");
    for (int i = 0; i < 1000; i++) {
      text.append(i).append(",1,2\n");
    }
    try (Tensor table = CsvTable.read(csv(text.toString()))) {
      assertEquals(Shape.of(1000, 3), table.shape());
      assertEquals(999, table.floats()[2997]);
    }
  }

  @Test
  void saysWhereATableIsWrong() throws IOException {
    refused("", "is empty; a header line is expected");
    refused("a,b\n", "has no line behind the header");
    refused("a,b\n1,2\n1\n", "line 3 has 1 columns, the header has 2");
    refused("a,b\n1,2,3\n", "line 2 has 3 columns, the header has 2");
    refused("a,b\n1,two\n", "line 2, column `b`: must be a number. Received: two");
    refused("a,b\n,1\n", "line 2, column `a`: must be a number. Received: nothing");
    refused("a\n1.5f\n", "line 2, column `a`: must be a number. Received: 1.5f");
  }

  @Test
  void writesEachTypeWithItsDigits() throws IOException {
    Path file = folder.resolve("o.csv");
    try (Tensor floats = Tensor.of(new float[][] {{0.1f, 2}, {-3, 1e-7f}})) {
      CsvTable.write(file, floats);
    }
    assertEquals("predict_0,predict_1\n0.1,2.0\n-3.0,1.0E-7\n", Files.readString(file));
    try (Tensor longs = Tensor.of(new long[][] {{1L << 60}})) {
      CsvTable.write(file, longs);
    }
    assertEquals("predict\n1152921504606846976\n", Files.readString(file));
    try (Tensor vector = Tensor.of(new float[] {1})) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> CsvTable.write(file, vector));
      assertTrue(e.getMessage().endsWith("CSV is for outputs of rank 2. Received: shape=(1,)"));
    }
  }
}

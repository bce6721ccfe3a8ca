package rhyton.samples.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.tensor.Tensor;

class PicturesTest {
  @TempDir Path dir;

  @Test
  void imagesStandInRows() throws IOException {
    Path file = dir.resolve("new/grid.png");
    Pictures.save(file, Tensor.of(new float[] {0, 0.2f, 1, 2, -1, 1}).reshape(3, 1, 2, 1), 2);
    var grid = ImageIO.read(file.toFile());
    assertEquals(4, grid.getWidth());
    assertEquals(2, grid.getHeight());
    assertEquals(0xff000000, grid.getRGB(0, 0));
    assertEquals(0xff333333, grid.getRGB(1, 0));
    assertEquals(0xffffffff, grid.getRGB(3, 0));
    assertEquals(0xff000000, grid.getRGB(0, 1));
    assertEquals(0xffffffff, grid.getRGB(1, 1));
    assertEquals(0xff000000, grid.getRGB(2, 1), "there is no fourth image");
  }

  @Test
  void imagesMayBeColoured() throws IOException {
    Path file = dir.resolve("grid.png");
    Pictures.save(file, Tensor.of(new float[] {1, 0.2f, 0}).reshape(1, 1, 1, 3), 1);
    assertEquals(0xffff3300, ImageIO.read(file.toFile()).getRGB(0, 0));
  }

  @Test
  void otherShapesAreRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Pictures.save(dir.resolve("x.png"), Tensor.of(new float[2][3]), 1));
    assertTrue(e.getMessage().endsWith("1 or 3). Received: shape (2, 3)"), e.getMessage());
  }

  @Test
  void aPlaceThatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.createFile(dir.resolve("file"));
    var e =
        assertThrows(
            UncheckedIOException.class,
            () -> Pictures.save(file.resolve("x.png"), Tensor.of(new float[1][1][1][1]), 1));
    assertTrue(e.getMessage().startsWith("Cannot write "), e.getMessage());
  }
}

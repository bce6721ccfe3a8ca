package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaeTest {
  /** The numbers are those that the twin in Python prints. */
  @Test
  void reconstructsAsInKeras(@TempDir Path dir) throws IOException {
    Path picture = dir.resolve("plane.png");
    var measured = Vae.run(2560, 4, picture);
    assertEquals(222.16, measured.get("reconstruction"), 1);
    assertEquals(231.31, measured.get("loss"), 1);
    var grid = ImageIO.read(picture.toFile());
    assertEquals(15 * 28, grid.getWidth());
    assertEquals(15 * 28, grid.getHeight());
  }
}

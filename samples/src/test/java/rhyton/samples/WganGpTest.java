package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WganGpTest {
  /** The numbers are those that the twin in Python prints. */
  @Test
  void bothNetworksLearnAsInKeras(@TempDir Path dir) throws IOException {
    Path picture = dir.resolve("digits.png");
    var losses = WganGp.run(640, 2, picture);
    assertEquals(0.642, losses.get("c_loss").get(0), 0.05);
    assertEquals(-10.035, losses.get("c_loss").get(1), 0.05);
    assertEquals(4.639, losses.get("g_loss").get(0), 0.05);
    assertEquals(13.870, losses.get("g_loss").get(1), 0.05);
    var grid = ImageIO.read(picture.toFile());
    assertEquals(280, grid.getWidth());
    assertEquals(168, grid.getHeight());
  }
}

package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DcganTest {
  /** The numbers are those that the twin in Python prints. */
  @Test
  void bothNetworksLearnAsInKeras(@TempDir Path dir) throws IOException {
    Path picture = dir.resolve("digits.png");
    var losses = Dcgan.run(640, 2, picture);
    assertEquals(0.6352, losses.get("d_loss").get(0), 2e-3);
    assertEquals(0.5267, losses.get("d_loss").get(1), 2e-3);
    assertEquals(0.9527, losses.get("g_loss").get(0), 2e-3);
    assertEquals(1.3235, losses.get("g_loss").get(1), 2e-3);
    var grid = ImageIO.read(picture.toFile());
    assertEquals(280, grid.getWidth());
    assertEquals(168, grid.getHeight());
  }
}

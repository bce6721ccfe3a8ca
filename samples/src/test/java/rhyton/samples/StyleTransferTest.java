package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.samples.data.FashionMnist;

class StyleTransferTest {
  @Test
  void theImageTakesTheStyle(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("style.png");
    List<Double> losses = StyleTransfer.run(FewImages.of(FashionMnist.load()), 2, 100, file);
    assertEquals(100, losses.size());
    assertTrue(losses.get(99) < 0.5 * losses.get(0), losses.get(0) + " to " + losses.get(99));
    assertEquals(3 * 28, ImageIO.read(file.toFile()).getWidth());
  }
}

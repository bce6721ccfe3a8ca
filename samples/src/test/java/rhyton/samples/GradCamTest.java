package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.samples.data.FashionMnist;

class GradCamTest {
  @Test
  void whatTheMapsShowIsWhatCounts(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("gradcam.png");
    double[] accuracies = GradCam.run(FewImages.of(FashionMnist.load()), 2, file);
    assertTrue(accuracies[0] > 0.6, "the convnet has learned: " + accuracies[0]);
    assertTrue(accuracies[1] < accuracies[0] - 0.05, "salient pixels count: " + accuracies[1]);
    assertTrue(accuracies[2] < accuracies[3], "hot pixels count more than cold ones");
    var picture = ImageIO.read(file.toFile());
    assertEquals(6 * 28, picture.getWidth());
    assertEquals(3 * 28, picture.getHeight());
  }
}

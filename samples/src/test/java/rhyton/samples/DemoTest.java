package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoTest {
  private static Demo.Options parse(String... args) {
    return Demo.Options.parse(args);
  }

  @Test
  void everyOptionHasADefault() {
    assertEquals(new Demo.Options(false, 0, Path.of("")), parse());
    assertEquals(
        new Demo.Options(true, 3, Path.of("here")),
        parse("--out", "here", "--download", "--epochs", "3"));
  }

  @Test
  void fewImagesAreSeenMoreOften() {
    assertEquals(12, parse().epochs(10_000));
    assertEquals(2, parse().epochs(60_000));
    assertEquals(1, parse("--epochs", "1").epochs(10_000));
  }

  @Test
  void anythingElseIsWrong() {
    assertNull(parse("--epochs"));
    assertNull(parse("--epochs", "0"));
    assertNull(parse("--epochs", "many"));
    assertNull(parse("--out"));
    assertNull(parse("more"));
  }
}

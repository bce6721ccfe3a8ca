package rhyton.samples.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Shakespeare's 154 sonnets, in the public domain, with an empty line between them. */
public final class Sonnets {
  private Sonnets() {}

  /** Returns the text of all of them, 94,653 letters. */
  public static String load() {
    try (var in = Sonnets.class.getResourceAsStream("sonnets.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the sonnets: " + e.getMessage(), e);
    }
  }
}

package rhyton.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the JSON files below {@code src/test/resources/golden}. */
public final class GoldenJson {
  private GoldenJson() {}

  /** The content of a file, given by its path below {@code golden}. */
  public static JsonNode read(String path) {
    try (var in = GoldenJson.class.getResourceAsStream("/golden/" + path)) {
      if (in == null) {
        throw new FileNotFoundException("golden/" + path);
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

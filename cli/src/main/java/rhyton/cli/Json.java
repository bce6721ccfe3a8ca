package rhyton.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** JSON as the commands print and write it. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** One line, without a line feed. */
  static String line(Object value) throws JsonProcessingException {
    return MAPPER.writeValueAsString(value);
  }

  /** Many lines with indentation. */
  static String pretty(JsonNode value) throws JsonProcessingException {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  static void write(Path file, String json) throws IOException {
    Files.writeString(file, json + "\n");
  }

  static JsonNode read(byte[] json) throws IOException {
    return MAPPER.readTree(json);
  }

  /** Reads an object whose values are numbers. */
  static Map<String, Double> numbers(String json) throws JsonProcessingException {
    return MAPPER.readerForMapOf(Double.class).readValue(json);
  }
}

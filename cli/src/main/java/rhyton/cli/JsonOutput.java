package rhyton.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --json}. */
final class JsonOutput {
  @Option(
      names = "--json",
      paramLabel = "FILE|-",
      description =
          "Write the result as JSON too; `-`: to standard output, and nothing else there.")
  private String target;

  /** Whether standard output belongs to the JSON alone. */
  boolean isStandardOutput() {
    return "-".equals(target);
  }

  /** Writes where the option says; nowhere without it. */
  void write(JsonNode json, PrintWriter out) throws IOException {
    if (isStandardOutput()) {
      out.println(Json.pretty(json));
    } else if (target != null) {
      Json.write(Path.of(target), Json.pretty(json));
    }
  }
}

package rhyton.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import rhyton.models.LoadOptions;
import rhyton.verify.CaseResult;
import rhyton.verify.CaseVerifier;

/** Computes again what Python has computed, and compares. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Compute what Python Keras has computed for the cases below a folder, and compare."
            + " tools/write_cases.py writes such cases.")
final class VerifyCommand extends Action {
  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "Every folder below it with a case.json is a case.")
  private Path folder;

  @Mixin private UserClasses classes;
  @Mixin private JsonOutput json;

  private final ArrayNode cases = JsonNodeFactory.instance.arrayNode();
  private int passed;
  private int failed;

  @Override
  int run() throws IOException {
    LoadOptions options = classes.loadOptions();
    for (Path found : cases()) {
      String name =
          found.equals(folder)
              ? folder.toRealPath().getFileName().toString()
              : folder.relativize(found).toString();
      report(name.replace('\\', '/'), CaseVerifier.verify(found, options));
    }
    if (!json.isStandardOutput()) {
      out().println(passed + " passed, " + failed + " failed");
    }
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("passed", passed).put("failed", failed).set("cases", cases);
    json.write(all, out());
    if (failed > 0) {
      err().println(failed + " of " + (passed + failed) + " cases failed");
    } else if (passed == 0) {
      err().println(folder + ": no case was found that can be computed");
    }
    return failed == 0 && passed > 0 ? 0 : 1;
  }

  private List<Path> cases() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw Files.exists(folder)
          ? new NotDirectoryException(folder.toString())
          : new java.nio.file.NoSuchFileException(folder.toString());
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.endsWith("case.json")).map(Path::getParent).sorted().toList();
    }
  }

  private void report(String name, CaseResult result) {
    String message = result.message().strip().replaceAll("\\s*\\R\\s*", " ");
    if (result.status() == CaseResult.Status.UNKNOWN) {
      err().println(name + ": not counted: " + message);
      err().flush();
      return;
    }
    if (result.status() == CaseResult.Status.PASS) {
      passed++;
    } else {
      failed++;
    }
    boolean compared = !Double.isNaN(result.maxDeviation());
    cases
        .addObject()
        .put("case", name)
        .put("status", result.status().name())
        .put("max_deviation", compared ? (Double) result.maxDeviation() : null)
        .put("message", message);
    if (!json.isStandardOutput()) {
      String deviation = compared ? String.format(Locale.ROOT, "%.1e", result.maxDeviation()) : "-";
      out().println((result.status() + " " + name + " " + deviation + " " + message).strip());
      out().flush();
    }
  }
}

package rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/** The classes, functions and features of Keras that a model file names. */
final class UsedNames {
  private final Set<String> names = new TreeSet<>();

  private UsedNames() {}

  /**
   * The names in the config of a {@code .keras} file: classes with their modules, ops as {@code
   * keras.ops.Einsum}, losses and metrics given by name as {@code keras.losses.mse}, policies of
   * data types that are more than a type.
   */
  static Set<String> of(Path file) {
    UsedNames used = new UsedNames();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      JsonNode config =
          new ObjectMapper().readTree(zip.getInputStream(zip.getEntry("config.json")));
      used.visit(config);
      used.texts("keras.losses.", config.at("/compile_config/loss"));
      used.texts("keras.metrics.", config.at("/compile_config/metrics"));
      used.texts("keras.metrics.", config.at("/compile_config/weighted_metrics"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return used.names;
  }

  private void visit(JsonNode json) {
    String module = json.path("module").asText();
    String className = json.path("class_name").asText();
    if (className.endsWith("DTypePolicy") || className.equals("DTypePolicyMap")) {
      String policy = json.at("/config/name").asText(className);
      if (policy.startsWith("mixed_")) {
        names.add(policy);
      }
    } else if (module.startsWith("keras.src.ops.")) {
      names.add("keras.ops." + className);
    } else if (module.startsWith("keras.") && !module.startsWith("keras.src.")) {
      names.add(module + "." + className);
    }
    json.forEach(this::visit);
  }

  private void texts(String module, JsonNode json) {
    if (json.isTextual()) {
      names.add(module + json.textValue());
    } else if (!json.has("class_name")) {
      json.forEach(item -> texts(module, item));
    }
  }
}

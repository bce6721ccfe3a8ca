package rhyton.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import rhyton.tensor.DType;
import rhyton.tensor.Npz;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** Makes the calls that each case lists and compares the results with TensorFlow's. */
@Tag("golden")
final class SavedModelGoldenTest {
  @TestFactory
  Stream<DynamicTest> givesTheResultsOfTensorFlow() {
    List<Path> cases = GoldenFiles.cases();
    if (cases.isEmpty()) {
      return Stream.of(
          DynamicTest.dynamicTest(
              "files", () -> assumeTrue(false, "no SavedModels in " + GoldenFiles.root())));
    }
    return cases.stream()
        .map(one -> DynamicTest.dynamicTest(one.getFileName().toString(), () -> check(one)));
  }

  private static void check(Path folder) throws Exception {
    JsonNode facts = GoldenFiles.json(folder.resolve("case.json"));
    Path model = folder.resolve(facts.at("/files/model").asText());
    if (facts.get("expect").asText().equals("error")) {
      SavedModelException e =
          assertThrows(SavedModelException.class, () -> SavedModel.load(model).close());
      assertSays(e, facts.get("message_words"));
      return;
    }
    Map<List<String>, SavedModel> models = new HashMap<>();
    try (TensorScope scope = TensorScope.open()) {
      facts.get("tags").forEach(tags -> load(models, model, strings(tags)));
      Map<String, Tensor> data = arrays(folder.resolve("data.npz"));
      Map<String, Tensor> expected = arrays(folder.resolve("expected.npz"));
      for (JsonNode call : facts.get("calls")) {
        List<String> tags = call.has("tags") ? strings(call.get("tags")) : List.of("serve");
        call(load(models, model, tags), call, data, expected, facts);
      }
    } finally {
      models.values().forEach(SavedModel::close);
    }
  }

  private static SavedModel load(
      Map<List<String>, SavedModel> models, Path folder, List<String> tags) {
    return models.computeIfAbsent(tags, t -> SavedModel.load(folder, t));
  }

  static void assertSays(Exception e, JsonNode words) {
    String message = e.getMessage().toLowerCase(Locale.ROOT);
    for (String word : strings(words)) {
      assertTrue(message.contains(word.toLowerCase(Locale.ROOT)), word + " in: " + message);
    }
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(one -> strings.add(one.asText()));
    return strings;
  }

  private static Map<String, Tensor> arrays(Path file) throws Exception {
    return Files.exists(file) ? Npz.readAll(file) : Map.of();
  }

  private static void call(
      SavedModel model,
      JsonNode call,
      Map<String, Tensor> data,
      Map<String, Tensor> expected,
      JsonNode facts) {
    Map<String, Tensor> inputs = new HashMap<>();
    call.get("inputs")
        .properties()
        .forEach(
            input -> {
              String array = input.getValue().asText();
              boolean encoded = facts.at("/encodings/" + array).asText().equals("base64");
              Tensor value = data.get(array);
              inputs.put(input.getKey(), encoded ? decoded(value) : value);
            });
    Map<String, Tensor> results = model.call(call.get("signature").asText(), inputs);
    assertEquals(call.get("outputs").size(), results.size());
    call.get("outputs")
        .properties()
        .forEach(
            output ->
                assertClose(
                    expected.get(output.getValue().asText()),
                    results.get(output.getKey()),
                    facts.get("tolerance"),
                    output.getKey()));
  }

  private static Tensor decoded(Tensor base64) {
    byte[][] bytes =
        base64.strings().stream()
            .map(text -> Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)))
            .toArray(byte[][]::new);
    return Tensor.ofStrings(base64.shape(), bytes);
  }

  private static void assertClose(Tensor want, Tensor got, JsonNode tolerance, String name) {
    assertNotNull(want, name);
    assertNotNull(got, name);
    assertEquals(want.shape(), got.shape(), name);
    if (want.dtype() == DType.STRING) {
      assertEquals(want.strings(), got.strings(), name);
      return;
    }
    double rtol = tolerance.get("rtol").asDouble();
    double atol = tolerance.get("atol").asDouble();
    double[] a = numbers(got);
    double[] b = numbers(want);
    for (int i = 0; i < b.length; i++) {
      boolean same = Double.compare(a[i], b[i]) == 0;
      double difference = Math.abs(a[i] - b[i]);
      assertTrue(
          same || difference <= atol + rtol * Math.abs(b[i]),
          name + "[" + i + "]: " + a[i] + ", expected " + b[i]);
    }
  }

  private static double[] numbers(Tensor tensor) {
    if (!tensor.dtype().isComplex()) {
      return (tensor.dtype() == DType.BOOL ? tensor.cast(DType.INT32) : tensor).doubles();
    }
    boolean wide = tensor.dtype() == DType.COMPLEX128;
    var bytes = tensor.toBytes();
    double[] parts = new double[Math.toIntExact(2 * tensor.shape().size())];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = wide ? bytes.getDouble() : bytes.getFloat();
    }
    return parts;
  }
}

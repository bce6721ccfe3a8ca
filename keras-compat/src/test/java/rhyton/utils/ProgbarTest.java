package rhyton.utils;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.testing.GoldenJson;

class ProgbarTest {
  private static final Pattern VALUE = Pattern.compile(" - (\\w+): ([-+.e\\d]+)");
  private static final Map<String, Integer> SAMPLES =
      Map.of("progress_text", 22, "progress_two_outputs", 12);

  /** Replays what Python printed: histories as they are, values of single batches as printed. */
  @TestFactory
  Stream<DynamicTest> drawsPythonsText() {
    return new TreeMap<>(SAMPLES)
        .entrySet().stream().flatMap(c -> replays(c.getKey(), c.getValue()));
  }

  private static Stream<DynamicTest> replays(String name, int samples) {
    JsonNode steps = GoldenJson.read("training/" + name + "/case.json").get("steps");
    JsonNode expected = GoldenJson.read("training/" + name + "/expected.json");
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      var replay = new Replay(steps.get(i), expected.get(i), samples);
      tests.add(
          DynamicTest.dynamicTest(
              name + " " + i, () -> assertEquals(replay.expected, replay.text())));
    }
    assertFalse(tests.isEmpty());
    return tests.stream();
  }

  /** One call of fit, evaluate or predict, as far as it prints. */
  private static final class Replay {
    private final JsonNode step;
    private final JsonNode result;
    private final String expected;
    private final int batches;
    private final int validationBatches;
    private final int verbose;
    private final double clock;
    private final StringBuilder out = new StringBuilder();
    private double now = 1000;

    Replay(JsonNode step, JsonNode result, int samples) {
      this.step = step;
      this.result = result;
      expected = result.get("stdout").asText();
      JsonNode args = step.get("args");
      int size = args.get("batch_size").asInt();
      int training = (int) (samples * (1 - args.path("validation_split").asDouble()));
      batches = (training + size - 1) / size;
      validationBatches = (samples - training + size - 1) / size;
      verbose = args.get("verbose").asInt();
      clock = step.get("clock").asDouble();
    }

    String text() {
      int epochs = step.get("args").path("epochs").asInt(1);
      String[] parts = expected.split("(?<=\n)(?=Epoch )", -1);
      for (int epoch = 0; epoch < epochs; epoch++) {
        var bar =
            new Progbar(batches)
                .verbose(verbose)
                .statelessMetrics(Set.of())
                .output(out)
                .clock(() -> now);
        if (epochs > 1) {
          out.append("Epoch ").append(epoch + 1).append('/').append(epochs).append('\n');
        }
        for (int batch = 1; batch <= batches; batch++) {
          now += clock;
          if (verbose == 1) {
            bar.update(batch, printed(parts[epoch], batch), false);
          }
        }
        now += clock * validationBatches;
        bar.update(batches, last(epoch), true);
      }
      return out.toString();
    }

    /** The values at the first drawing of a batch. */
    private Map<String, Double> printed(String part, int batch) {
      Map<String, Double> values = new LinkedHashMap<>();
      String count = "\033[1m" + batch + "/" + batches;
      Stream.of(part.split("\r"))
          .filter(drawing -> drawing.startsWith(count))
          .findFirst()
          .ifPresent(
              drawing -> {
                Matcher value = VALUE.matcher(drawing);
                while (value.find()) {
                  values.put(value.group(1), Double.parseDouble(value.group(2)));
                }
              });
      return values;
    }

    private Map<String, Double> last(int epoch) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (JsonNode key : result.path("history_keys")) {
        values.put(key.asText(), result.get("history").get(key.asText()).get(epoch).asDouble());
      }
      if (result.has("result")) {
        List<String> names =
            result.get("result").size() == 2
                ? List.of("loss", "mae")
                : List.of("loss", "out_a_loss", "out_b_loss", "out_b_accuracy");
        Map<String, Double> sorted = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
          sorted.put(names.get(i), result.get("result").get(i).asDouble());
        }
        values.putAll(sorted);
      }
      return values;
    }
  }

  private final StringBuilder out = new StringBuilder();
  private double now = 1000;

  private Progbar on(Progbar bar) {
    return bar.output(out).clock(() -> now);
  }

  @Test
  void unknownTarget() {
    var bar = on(new Progbar());
    now += 0.5;
    bar.update(1, Map.of("loss", 0.5));
    now += 0.5;
    bar.add(1, Map.of("loss", 0.25));
    bar.setTarget(2);
    bar.update(2, Map.of("loss", 0.3), true);
    String first = "\r      1/Unknown \033[1m0s\033[0m 500ms/step - loss: 0.5000";
    String second = "\r      2/Unknown \033[1m1s\033[0m 500ms/step - loss: 0.3750";
    assertEquals(
        first
            + "\b".repeat(44)
            + second
            + "\b".repeat(44)
            + "\r\033[1m2/2\033[0m \033[32m"
            + "━".repeat(20)
            + "\033[0m\033[37m\033[0m \033[1m1s\033[0m 500ms/step - loss: 0.3000\n",
        out.toString());
  }

  @Test
  void averagesAllButStatefulMetrics() {
    var bar =
        on(new Progbar(10).interval(0).width(4).statefulMetrics(List.of("lr")).redrawn(false));
    for (int step : new int[] {1, 3}) {
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("loss", (double) step);
      values.put("lr", 1e-3 / step);
      bar.update(step, values);
    }
    String[] drawings = out.toString().split("\n", -1);
    assertEquals(3, drawings.length);
    assertEquals("", drawings[0]);
    assertEquals(
        "\033[1m 1/10\033[0m \033[37m━━━━\033[0m \033[1m0s\033[0m 0s/step"
            + " - loss: 1.0000 - lr: 1.0000e-03",
        drawings[1]);
    assertEquals(
        "\033[1m 3/10\033[0m \033[32m━\033[0m\033[37m━━━\033[0m \033[1m0s\033[0m 0s/step"
            + " - loss: 2.3333 - lr: 3.3333e-04",
        drawings[2]);
  }

  @Test
  void timesAndUnits() {
    var bar = on(new Progbar(1000).unitName("sample").width(1));
    now += 20;
    bar.update(1, Map.of());
    assertEquals(
        "\r\033[1m   1/1000\033[0m \033[37m━\033[0m \033[1m5:33:00\033[0m 20s/sample",
        out.toString());
    out.setLength(0);
    now += 0.06;
    bar.update(601, Map.of());
    assertEquals(
        "\b".repeat(30)
            + "\r\033[1m 601/1000\033[0m \033[37m━\033[0m \033[1m0s\033[0m 100us/sample   ",
        out.toString());
  }

  @Test
  void oneLineAtTheEnd() {
    var bar = on(new Progbar(2).verbose(2));
    bar.update(1, Map.of("x", 1.0));
    assertEquals("", out.toString());
    now += 3;
    bar.update(2, Map.of("x", -1.0));
    assertEquals("2/2 - 3s - 3s/step - x: -1.0000e+00\n", out.toString());
  }

  @Test
  void silent() {
    var bar = on(new Progbar(1).verbose(0));
    bar.update(1, Map.of("x", 1.0));
    assertEquals("", out.toString());
  }

  @Test
  void streamsGetUtf8() {
    var bytes = new ByteArrayOutputStream();
    var stream = new PrintStream(bytes, false, StandardCharsets.US_ASCII);
    new Progbar(1).width(1).output(stream).clock(() -> 0).update(1, Map.of());
    String text = "\r\033[1m1/1\033[0m \033[32m━\033[0m\033[37m\033[0m \033[1m0s\033[0m 0s/step\n";
    assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), bytes.toByteArray());
  }

  @Test
  void refusesWrongOptions() {
    assertEquals(
        "Progbar: argument `verbose` must be 0, 1 or 2. Received: verbose=3",
        assertThrows(IllegalArgumentException.class, () -> new Progbar(1).verbose(3)).getMessage());
    assertEquals(
        "Progbar: argument `target` must not be negative. Received: target=-1",
        assertThrows(IllegalArgumentException.class, () -> new Progbar(-1)).getMessage());
  }
}

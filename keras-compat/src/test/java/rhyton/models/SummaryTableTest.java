package rhyton.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rhyton.models.SummaryTable.Connection;
import rhyton.models.SummaryTable.Options;
import rhyton.models.SummaryTable.Row;
import rhyton.models.SummaryTable.Size;
import rhyton.models.SummaryTable.Totals;
import rhyton.testing.GoldenJson;

class SummaryTableTest {
  private static final String FOLDER = "training/summary/";

  /** What does not stand in the files: output shape and number of parameters of each layer. */
  private static final Map<String, List<String>> LAYERS =
      Map.of(
          "mlp",
          List.of("dense (None, 32) 2080", "dropout (None, 32) 0", "dense_1 (None, 10) 330"),
          "cnn",
          List.of(
              "conv2d (None, 10, 10, 8) 80",
              "max_pooling2d (None, 5, 5, 8) 0",
              "batch_normalization (None, 5, 5, 8) 32",
              "conv2d_1 (None, 3, 3, 8) 584",
              "flatten (None, 72) 0",
              "dense (None, 10) 730"),
          "two_inputs",
          List.of(
              "a_rather_long_name_of_an_input_layer (None, None) 0",
              "left (None, 8) 0",
              "embedding (None, None, 6) 60",
              "dense (None, 4) 36",
              "lstm (None, 5) 240",
              "concatenate (None, 9) 0",
              "p (None, 1) 10",
              "q (None, 3) 30"),
          "nested",
          List.of(
              "x (None, 8) 0",
              "encoder (None, 3) 75",
              "input_layer (None, 8) 0",
              "hidden (None, 6) 54",
              "code (None, 3) 21",
              "decoder (None, 8) 104",
              "dh (None, 6) 24",
              "dbn (None, 6) 24",
              "do (None, 8) 56"),
          "reuse",
          List.of("i (None, 4) 0", "s (None, 4) 20", "r (None, 4) 0", "add (None, 4) 0"),
          "compiled",
          List.of("dense (None, 8) 40", "dense_1 (None, 1) 9"),
          "unbuilt",
          List.of("one ? unbuilt", "two ? 0", "three ? unbuilt"),
          "dag",
          List.of(
              "picture (None, 16, 16, 3) 0",
              "a_convolution_with_a_very_long_name_that_will_not_fit (None, 16, 16, 16) 448",
              "down (None, 8, 8, 16) 0",
              "up (None, 16, 16, 16) 0",
              "join (None, 16, 16, 32) 0",
              "multiply (None, 16, 16, 32) 0",
              "gap (None, 32) 0",
              "d1 (None, 20) 660",
              "d2 (None, 30) 990"));

  private static final Map<String, Totals> TOTALS =
      Map.of(
          "mlp", new Totals(floats(2410), Size.NONE, null),
          "cnn", new Totals(floats(1410), floats(16), null),
          "two_inputs", new Totals(floats(376), Size.NONE, null),
          "nested", new Totals(floats(92), floats(87), null),
          "reuse", new Totals(floats(20), Size.NONE, null),
          // Adam: two slots per weight, the learning rate, and a counter of eight bytes.
          "compiled", new Totals(floats(49), Size.NONE, new Size(100, 2 * 49 * 4 + 4 + 8)),
          "unbuilt", new Totals(Size.NONE, Size.NONE, null),
          "dag", new Totals(floats(1108), floats(990), null));

  private static Size floats(long params) {
    return new Size(params, params * 4);
  }

  @TestFactory
  Stream<DynamicTest> printsPythonsText() throws IOException {
    JsonNode expected = GoldenJson.read(FOLDER + "expected.json");
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode model : GoldenJson.read(FOLDER + "case.json").get("models")) {
      String name = model.get("name").asText();
      JsonNode config = config(model.get("file").asText());
      List<Row> rows = rows(config, LAYERS.get(name), 0);
      boolean connected = rows.stream().anyMatch(row -> row.connections().size() > 1);
      for (int i = 0; i < model.get("calls").size(); i++) {
        Options options = options(model.get("calls").get(i));
        String modelName = config.get("config").get("name").asText();
        String text = expected.get(name).get(i).asText();
        tests.add(
            DynamicTest.dynamicTest(
                name + " " + i,
                () ->
                    assertEquals(
                        withoutBlanksAtEnds(text),
                        withoutBlanksAtEnds(
                            SummaryTable.render(
                                modelName, connected, rows, TOTALS.get(name), options)))));
      }
    }
    assertEquals(24, tests.size());
    return tests.stream();
  }

  private static JsonNode config(String file) throws IOException {
    if (file.endsWith(".json")) {
      return GoldenJson.read(FOLDER + file);
    }
    try (var zip =
        new ZipInputStream(
            SummaryTableTest.class.getResourceAsStream("/golden/" + FOLDER + file))) {
      while (!zip.getNextEntry().getName().equals("config.json")) {
        zip.closeEntry();
      }
      return new ObjectMapper().readTree(zip.readAllBytes());
    }
  }

  private static List<Row> rows(JsonNode model, List<String> facts, int level) {
    List<Row> rows = new ArrayList<>();
    boolean sequential = model.get("class_name").asText().equals("Sequential");
    for (JsonNode layer : model.get("config").get("layers")) {
      String className = layer.get("class_name").asText();
      if (!(sequential && className.equals("InputLayer"))) {
        rows.add(row(layer, facts, level));
        if (layer.get("config").has("layers")) {
          rows.addAll(rows(layer, facts, level + 1));
        }
      }
    }
    return rows;
  }

  private static Row row(JsonNode layer, List<String> facts, int level) {
    String name = layer.get("config").get("name").asText();
    String fact =
        facts.stream().filter(text -> text.startsWith(name + " ")).findFirst().orElseThrow();
    String params = fact.substring(fact.lastIndexOf(' ') + 1);
    return new Row(
        level,
        name,
        layer.get("class_name").asText(),
        fact.substring(name.length() + 1, fact.lastIndexOf(' ')),
        params.equals("unbuilt") ? null : Long.valueOf(params),
        layer.path("inbound_nodes").findValues("keras_history").stream()
            .map(h -> new Connection(h.get(0).asText(), h.get(1).asInt(), h.get(2).asInt()))
            .toList(),
        params.equals("0") ? null : layer.get("config").get("trainable").asBoolean());
  }

  private static Options options(JsonNode call) {
    List<Double> positions = null;
    if (call.has("positions")) {
      positions = new ArrayList<>();
      for (JsonNode position : call.get("positions")) {
        positions.add(position.asDouble());
      }
    }
    return new Options(
        call.get("line_length").asInt(),
        positions,
        call.path("expand_nested").asBoolean(),
        call.path("show_trainable").asBoolean(),
        null);
  }

  private static String withoutBlanksAtEnds(String text) {
    return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }

  private static final Totals NOTHING = new Totals(Size.NONE, Size.NONE, null);

  private static Row row(int level, String name) {
    return new Row(level, name, "Dense", "(None, 1)", 2L, List.of(), true);
  }

  private static Options with(Integer lineLength, List<Double> positions, List<String> range) {
    return new Options(lineLength, positions, true, false, range);
  }

  private static String render(List<Row> rows, Options options) {
    return SummaryTable.render("m", false, rows, NOTHING, options);
  }

  @Test
  void widthsByDefault() {
    List<Row> rows = List.of(row(0, "a"));
    var trainable = new Options(null, null, false, true, null);
    for (boolean connected : new boolean[] {false, true}) {
      int width = connected ? 108 : 88;
      assertEquals(
          width, width(SummaryTable.render("m", connected, rows, NOTHING, Options.DEFAULT)));
      assertEquals(
          width + 12, width(SummaryTable.render("m", connected, rows, NOTHING, trainable)));
    }
  }

  private static int width(String summary) {
    return summary.lines().skip(1).findFirst().orElseThrow().length();
  }

  /** The table that Python's library draws for the same columns, as in the next test. */
  @Test
  void columnsThatEndEarlyAreWidened() {
    assertEquals(
        """
        Model: "m"
        ┏━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━┓
        ┃ Layer (type)      ┃ Output Shape      ┃          Param # ┃
        ┡━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━┩
        │ a (Dense)         │ (None, 1)         │                2 │
        └───────────────────┴───────────────────┴──────────────────┘
        """,
        table(render(List.of(row(0, "a")), with(60, List.of(0.2, 0.4, 0.6), null))));
  }

  @Test
  void wordsWrapAndHeadingsStandAtTheBottom() {
    var layer = new Row(0, "日本語レイヤー", "Dense", "(None, 128, 128)", null, List.of(), null);
    assertEquals(
        """
        Model: "m"
        ┏━━━━━━━━━━━━━━━━━┳━━━━━━━━━━┳━━━━━┓
        ┃                 ┃ Output   ┃ Pa… ┃
        ┃ Layer (type)    ┃ Shape    ┃   # ┃
        ┡━━━━━━━━━━━━━━━━━╇━━━━━━━━━━╇━━━━━┩
        │ 日本語レイヤー  │ (None,   │   0 │
        │ (Dense)         │ 128,     │ (u… │
        │                 │ 128)     │     │
        └─────────────────┴──────────┴─────┘
        """,
        table(render(List.of(layer), with(36, List.of(0.5, 0.86, 1.0), null))));
  }

  private static String table(String summary) {
    return summary.substring(0, summary.indexOf(" Total params"));
  }

  @ParameterizedTest
  @CsvSource({
    "b, c, 'b,   └ b1,c,   └ c1'",
    "c, b, 'b,   └ b1,c,   └ c1'",
    "d, d, d",
    "., b$, 'a,b,   └ b1'",
    "b|d, b|d, 'b,   └ b1,c,   └ c1,d'"
  })
  void rangeOfLayers(String first, String last, String expected) {
    List<Row> rows =
        List.of(row(0, "a"), row(0, "b"), row(1, "b1"), row(0, "c"), row(1, "c1"), row(0, "d"));
    String shown =
        render(rows, with(null, null, List.of(first, last)))
            .lines()
            .filter(line -> line.startsWith("│"))
            .map(line -> line.substring(2, line.indexOf(" (Dense)")))
            .collect(Collectors.joining(","));
    assertEquals(expected, shown);
  }

  @Test
  void refusesOptionsThatDoNotFit() {
    List<Row> rows = List.of(row(0, "a"), row(0, "b"));
    assertMessage(
        "summary: argument `positions` must have one number for each of the columns"
            + " [Layer (type), Output Shape, Param #]. Received: positions=[0.5, 1.0]",
        () -> render(rows, with(null, List.of(0.5, 1.0), null)));
    assertMessage(
        "summary: column \"Param #\" needs at least 4 characters, got 3. Received: line_length=15",
        () -> render(rows, with(15, null, null)));
    assertMessage(
        "summary: argument `layer_range` must match names of layers. Received:"
            + " layer_range=[a, c]. Available: [a, b]",
        () -> render(rows, with(null, null, List.of("a", "c"))));
    assertMessage(
        "summary: argument `layer_range` must be two names. Received: layer_range=[a]",
        () -> render(rows, with(null, null, List.of("a"))));
  }

  private static void assertMessage(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 B",
    "0.125, 0.12 B",
    "1023, 1023.00 B",
    "1024, 1.00 KB",
    "9640, 9.41 KB",
    "1048576, 1.00 MB",
    "6e9, 5.59 GB",
    "2e15, 1.78 PB"
  })
  void memory(double bytes, String expected) {
    assertEquals(expected, SummaryTable.memory(bytes));
  }

  @Test
  void shapes() {
    assertEquals("(None, 28, 28, 1)", SummaryTable.shape(List.of(new long[] {-1, 28, 28, 1})));
    assertEquals("(None)", SummaryTable.shape(List.of(new long[] {-1})));
    assertEquals(
        "[(None, 10), (None, 3)]",
        SummaryTable.shape(List.of(new long[] {-1, 10}, new long[] {-1, 3})));
  }
}

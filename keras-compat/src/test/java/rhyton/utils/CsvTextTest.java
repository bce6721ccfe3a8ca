package rhyton.utils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rhyton.testing.GoldenJson;

class CsvTextTest {
  /** The files that Python wrote, made of the histories that stand beside them. */
  @Test
  void writesPythonsFiles() {
    JsonNode expected = GoldenJson.read("training/csv_logger/expected.json");
    String appended = table(expected.get(0).get("history"), ",", true, 1);
    assertEquals(expected.get(0).get("texts").get("log.csv").asText(), appended);
    appended += table(expected.get(1).get("history"), ",", false, 1);
    assertEquals(expected.get(1).get("texts").get("log.csv").asText(), appended);
    assertEquals(
        expected.get(2).get("texts").get("tab.tsv").asText(),
        table(expected.get(2).get("history"), "\t", true, 2));
  }

  private static String table(JsonNode history, String separator, boolean header, int frequency) {
    var out = new StringBuilder();
    CsvText text = null;
    for (int epoch = 0; epoch < 2; epoch++) {
      Map<String, Double> logs = new LinkedHashMap<>();
      for (var series : history.properties()) {
        boolean validation = series.getKey().startsWith("val_");
        if (!validation || (epoch + 1) % frequency == 0) {
          int index = validation ? (epoch + 1) / frequency - 1 : epoch;
          logs.put(series.getKey(), series.getValue().get(index).asDouble());
        }
      }
      if (text == null) {
        text = CsvText.ofLogs(separator, logs);
        out.append(header ? text.header() : "");
      }
      out.append(text.row(epoch, logs));
    }
    return out.toString();
  }

  @Test
  void columnsAreSortedAndQuotedWhereNeeded() {
    Map<String, Object> logs = new LinkedHashMap<>();
    logs.put("val_q\"r", 1e-5);
    logs.put("a,b", List.of(1.0, 2.5));
    logs.put("none", null);
    var text = CsvText.ofLogs(",", logs);
    assertEquals("epoch,\"a,b\",none,\"val_q\"\"r\"\r\n", text.header());
    assertEquals("3,\"\"\"[1.0, 2.5]\"\"\",None,1e-05\r\n", text.row(3, logs));
    assertEquals("4,NA,NA,NA\r\n", text.row(4, Map.of("other", 1.0)));
  }

  @Test
  void separatorIsOneCharacter() {
    assertEquals(
        "CSVLogger: argument `separator` must be one character. Received: separator=', '",
        assertThrows(IllegalArgumentException.class, () -> CsvText.ofLogs(", ", Map.of()))
            .getMessage());
  }
}

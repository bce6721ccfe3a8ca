package rhyton.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.StringJoiner;

/** The JSON of {@link ModelFacts} for people: a line for each number, tensor and weight. */
final class FactsText {
  private static final int TITLE_WIDTH = 16;

  private FactsText() {}

  static String of(ObjectNode facts) {
    StringBuilder text = new StringBuilder();
    append(text, "", facts);
    return text.toString();
  }

  private static void append(StringBuilder text, String indent, JsonNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String key = field.getKey(); // further in, keys are names of signatures
      String title = indent + (indent.isEmpty() ? key.replace('_', ' ') : key);
      JsonNode value = field.getValue();
      if (value.isArray()) {
        text.append(title).append('\n');
        value.forEach(row -> text.append(indent).append("  ").append(row(row)).append('\n'));
      } else if (value.isObject()) {
        text.append(title).append('\n');
        append(text, indent + "  ", value);
      } else {
        text.append(title)
            .append(" ".repeat(Math.max(1, TITLE_WIDTH - title.length())))
            .append(value.isNull() ? "none" : value.asText())
            .append('\n');
      }
    }
  }

  /** A tensor in one line: {@code dense/kernel (3, 4) float32 trainable}. */
  private static String row(JsonNode tensor) {
    StringJoiner row = new StringJoiner("  ");
    for (Map.Entry<String, JsonNode> field : tensor.properties()) {
      JsonNode value = field.getValue();
      if (field.getKey().equals("shape")) {
        row.add(shape(value));
      } else if (!value.isBoolean()) {
        row.add(value.asText());
      } else if (value.booleanValue()) {
        row.add(field.getKey());
      }
    }
    return row.toString();
  }

  private static String shape(JsonNode dims) {
    if (dims.isNull()) {
      return "(any shape)";
    }
    StringJoiner text = new StringJoiner(", ", "(", dims.size() == 1 ? ",)" : ")");
    dims.forEach(dim -> text.add(dim.isNull() ? "None" : dim.asText()));
    return text.toString();
  }
}

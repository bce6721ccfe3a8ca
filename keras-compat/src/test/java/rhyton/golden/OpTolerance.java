package rhyton.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** How near the results of an op must come, and what of them is compared. */
record OpTolerance(double rtol, double atol, String note) {

  static OpTolerance of(String file, JsonNode one) {
    String note = one.path("note").asText("");
    return switch (file) {
      case "linalg", "fft" -> new OpTolerance(1e-4, 1e-5, note);
      case "image" -> new OpTolerance(1e-5, 1e-5, note);
      default -> new OpTolerance(1e-5, 1e-6, note);
    };
  }

  /** Fails unless the results are those of the JSON: one tensor, several, or a plain value. */
  void check(JsonNode expected, List<Tensor> actual) {
    if (OpValues.isTensor(expected)) {
      assertEquals(1, actual.size(), "number of results");
      checkOne(expected, actual.get(0));
    } else if (expected.isArray() && expected.size() > 0 && OpValues.isTensor(expected.get(0))) {
      assertEquals(expected.size(), actual.size(), "number of results");
      for (int i = 0; i < actual.size(); i++) {
        checkOne(expected.get(i), actual.get(i));
      }
    } else {
      checkPlain(expected, actual.get(0));
    }
  }

  private void checkOne(JsonNode expected, Tensor actual) {
    DType dtype = actual.dtype();
    if (note.equals("compare dtype and shape only")) {
      assertEquals(expected.get("dtype").textValue(), dtype.toString());
      assertEquals(Json.shape(expected), actual.shape());
    } else if (note.equals("unsorted: compare as a set")) {
      assertEquals(expected.get("dtype").textValue(), dtype.toString());
      double[] wanted = Json.tensor(expected).doubles();
      double[] found = actual.doubles();
      java.util.Arrays.sort(wanted);
      java.util.Arrays.sort(found);
      org.junit.jupiter.api.Assertions.assertArrayEquals(wanted, found, 1e-6);
    } else if (dtype == DType.FLOAT16) {
      Json.assertClose(expected, actual, 2e-3, 1e-3);
    } else if (dtype == DType.BFLOAT16) {
      Json.assertClose(expected, actual, 2e-2, 1e-2);
    } else {
      Json.assertClose(expected, actual, rtol, atol);
    }
  }

  /** A number, or a list of numbers such as a shape. */
  private static void checkPlain(JsonNode expected, Tensor actual) {
    double[] numbers = actual.doubles();
    if (expected.isArray()) {
      assertEquals(Shape.of(expected.size()), actual.shape());
      for (int i = 0; i < numbers.length; i++) {
        assertEquals(expected.get(i).doubleValue(), numbers[i]);
      }
    } else {
      assertEquals(Shape.SCALAR, actual.shape());
      assertEquals(Json.number(expected), numbers[0]);
    }
  }
}

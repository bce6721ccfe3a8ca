package rhyton.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/** Tensors in the JSON of golden cases: {@code {"dtype", "shape", "data"}}. */
public final class Json {
  private Json() {}

  /** Makes the tensor of that JSON. */
  public static Tensor tensor(JsonNode json) {
    DType dtype = DType.of(json.get("dtype").textValue());
    if (dtype.isComplex()) {
      return complex(json, dtype);
    }
    List<JsonNode> leaves = leaves(json.get("data"));
    Tensor flat =
        switch (dtype) {
          case BOOL -> Tensor.of(booleans(leaves));
          case STRING -> Tensor.of(leaves.stream().map(JsonNode::textValue).toArray(String[]::new));
          default -> dtype.isFloating() ? floating(leaves, dtype) : integers(leaves, dtype);
        };
    return flat.reshape(shape(json).toArray());
  }

  private static Tensor complex(JsonNode json, DType dtype) {
    DType part = dtype == DType.COMPLEX64 ? DType.FLOAT32 : DType.FLOAT64;
    Tensor flat =
        Op.of("Complex")
            .in(floating(leaves(json.get("real")), part))
            .in(floating(leaves(json.get("imag")), part))
            .attr("Tout", dtype)
            .one();
    return flat.reshape(shape(json).toArray());
  }

  /** The shape in that JSON. */
  public static Shape shape(JsonNode json) {
    return Shape.of(longs(json.get("shape")));
  }

  /** A JSON list of integers. */
  public static long[] longs(JsonNode list) {
    long[] values = new long[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i).longValue();
    }
    return values;
  }

  /** The number of a leaf; what is not finite is written as a string. */
  public static double number(JsonNode json) {
    return json.isTextual()
        ? Double.parseDouble(json.textValue())
        : json.isBoolean() ? (json.booleanValue() ? 1 : 0) : json.doubleValue();
  }

  /**
   * Fails unless the tensor has the type, the shape and, within {@code atol + rtol * |expected|},
   * the numbers of the JSON.
   */
  public static void assertClose(JsonNode expected, Tensor actual, double rtol, double atol) {
    assertEquals(DType.of(expected.get("dtype").textValue()), actual.dtype(), "dtype");
    assertEquals(shape(expected), actual.shape(), "shape");
    if (actual.dtype().isComplex()) {
      DType part = actual.dtype() == DType.COMPLEX64 ? DType.FLOAT32 : DType.FLOAT64;
      for (String name : List.of("Real", "Imag")) {
        Tensor one = Op.of(name).in(actual).attr("Tout", part).one();
        assertNear(leaves(expected.get(name.toLowerCase(Locale.ROOT))), one, rtol, atol);
      }
      return;
    }
    assertNear(leaves(expected.get("data")), actual, rtol, atol);
  }

  private static void assertNear(List<JsonNode> leaves, Tensor actual, double rtol, double atol) {
    double[] numbers = actual.cast(DType.FLOAT64).doubles();
    boolean narrow = actual.dtype().isFloating() && actual.dtype() != DType.FLOAT64;
    for (int i = 0; i < numbers.length; i++) {
      double exact = number(leaves.get(i));
      double wanted = narrow ? (float) exact : exact;
      boolean same = Double.compare(wanted, numbers[i]) == 0 || wanted == numbers[i];
      if (!same && !(Math.abs(wanted - numbers[i]) <= atol + rtol * Math.abs(wanted))) {
        fail("element " + i + ": expected " + wanted + ", computed " + numbers[i]);
      }
    }
  }

  private static List<JsonNode> leaves(JsonNode data) {
    List<JsonNode> leaves = new ArrayList<>();
    collect(data, leaves);
    return leaves;
  }

  private static void collect(JsonNode data, List<JsonNode> leaves) {
    if (data.isArray()) {
      data.forEach(item -> collect(item, leaves));
    } else {
      leaves.add(data);
    }
  }

  private static Tensor floating(List<JsonNode> leaves, DType dtype) {
    double[] numbers = leaves.stream().mapToDouble(Json::number).toArray();
    return Tensor.of(numbers).cast(dtype);
  }

  private static Tensor integers(List<JsonNode> leaves, DType dtype) {
    long[] numbers =
        leaves.stream().map(JsonNode::bigIntegerValue).mapToLong(BigInteger::longValue).toArray();
    return Tensor.of(numbers).cast(dtype);
  }

  private static boolean[] booleans(List<JsonNode> leaves) {
    boolean[] values = new boolean[leaves.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = leaves.get(i).booleanValue();
    }
    return values;
  }
}

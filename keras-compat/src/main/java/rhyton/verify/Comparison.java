package rhyton.verify;

import com.fasterxml.jackson.databind.JsonNode;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** Compares numbers within tolerances; keeps the largest deviation and the first difference. */
final class Comparison {
  /** How far a number may be from the expected one. */
  record Tolerance(double rtol, double atol) {
    /** The tolerance of a case: {@code rtol} and {@code atol}. */
    static Tolerance of(JsonNode json) {
      return new Tolerance(json.path("rtol").asDouble(), json.path("atol").asDouble());
    }

    boolean admits(double expected, double actual) {
      return Math.abs(actual - expected) <= atol + rtol * Math.abs(expected);
    }
  }

  private static final double SMALLEST_MAXIMUM = 0.01;

  private double largest = Double.NEGATIVE_INFINITY;
  private String first;

  /** The largest absolute difference so far; NaN if nothing was compared. */
  double largest() {
    return largest < 0 ? Double.NaN : largest;
  }

  /** The first difference that is too large, or null. */
  String first() {
    return first;
  }

  /** Notes a difference that is not one of numbers. */
  void differs(String what) {
    first = first == null ? what : first;
  }

  void number(String what, double expected, double actual, Tolerance tolerance) {
    double deviation = Math.abs(actual - expected);
    largest = Double.isNaN(deviation) ? deviation : Math.max(largest, deviation);
    if (!tolerance.admits(expected, actual)) {
      differs("%s: expected %s, computed %s".formatted(what, expected, actual));
    }
  }

  /** Compares arrays; a tolerance of null stands for {@link #ofMaximum}'s. */
  void array(String what, Tensor expected, Tensor actual, Tolerance tolerance) {
    if (!expected.shape().equals(actual.shape())) {
      differs(
          "%s: expected the shape %s, computed %s"
              .formatted(what, expected.shape(), actual.shape()));
      return;
    }
    if (expected.dtype() == DType.STRING) {
      if (!expected.strings().equals(actual.strings())) {
        differs(what + ": other texts than expected");
      }
      return;
    }
    double[] wanted = doubles(expected);
    double[] computed = doubles(actual);
    Tolerance exact =
        expected.dtype().isFloating() || expected.dtype().isComplex()
            ? tolerance
            : new Tolerance(0, 0);
    for (int i = 0; i < wanted.length; i++) {
      number(what + ", element " + i, wanted[i], computed[i], exact);
    }
  }

  private static double[] doubles(Tensor tensor) {
    try (TensorScope scope = TensorScope.open()) {
      return tensor.cast(DType.FLOAT64).doubles();
    }
  }

  /** The tolerance that is a part of the largest absolute value of an array. */
  static Tolerance ofMaximum(Tensor expected, double part) {
    double maximum = SMALLEST_MAXIMUM;
    for (double value : doubles(expected)) {
      maximum = Math.max(maximum, Math.abs(value));
    }
    return new Tolerance(0, part * maximum);
  }
}

package rhyton.tensor;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The type in which tensors of different types meet: Keras's {@code result_type}, the lattice of
 * JAX. A Java number is weak: a whole one takes any numeric type, a broken one any floating type.
 */
final class Promotion {
  /** The types directly above each type. */
  private static final Map<DType, List<DType>> ABOVE = new EnumMap<>(DType.class);

  static {
    ABOVE.put(DType.BOOL, List.of(DType.UINT8, DType.INT8));
    ABOVE.put(DType.UINT8, List.of(DType.INT16, DType.UINT16));
    ABOVE.put(DType.UINT16, List.of(DType.INT32, DType.UINT32));
    ABOVE.put(DType.UINT32, List.of(DType.INT64, DType.UINT64));
    ABOVE.put(DType.UINT64, List.of(DType.BFLOAT16, DType.FLOAT16));
    ABOVE.put(DType.INT8, List.of(DType.INT16));
    ABOVE.put(DType.INT16, List.of(DType.INT32));
    ABOVE.put(DType.INT32, List.of(DType.INT64));
    ABOVE.put(DType.INT64, List.of(DType.BFLOAT16, DType.FLOAT16));
    ABOVE.put(DType.BFLOAT16, List.of(DType.FLOAT32));
    ABOVE.put(DType.FLOAT16, List.of(DType.FLOAT32));
    ABOVE.put(DType.FLOAT32, List.of(DType.FLOAT64, DType.COMPLEX64));
    ABOVE.put(DType.FLOAT64, List.of(DType.COMPLEX128));
    ABOVE.put(DType.COMPLEX64, List.of(DType.COMPLEX128));
    ABOVE.put(DType.COMPLEX128, List.of());
    ABOVE.put(DType.STRING, List.of());
    ABOVE.put(DType.RESOURCE, List.of());
    ABOVE.put(DType.VARIANT, List.of());
  }

  private Promotion() {}

  /** The common type of values: tensors, Java numbers, arrays. */
  static DType of(List<?> values) {
    DType strong = null;
    boolean weakFloat = false;
    boolean weakInt = false;
    for (Object value : values) {
      if (value instanceof Number number) {
        boolean broken = number instanceof Double || number instanceof Float;
        weakFloat |= broken;
        weakInt |= !broken;
      } else {
        DType dtype = value instanceof Tensor tensor ? tensor.dtype() : Tensor.dtypeOf(value);
        strong = strong == null ? dtype : join(strong, dtype);
      }
    }
    if (strong == null) {
      return weakFloat ? DType.FLOAT32 : DType.INT32;
    }
    if (weakFloat) {
      return withFloat(strong);
    }
    return weakInt && strong == DType.BOOL ? DType.INT32 : strong;
  }

  /** The type when a broken number joins: a floating type stays, all else becomes float32. */
  static DType withFloat(DType dtype) {
    return dtype.isFloating() || dtype.isComplex() ? dtype : DType.FLOAT32;
  }

  /** The least type that both fit in. */
  static DType join(DType a, DType b) {
    if (a == b) {
      return a;
    }
    if (a.isNumeric() || b.isNumeric()) {
      boolean wholeAndWide = (a == DType.UINT64 || b == DType.UINT64) && !floats(a) && !floats(b);
      if (wholeAndWide
          && (!a.isUnsigned() || !b.isUnsigned())
          && a != DType.BOOL
          && b != DType.BOOL) {
        return DType.FLOAT32;
      }
      Set<DType> both = upper(a);
      both.retainAll(upper(b));
      for (DType least : both) {
        if (upper(least).containsAll(both)) {
          return least;
        }
      }
    }
    throw new IllegalArgumentException(
        "There is no dtype that values of " + a + " and of " + b + " have in common");
  }

  private static boolean floats(DType dtype) {
    return dtype.isFloating() || dtype.isComplex();
  }

  private static Set<DType> upper(DType dtype) {
    Set<DType> all = EnumSet.of(dtype);
    for (DType above : ABOVE.get(dtype)) {
      all.addAll(upper(above));
    }
    return all;
  }
}

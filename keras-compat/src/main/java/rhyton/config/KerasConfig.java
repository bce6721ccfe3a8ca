package rhyton.config;

import java.util.Set;
import rhyton.tensor.OpDefaults;

/**
 * The settings of the process that options without a value fall back to, as in {@code
 * keras.config}.
 */
public final class KerasConfig {
  private static volatile DTypePolicy dtypePolicy = new DTypePolicy("float32");

  private KerasConfig() {}

  /** Returns the data type of floating point numbers, {@code float32} unless set. */
  public static String floatx() {
    return dtypePolicy.name();
  }

  /**
   * Sets the data type of floating point numbers and of new layers.
   *
   * @param dtype one of float16, bfloat16, float32, float64
   * @throws IllegalArgumentException for other types
   */
  public static void setFloatx(String dtype) {
    if (!Set.of("float16", "bfloat16", "float32", "float64").contains(dtype)) {
      throw new IllegalArgumentException(
          "setFloatx: argument `dtype` must be one of float16, bfloat16, float32, float64."
              + (" Received: dtype=" + Texts.of(dtype)));
    }
    dtypePolicy = new DTypePolicy(dtype);
  }

  /** Returns the policy of layers that are made without one. */
  public static DTypePolicy dtypePolicy() {
    return dtypePolicy;
  }

  /** Returns the small number that losses and metrics add to denominators, 1e-7 unless set. */
  public static double epsilon() {
    return OpDefaults.epsilon();
  }

  /**
   * Sets the small number that losses and metrics add to denominators.
   *
   * @param epsilon the number
   */
  public static void setEpsilon(double epsilon) {
    OpDefaults.setEpsilon(epsilon);
  }

  /** Returns where image layers expect the channels, {@code channels_last} unless set. */
  public static String imageDataFormat() {
    return OpDefaults.imageDataFormat();
  }

  /**
   * Sets where image layers that are made without a data format expect the channels.
   *
   * @param dataFormat {@code channels_last} or {@code channels_first}
   * @throws IllegalArgumentException for other texts
   */
  public static void setImageDataFormat(String dataFormat) {
    if (!dataFormat.equals("channels_last") && !dataFormat.equals("channels_first")) {
      throw new IllegalArgumentException(
          "setImageDataFormat: argument `dataFormat` must be \"channels_last\" or"
              + (" \"channels_first\". Received: dataFormat=" + Texts.of(dataFormat)));
    }
    OpDefaults.setImageDataFormat(dataFormat);
  }
}

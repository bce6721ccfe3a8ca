package rhyton.tensor;

/**
 * What ops fall back to where they are not told: {@code keras.config} of the process, as far as ops
 * need it.
 */
public final class OpDefaults {
  private static volatile double epsilon = 1e-7;
  private static volatile String imageDataFormat = "channels_last";

  private OpDefaults() {}

  /** Returns the small number that keeps ops away from dividing by 0, 1e-7 unless set. */
  public static double epsilon() {
    return epsilon;
  }

  /**
   * Sets the small number that keeps ops away from dividing by 0.
   *
   * @param value the number
   */
  public static void setEpsilon(double value) {
    epsilon = value;
  }

  /** Returns where the channels of images stand, {@code channels_last} unless set. */
  public static String imageDataFormat() {
    return imageDataFormat;
  }

  /**
   * Sets where the channels of images stand.
   *
   * @param value {@code channels_last} or {@code channels_first}
   */
  public static void setImageDataFormat(String value) {
    imageDataFormat = value;
  }
}

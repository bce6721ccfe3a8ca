package rhyton.initializers;

import java.util.Map;
import java.util.TreeMap;

/** The windows of SciPy that are sums of cosines. */
final class CosineWindow {
  private static final Map<String, double[]> COEFFICIENTS = new TreeMap<>();

  static {
    COEFFICIENTS.put("boxcar", new double[] {1});
    COEFFICIENTS.put("hann", new double[] {0.5, 0.5});
    COEFFICIENTS.put("hamming", new double[] {0.54, 0.46});
    COEFFICIENTS.put("blackman", new double[] {0.42, 0.50, 0.08});
    COEFFICIENTS.put("nuttall", new double[] {0.3635819, 0.4891775, 0.1365995, 0.0106411});
    COEFFICIENTS.put("blackmanharris", new double[] {0.35875, 0.48829, 0.14128, 0.01168});
    COEFFICIENTS.put(
        "flattop", new double[] {0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368});
  }

  private CosineWindow() {}

  static String[] names() {
    return COEFFICIENTS.keySet().toArray(String[]::new);
  }

  /**
   * The values of a window.
   *
   * @param name its name; null for ones
   * @param length how many values
   * @param periodic whether the next value would be the first again
   */
  static double[] of(String name, int length, boolean periodic) {
    double[] coefficients = COEFFICIENTS.get(name == null ? "boxcar" : name);
    double period = periodic ? length : length - 1;
    double[] window = new double[length];
    for (int i = 0; i < length; i++) {
      for (int k = 0; k < coefficients.length; k++) {
        double angle = length == 1 ? 0 : k * (2 * Math.PI * i / period - Math.PI);
        window[i] += coefficients[k] * Math.cos(angle);
      }
    }
    return window;
  }
}

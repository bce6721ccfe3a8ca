package rhyton.nativecheck;

/** Whether TensorFlow uses oneDNN's kernels, which its environment says. */
final class OneDnn {
  private static final String NAME = "TF_ENABLE_ONEDNN_OPTS";

  private OneDnn() {}

  static boolean isOn() {
    return !"0".equals(System.getenv(NAME));
  }

  static String setting() {
    String value = System.getenv(NAME);
    String from = value == null ? "the default" : NAME + "=" + value;
    return (isOn() ? "on (" : "off (") + from + ")";
  }
}

package rhyton.tensor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the window of a convolution or a pooling moves; what is not set is at Keras's default. An op
 * refuses an option that it does not have.
 *
 * <pre>{@code
 * x.conv(kernel, new WindowOptions().strides(2).padding("same"));
 * }</pre>
 */
public final class WindowOptions {
  private final Map<String, Object> options;

  /** All options at their defaults. */
  public WindowOptions() {
    this(Map.of());
  }

  private WindowOptions(Map<String, Object> options) {
    this.options = options;
  }

  private WindowOptions with(String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(options);
    changed.put(name, value);
    return new WindowOptions(changed);
  }

  private static Object oneOrList(long[] numbers) {
    return numbers.length == 1 ? (Object) numbers[0] : Arrays.stream(numbers).boxed().toList();
  }

  /**
   * How far the window moves from one output to the next.
   *
   * @param strides one number for all axes, or one for each; default 1, for poolings the size of
   *     the window
   * @return changed options
   */
  public WindowOptions strides(long... strides) {
    return with("strides", oneOrList(strides));
  }

  /**
   * What the window does at the edges.
   *
   * @param padding "valid" (the default): it stays inside; "same": zeros around, so that with
   *     strides of 1 the output is as large as the input
   * @return changed options
   */
  public WindowOptions padding(String padding) {
    return with("padding", padding);
  }

  /**
   * Where the channels stand.
   *
   * @param dataFormat "channels_last" or "channels_first"; null (the default) for {@link
   *     OpDefaults#imageDataFormat()}
   * @return changed options
   */
  public WindowOptions dataFormat(String dataFormat) {
    return with("data_format", dataFormat);
  }

  /**
   * How far apart the elements of the window are.
   *
   * @param dilationRate one number for all axes, or one for each; default 1
   * @return changed options
   */
  public WindowOptions dilationRate(long... dilationRate) {
    return with("dilation_rate", oneOrList(dilationRate));
  }

  /**
   * How much a transposed convolution adds at the end of each axis.
   *
   * @param outputPadding one number for all axes, or one for each; none: as much as its padding
   *     asks for (the default)
   * @return changed options
   */
  public WindowOptions outputPadding(long... outputPadding) {
    return with("output_padding", outputPadding.length == 0 ? null : oneOrList(outputPadding));
  }

  OpCall of(Object... arguments) {
    OpCall call = OpCall.of(arguments);
    for (Map.Entry<String, Object> option : options.entrySet()) {
      call = call.with(option.getKey(), option.getValue());
    }
    return call;
  }

  /** A list of numbers as an option of one number, if it holds one only. */
  static Object sizes(long... sizes) {
    return oneOrList(sizes);
  }

  @Override
  public String toString() {
    return options.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WindowOptions same && options.equals(same.options);
  }

  @Override
  public int hashCode() {
    return options.hashCode();
  }
}

package rhyton.layers.options;

import java.util.Locale;
import rhyton.config.Codec;

/** What a window does at the edges of its input. */
public enum Padding {
  /** It stays inside, so the output is smaller. */
  VALID,
  /** Zeros surround the input, so that with strides of 1 the output is as large. */
  SAME,
  /** Zeros precede the input, so that no output depends on what follows; only in Conv1D. */
  CAUSAL;

  /** By Keras's strings. */
  public static final Codec<Padding> CODEC = Codec.ofEnumInAnyCase(Padding.class);

  /** Returns Keras's string. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

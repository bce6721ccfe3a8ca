package rhyton.layers.options;

import rhyton.config.Codec;

/** How the outputs of two directions are put together. */
public enum MergeMode {
  /** Side by side along the last axis. */
  CONCAT,
  /** Added. */
  SUM,
  /** Multiplied. */
  MUL,
  /** Their mean. */
  AVE;

  /** By Keras's strings. */
  public static final Codec<MergeMode> CODEC = Codec.ofEnum(MergeMode.class);
}

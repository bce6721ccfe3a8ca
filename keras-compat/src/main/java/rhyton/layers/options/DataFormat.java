package rhyton.layers.options;

import java.util.Locale;
import rhyton.config.Codec;
import rhyton.config.KerasConfig;

/** Where the channels of images and sequences stand. */
public enum DataFormat {
  /** Last: {@code (batch, height, width, channels)}. */
  CHANNELS_LAST,
  /** Behind the batch: {@code (batch, channels, height, width)}. */
  CHANNELS_FIRST;

  /** By Keras's strings. */
  public static final Codec<DataFormat> CODEC = Codec.ofEnumInAnyCase(DataFormat.class);

  /** Returns the format of layers that are made without one, see {@link KerasConfig}. */
  public static DataFormat configured() {
    return KerasConfig.imageDataFormat().equals("channels_last") ? CHANNELS_LAST : CHANNELS_FIRST;
  }

  /** Returns the axis of the channels: -1 or 1. */
  public int channelAxis() {
    return this == CHANNELS_LAST ? -1 : 1;
  }

  /** Returns the first of the axes between batch and channels: 1 or 2. */
  public int firstSpatialAxis() {
    return this == CHANNELS_LAST ? 1 : 2;
  }

  /** Returns Keras's string. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

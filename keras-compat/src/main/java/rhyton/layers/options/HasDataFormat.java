package rhyton.layers.options;

import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;

/**
 * Option {@code data_format}.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasDataFormat<S> extends ArgHolder<S> {
  /** Where the channels stand; as {@link DataFormat#configured} says unless given. */
  Arg<DataFormat> DATA_FORMAT =
      Arg.required("data_format", DataFormat.CODEC).defaultsTo(args -> DataFormat.configured());

  /**
   * Where the channels of the input stand; by default last.
   *
   * @param dataFormat last or first
   * @return a copy with this option
   */
  default S dataFormat(DataFormat dataFormat) {
    return with(DATA_FORMAT, dataFormat);
  }

  /**
   * Where the channels of the input stand; by default last.
   *
   * @param dataFormat {@code channels_last} or {@code channels_first}
   * @return a copy with this option
   */
  default S dataFormat(String dataFormat) {
    return dataFormat(DATA_FORMAT.parse(this, dataFormat));
  }
}

package rhyton.config;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An object of a declared type, which has a config and can be made from one. */
public interface KerasObject {
  /** Returns the declaration of the object's class. */
  KerasType<?> type();

  /** Returns the values of all options. */
  ArgValues args();

  /**
   * The object's config, as Keras 3.15 writes it.
   *
   * @return JSON names and values in the order of the declaration
   */
  default ObjectNode config() {
    return config(ConfigStyle.FULL);
  }

  /**
   * The object's config.
   *
   * @param style for which release of Keras
   * @return JSON names and values in the order of the declaration
   */
  default ObjectNode config(ConfigStyle style) {
    return type().config(args(), style);
  }
}

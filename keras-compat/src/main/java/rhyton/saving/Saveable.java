package rhyton.saving;

import rhyton.config.SerializedObject;

/** An operation whose config holds other operations: a model. */
public interface Saveable {
  /**
   * The class and the config of this object.
   *
   * @param writer writes the operations inside
   * @return the serialized object
   */
  SerializedObject serialized(OperationWriter writer);

  /** Returns whether it is a graph between tensors, rather than a sequence. */
  boolean isGraph();
}

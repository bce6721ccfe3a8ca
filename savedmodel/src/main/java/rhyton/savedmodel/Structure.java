package rhyton.savedmodel;

/** How the tensors of a call are put together where Python calls the function. */
public enum Structure {
  /** One tensor. */
  SINGLE,
  /** A list of tensors. */
  LIST,
  /** Tensors by name. */
  DICTIONARY
}

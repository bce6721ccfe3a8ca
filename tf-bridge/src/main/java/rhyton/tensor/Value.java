package rhyton.tensor;

import rhyton.tensor.runtime.NativeHandle;

/** The state of a tensor that has a value: the value, and the scope that will close it. */
final class Value implements TensorState {
  final NativeHandle handle;

  /** The scope that owns the value; null if it is the caller's. Used by the owner's thread only. */
  TensorScope owner;

  Value(NativeHandle handle) {
    this.handle = handle;
    TensorScope.adopt(this);
  }
}

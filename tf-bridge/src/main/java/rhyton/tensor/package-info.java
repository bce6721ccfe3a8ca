/**
 * Tensors and the methods on them, the only door to the native library.
 *
 * <p>Start with {@link rhyton.tensor.Tensor}: one class for values in native memory, symbols of a
 * function being traced and places in a functional model. Its methods live in interfaces by topic
 * ({@code NumpyOps}, {@code NnOps}, …). {@code rhyton.tensor.runtime} talks to the C API, {@code
 * rhyton.tensor.function} holds compiled functions and variables, {@code rhyton.tensor.gradient}
 * the reverse mode.
 *
 * <p>Must not import: anything of Keras ({@code rhyton.layers} and its neighbours).
 */
package rhyton.tensor;

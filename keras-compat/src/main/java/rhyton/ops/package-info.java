/**
 * The functions of {@code keras.ops} by Keras's modules: {@link rhyton.ops.Numpy}, {@link
 * rhyton.ops.Nn}, {@link rhyton.ops.Core}, {@link rhyton.ops.Math}, {@link rhyton.ops.Linalg},
 * {@link rhyton.ops.Image}.
 *
 * <p>They forward to the methods of {@link rhyton.tensor.Tensor}, where everything is described;
 * what is written {@code ops.relu(x)} in Python is {@code Nn.relu(x)} or {@code x.relu()} here.
 *
 * <p>Must not import: anything of Keras above the tensors.
 */
package rhyton.ops;

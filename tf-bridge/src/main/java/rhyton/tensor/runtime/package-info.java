/**
 * The C API of the native library, wrapped once: starting it, running one op, building a graph and
 * making a function of it, copying memory in and out.
 *
 * <p>Start with {@link rhyton.tensor.runtime.NativeRuntime}. Users of Rhyton need only {@link
 * rhyton.tensor.runtime.RuntimeOptions}; everything else is for {@code rhyton.tensor} and its
 * neighbours in this module.
 *
 * <p>Must not import: anything above {@code DType}, {@code Shape} of {@code rhyton.tensor}.
 */
package rhyton.tensor.runtime;

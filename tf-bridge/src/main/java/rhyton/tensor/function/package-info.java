/**
 * Compiled functions and variables.
 *
 * <p>Start with {@link rhyton.tensor.function.CompiledFunction}: a Java lambda, traced once, called
 * as one native function. A {@link rhyton.tensor.function.Variable} is state in native memory that
 * functions read and change.
 *
 * <p>Must not import: anything of Keras.
 */
package rhyton.tensor.function;

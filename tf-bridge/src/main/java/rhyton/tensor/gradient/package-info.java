/**
 * Reverse mode differentiation of traced functions.
 *
 * <p>Start with {@link rhyton.tensor.gradient.Gradients}. A {@link
 * rhyton.tensor.gradient.GradientRule} per op builds the gradient out of tensor methods, so
 * gradients can be differentiated again; the rules live in one file per family.
 *
 * <p>Must not import: anything of Keras.
 */
package rhyton.tensor.gradient;

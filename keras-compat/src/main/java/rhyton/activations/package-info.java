/**
 * The activation functions of {@code keras.activations}: as static methods, and as values for the
 * {@code activation} option of layers.
 *
 * <p>Start with {@link rhyton.activations.Activation}, then {@link rhyton.activations.Activations}.
 *
 * <p>Must not import: layers, losses, metrics, optimizers, models.
 */
package rhyton.activations;

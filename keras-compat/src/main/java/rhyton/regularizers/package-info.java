/**
 * Penalties on weights and outputs that are added to the loss, as in {@code keras.regularizers}.
 *
 * <p>Start with {@link rhyton.regularizers.Regularizer} and {@link rhyton.regularizers.L2}; {@link
 * rhyton.regularizers.Regularizers} finds them by name.
 *
 * <p>Must not import: layers, losses, metrics, optimizers, models.
 */
package rhyton.regularizers;

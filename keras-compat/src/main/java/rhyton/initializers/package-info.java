/**
 * How weights start, as in {@code keras.initializers}: for the same integer seed the same values as
 * in Python.
 *
 * <p>Start with {@link rhyton.initializers.Initializer} and {@link
 * rhyton.initializers.GlorotUniform}; {@link rhyton.initializers.Initializers} finds them by name.
 *
 * <p>Must not import: layers, losses, metrics, optimizers, models.
 */
package rhyton.initializers;

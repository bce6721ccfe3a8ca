/**
 * The layers, with exactly the names of {@code keras.layers}.
 *
 * <p>Start with {@link rhyton.layers.Dense}, the example that all follow: options are declared
 * ({@code rhyton.layers.options}), {@code build} makes the weights, {@code call} computes. A layer
 * of your own extends {@link rhyton.layers.Layer}.
 *
 * <p>Must not import: models, training, saving, losses, metrics, optimizers.
 */
package rhyton.layers;

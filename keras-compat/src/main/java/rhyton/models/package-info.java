/**
 * Models: networks of layers that are trained, evaluated, asked for predictions and saved.
 *
 * <p>May import everything below it: training, saving, layers, losses, metrics, optimizers.
 */
package rhyton.models;

/**
 * What changes the weights of a model so that its loss falls, as in {@code keras.optimizers}.
 *
 * <p>Start with {@link rhyton.optimizers.Optimizer}, which does what all of them have in common,
 * and {@link rhyton.optimizers.SGD}, the simplest one. {@link rhyton.optimizers.Optimizers} finds
 * them by name. Learning rates that change with the step are in {@code
 * rhyton.optimizers.schedules}.
 *
 * <p>Must not import: layers, losses, metrics, models, training, saving.
 */
package rhyton.optimizers;

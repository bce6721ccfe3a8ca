/**
 * Conditions that weights fulfil after each step of training, as in {@code keras.constraints}.
 *
 * <p>Start with {@link rhyton.constraints.Constraint} and {@link rhyton.constraints.MaxNorm};
 * {@link rhyton.constraints.Constraints} finds them by name.
 *
 * <p>Must not import: layers, losses, metrics, optimizers, models.
 */
package rhyton.constraints;

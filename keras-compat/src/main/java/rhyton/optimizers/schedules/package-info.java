/**
 * Learning rates that change with the step, as in {@code keras.optimizers.schedules}.
 *
 * <p>Start with {@link rhyton.optimizers.schedules.LearningRate}, what an optimizer asks for its
 * rate, and {@link rhyton.optimizers.schedules.ExponentialDecay}. A schedule of your own extends
 * {@link rhyton.optimizers.schedules.LearningRateSchedule}.
 *
 * <p>Must not import: optimizers, layers, models; only {@code rhyton.config} and {@code
 * rhyton.tensor}.
 */
package rhyton.optimizers.schedules;

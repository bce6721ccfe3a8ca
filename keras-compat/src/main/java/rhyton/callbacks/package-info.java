/**
 * What is told about each step of a training and may act on it.
 *
 * <p>Start with {@link rhyton.callbacks.Callback}; what a callback may do is {@link
 * rhyton.callbacks.TrainingRun}, which training implements.
 *
 * <p>Must not import: models, training, saving.
 */
package rhyton.callbacks;

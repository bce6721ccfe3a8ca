/**
 * Training, evaluation and prediction of a network.
 *
 * <p>Start with {@link rhyton.training.Trainer}. {@code FitLoop} knows the order of epochs and
 * batches, {@code Step} the one native call of a batch, {@code CompiledLoss} and {@code
 * CompiledMetrics} what is measured.
 *
 * <p>Must not import: models, saving.
 */
package rhyton.training;

/**
 * Keras's files: the {@code .keras} archive, the JSON of models, and weights in HDF5.
 *
 * <p>Start with {@link rhyton.saving.KerasFile}, the archive. {@link rhyton.saving.OperationReader}
 * and {@link rhyton.saving.OperationWriter} know the JSON of layers and ops, {@link
 * rhyton.saving.GraphReader} and {@link rhyton.saving.GraphWriter} that of a graph; {@link
 * rhyton.saving.WeightPaths} where weights stand, {@link rhyton.saving.WeightStore} how they are
 * moved. What loads a whole model is {@code Model.load}.
 *
 * <p>Must not import: models, training. Models are {@link rhyton.saving.Saveable}, and are made by
 * what is registered in {@code rhyton.config.TypeRegistry}.
 */
package rhyton.saving;

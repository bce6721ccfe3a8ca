/**
 * Data on its way into a model: batches, their order, splits.
 *
 * <p>Start with {@link rhyton.data.ArrayData}.
 *
 * <p>Must not import: layers, training, models.
 */
package rhyton.data;

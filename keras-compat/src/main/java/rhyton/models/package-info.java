/**
 * Models: networks of layers that are trained, evaluated, asked for predictions and saved.
 *
 * <p>Start with {@link rhyton.models.Model}, what all models can do, then {@link
 * rhyton.models.Functional} and {@link rhyton.models.Sequential}. {@link rhyton.models.KerasTypes}
 * is the one list of classes that files may name.
 *
 * <p>Must not import: verify. Everything else of this module is below it.
 */
package rhyton.models;

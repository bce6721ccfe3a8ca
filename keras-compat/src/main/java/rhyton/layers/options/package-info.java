/**
 * The options that several layers have, each in an interface of its own: JSON name, default, check
 * and method are written once for all of them.
 *
 * <p>Start with {@link rhyton.layers.options.HasStrides}, then {@link
 * rhyton.layers.options.WeightArgs}, the three options of a weight. A layer implements the
 * interfaces of its options and lists their constants in its type.
 *
 * <p>Must not import: layers, losses, metrics, optimizers, models.
 */
package rhyton.layers.options;

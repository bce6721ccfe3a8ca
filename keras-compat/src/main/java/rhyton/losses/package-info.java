/**
 * What training makes small: {@code keras.losses}.
 *
 * <p>Start with {@link rhyton.losses.Loss}, the base class: reduction, sample weights and masks are
 * its work, a subclass only compares. {@link rhyton.losses.Formulas} holds the maths, which metrics
 * share; {@link rhyton.losses.Losses} knows all losses by their names.
 *
 * <p>Must not import: layers, metrics, models, training, saving.
 */
package rhyton.losses;

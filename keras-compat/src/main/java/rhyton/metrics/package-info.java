/**
 * What is measured while a model trains or is evaluated: {@code keras.metrics}.
 *
 * <p>Start with {@link rhyton.metrics.Metric}, the base class, which owns the variables that a
 * metric adds up in, then {@link rhyton.metrics.Mean}, the simplest one. Most metrics are the mean
 * of a function; they share the maths of {@link rhyton.losses.Formulas} with the losses. {@link
 * rhyton.metrics.Metrics} knows all metrics by their names.
 *
 * <p>Must not import: layers, models, training, saving.
 */
package rhyton.metrics;

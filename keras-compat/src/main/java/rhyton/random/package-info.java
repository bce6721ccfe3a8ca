/**
 * Random numbers, as in {@code keras.random}: for the same integer seed the same numbers as in
 * Python.
 *
 * <p>Start with {@link rhyton.random.KerasRandom}, the functions, and {@link
 * rhyton.random.SeedGenerator}, which gives a new seed at each use. Where objects without a seed
 * get theirs from is the business of {@link rhyton.config.Tickets} and {@link
 * rhyton.utils.RandomSeeds}.
 *
 * <p>Must not import: initializers, layers or anything above.
 */
package rhyton.random;

/**
 * How Keras objects declare their options: each option's JSON name, default, check and reader stand
 * in one place, and configs are read and written by walking the list.
 *
 * <p>Start with {@link rhyton.config.Arg}, one option, then {@link rhyton.config.KerasType}, a
 * class with its list of options, then {@link rhyton.config.DeclaredObject}, the base of
 * initializers, losses and the like. {@link rhyton.config.Tickets} says when objects get the names
 * and seeds that Keras would give them. {@link rhyton.config.TypeRegistry} finds a class by the
 * name that a file gives it.
 *
 * <p>Must not import: anything above it, that is everything of this module but {@code
 * rhyton.utils}; no layer, loss or initializer is named here.
 */
package rhyton.config;

/**
 * Programs to read, run and copy: what a user of Rhyton writes, one runnable program a file. Their
 * data come from {@link rhyton.samples.data}.
 *
 * <p>They use what any user can use, the public API, and nothing else; no other module imports this
 * one.
 */
package rhyton.samples;

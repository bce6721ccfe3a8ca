/**
 * Speed and memory, next to Python's Keras. Start with {@link rhyton.benchmarks.Bench}, which
 * {@code ./rhyton bench} runs. Nothing imports this package.
 */
package rhyton.benchmarks;

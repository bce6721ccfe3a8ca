/**
 * The commands of {@code ./rhyton}.
 *
 * <p>Start at {@link rhyton.cli.Main}: it holds the list of commands, the options that all of them
 * share and the meaning of exit codes. Commands only translate between the command line and the
 * Keras API; they must not import {@code rhyton.samples} or {@code rhyton.benchmarks}, whose main
 * classes the launcher starts itself, nor anything of {@code org.tensorflow}.
 */
package rhyton.cli;

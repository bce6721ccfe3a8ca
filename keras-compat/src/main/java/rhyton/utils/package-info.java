/**
 * Pieces around the models that need no tensors: random seeds, names, texts.
 *
 * <p>Start with {@link rhyton.utils.RandomSeeds}, the state behind {@code setRandomSeed}, and
 * {@link rhyton.utils.PythonFormat}, which writes numbers as Python writes them. {@link
 * rhyton.utils.Progbar} draws the progress bar, {@link rhyton.utils.Names} turns class names into
 * layer names.
 *
 * <p>Must not import: anything else of this project but {@code rhyton.tensor}.
 */
package rhyton.utils;

/**
 * The data sets that the samples train on. Start with {@link rhyton.samples.data.FashionMnist}.
 *
 * <p>Plain Java: arrays and files, downloads only on request. This package imports no layer, model
 * or tensor, only the exception for bad files.
 */
package rhyton.samples.data;

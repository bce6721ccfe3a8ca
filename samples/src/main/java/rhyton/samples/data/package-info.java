/**
 * The data sets that the samples train on, and the pictures that they write. Start with {@link
 * rhyton.samples.data.FashionMnist}.
 *
 * <p>Data sets are plain Java: arrays and files, downloads only on request. This package imports no
 * layer or model.
 */
package rhyton.samples.data;

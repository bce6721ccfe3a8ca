/**
 * HDF5 files as Keras writes them: groups, datasets of numbers, attributes. It knows nothing of
 * models, layers or tensors.
 *
 * <p>Start with {@link rhyton.saving.hdf5.H5File} (reading, over jHDF's structures, for files from
 * strangers) and {@link rhyton.saving.hdf5.H5Writer} (writing, in the form of the specification's
 * version 0 that every release of the reference library reads); {@link rhyton.saving.hdf5.H5Type}
 * is the table of element types both share. Must not import anything of this project but {@link
 * rhyton.saving.KerasFileException}.
 */
package rhyton.saving.hdf5;

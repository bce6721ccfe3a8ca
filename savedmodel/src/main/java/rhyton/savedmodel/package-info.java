/**
 * SavedModels of TensorFlow: reading and running them, and writing TF2 object graphs. Knows nothing
 * of Keras.
 *
 * <p>Start with {@link rhyton.savedmodel.SavedModel}.
 *
 * <p>Must not import: anything of Keras; of {@code org.tensorflow} only the protocol buffers.
 */
package rhyton.savedmodel;

package rhyton.savedmodel;

import rhyton.tensor.Tensor;

/**
 * A variable in a SavedModel.
 *
 * @param name its name, such as {@code dense/kernel}
 * @param trainable whether training may change it
 * @param value its value
 */
public record SavedVariable(String name, boolean trainable, Tensor value) {}

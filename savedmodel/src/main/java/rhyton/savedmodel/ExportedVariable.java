package rhyton.savedmodel;

import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;

/**
 * A variable as it stands in a file.
 *
 * @param variable the variable
 * @param name its name there
 * @param trainable whether training may change it
 * @param listed whether it is one of those that the file's user sees, and not only used inside
 */
record ExportedVariable(Variable variable, String name, boolean trainable, boolean listed) {
  TensorSpec spec() {
    return new TensorSpec(variable.dtype(), variable.shape(), name);
  }
}

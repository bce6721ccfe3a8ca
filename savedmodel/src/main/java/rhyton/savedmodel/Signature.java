package rhyton.savedmodel;

import java.util.Map;
import rhyton.tensor.function.TensorSpec;

/**
 * One way to call a SavedModel.
 *
 * @param name its name, such as {@code serving_default}
 * @param method what kind of call it is, such as {@code tensorflow/serving/predict}
 * @param inputs type and shape of the arguments, by name in sorted order
 * @param outputs type and shape of the results, by name in sorted order
 */
public record Signature(
    String name, String method, Map<String, TensorSpec> inputs, Map<String, TensorSpec> outputs) {}

package rhyton.tensor;

/**
 * What a tensor is: a value in native memory, a symbol of a function being traced, or a place in a
 * functional model.
 */
public sealed interface TensorState permits Value, Symbol, FunctionalHandle {}

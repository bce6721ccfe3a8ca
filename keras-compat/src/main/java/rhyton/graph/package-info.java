/**
 * What models are made of: weights, and the nodes of a functional model.
 *
 * <p>Start with {@link rhyton.graph.Node}: one call of an operation on tensors of a functional
 * model. A {@link rhyton.graph.Weight} is state of a layer, a {@link rhyton.graph.CallContext} what
 * a layer is told while it computes.
 *
 * <p>Must not import: layers, losses, models or anything above; only {@code rhyton.config}, {@code
 * rhyton.utils} and {@code rhyton.tensor}.
 */
package rhyton.graph;

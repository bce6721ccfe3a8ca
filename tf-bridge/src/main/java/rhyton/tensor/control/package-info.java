/**
 * Loops and branches: {@link rhyton.tensor.control.Loops} is where to start.
 *
 * <p>Inside a traced function each of them is one node, with traces of its parts, so that gradients
 * can go through it. It imports only from {@code rhyton.tensor}, its gradients and its runtime.
 */
package rhyton.tensor.control;

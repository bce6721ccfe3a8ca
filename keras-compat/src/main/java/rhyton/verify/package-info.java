/**
 * Proves that a model means the same here as in Python: cases that Python Keras wrote are computed
 * again and compared.
 *
 * <p>Start with {@link rhyton.verify.CaseVerifier}. Must not be imported by other packages of this
 * module.
 */
package rhyton.verify;

/**
 * What the tests of all modules share.
 *
 * <p>Start at {@link rhyton.testing.SkipReport}. Nothing here is part of Rhyton itself, and nothing
 * here imports another of its packages, so that every module's tests can use it.
 */
package rhyton.testing;

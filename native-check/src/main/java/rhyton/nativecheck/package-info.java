/**
 * What the native library of this machine can do: its version and devices, and whether the ops that
 * Rhyton is made of give the right numbers.
 *
 * <p>Start at {@link rhyton.nativecheck.NativeCheck}; {@link rhyton.nativecheck.Report} is what it
 * finds. Must not import: anything of {@code org.tensorflow}, and of the layers above {@code
 * rhyton.tensor} only what a check is about.
 */
package rhyton.nativecheck;

package rhyton.tensor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All ops, by the name of their class in Keras: what op nodes of a file are looked up in. */
public final class KerasOps {
  private static final Map<String, KerasOp> BY_NAME = new LinkedHashMap<>();

  static {
    List<Collection<KerasOp>> families =
        List.of(
            Arithmetic.all(),
            Elementwise.all(),
            Reductions.all(),
            Shaping.all(),
            Linalg.all(),
            Activations.all(),
            Convolutions.all(),
            TransposedConvolutions.all(),
            Poolings.all(),
            Normalizations.all(),
            Crossentropies.all(),
            MathKernels.all(),
            Creations.all(),
            Images.all(),
            Patches.all(),
            Ctc.all(),
            Nn.all(),
            Transcendental.all(),
            Complexes.all(),
            Fourier.all(),
            Matrices.all(),
            Diagonals.all(),
            Indexing.all(),
            Segments.all(),
            Warps.all(),
            Coordinates.all(),
            Sampling.all());
    families.forEach(family -> family.forEach(op -> BY_NAME.put(op.className(), op)));
  }

  private KerasOps() {}

  /** Returns all ops. */
  public static Collection<KerasOp> all() {
    return BY_NAME.values();
  }

  /**
   * An op.
   *
   * @param className the name of its class in Keras, for example {@code "NotEqual"}
   * @return the op, or null if there is none of that name
   */
  public static KerasOp get(String className) {
    return BY_NAME.get(className);
  }
}

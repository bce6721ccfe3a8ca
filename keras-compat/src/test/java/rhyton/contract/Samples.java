package rhyton.contract;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import rhyton.activations.Activation;
import rhyton.constraints.Constraint;
import rhyton.constraints.NonNeg;
import rhyton.initializers.HeUniform;
import rhyton.initializers.Initializer;
import rhyton.layers.GRU;
import rhyton.layers.Recurrent;
import rhyton.optimizers.schedules.ExponentialDecay;
import rhyton.optimizers.schedules.LearningRate;
import rhyton.random.Seed;
import rhyton.regularizers.L2;
import rhyton.regularizers.Regularizer;

/** Values for the methods of options, by the type of the parameter; not all suit each option. */
final class Samples {
  private static final List<Object> TEXTS =
      List.of(
          "relu",
          "same",
          "channels_first",
          "l2",
          "max_norm",
          "he_normal",
          "fan_out",
          "uniform",
          "columns",
          "imag",
          "hamming",
          "spectrum",
          "bilinear",
          "float64",
          "sum",
          "some_name");

  private Samples() {}

  static List<?> of(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.asList(type.getEnumConstants());
    }
    if (type == boolean.class) {
      return List.of(true, false);
    }
    if (type == int.class || type == Integer.class) {
      return List.of(3, 2, -2);
    }
    if (type == long.class || type == Number.class) {
      return List.of(7L);
    }
    if (type == double.class || type == Double.class) {
      return List.of(0.25, 2.5, -0.25);
    }
    if (type == long[].class) {
      return List.of(
          new long[] {3}, new long[] {2}, new long[] {3, 2}, new long[] {1, 2, 3}, new long[] {0});
    }
    if (type == long[][].class) {
      return Collections.singletonList(new long[][] {{3, 1}, {0, 2}});
    }
    if (type == double[].class) {
      return List.of(new double[] {0.25}, new double[] {1, 2});
    }
    if (type == Object[].class) {
      return List.of((Object) new Object[] {new float[][] {{1}}});
    }
    if (type == Map.class) {
      return List.of(Map.of("rmax", 3.0));
    }
    if (type == int[].class) {
      return List.of(new int[] {3}, new int[] {3, 2});
    }
    if (type == String.class) {
      return TEXTS;
    }
    if (type == Initializer.class) {
      return List.of(new HeUniform());
    }
    if (type == Regularizer.class) {
      return List.of(new L2(0.5));
    }
    if (type == Constraint.class) {
      return List.of(new NonNeg());
    }
    if (type == Activation.class) {
      return List.of(Activation.of("relu"), Activation.of("tanh"));
    }
    if (type == LearningRate.class) {
      return List.of(new ExponentialDecay(0.1, 10, 0.5));
    }
    if (type == Recurrent.class) {
      return List.of(new GRU(3).goBackwards(true));
    }
    if (type == Seed.class) {
      return List.of(Seed.of(9));
    }
    return List.of();
  }
}

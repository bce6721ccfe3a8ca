package rhyton.saving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rhyton.graph.Weight;
import rhyton.layers.Layer;
import rhyton.saving.hdf5.H5Dataset;
import rhyton.saving.hdf5.H5File;
import rhyton.saving.hdf5.H5Type;
import rhyton.saving.hdf5.H5Writer;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/**
 * Moves weights between layers and HDF5 files in Keras 3's layout. All weights are checked before
 * the first one is changed: a file that does not fit leaves the model as it was.
 */
public final class WeightStore {
  private WeightStore() {}

  // ---- writing -------------------------------------------------------------------------------

  /**
   * Writes the weights of a layer and of all layers inside.
   *
   * @param out the file
   * @param root the layer, usually a model
   * @throws IOException if the file cannot be written
   */
  public static void write(H5Writer out, Layer root) throws IOException {
    for (WeightPaths.Place place : WeightPaths.of(root)) {
      write(out, place.vars(), place.layer().name(), place.layer().ownWeights());
    }
  }

  /**
   * Writes the variables of an optimizer.
   *
   * @param out the file
   * @param name the optimizer's name
   * @param variables its variables, in Keras's order
   * @throws IOException if the file cannot be written
   */
  public static void writeOptimizer(H5Writer out, String name, List<Weight> variables)
      throws IOException {
    write(out, WeightPaths.join(WeightPaths.OPTIMIZER, WeightPaths.VARS), name, variables);
  }

  private static void write(H5Writer out, String group, String name, List<Weight> weights)
      throws IOException {
    out.group(group);
    out.attribute(group, "name", name);
    for (int i = 0; i < weights.size(); i++) {
      Weight weight = weights.get(i);
      try (TensorScope scope = TensorScope.open()) {
        ByteBuffer bytes = weight.read().toBytes();
        out.dataset(group + "/" + i, type(weight.dtype()), weight.shape().toArray(), bytes);
      }
    }
  }

  private static H5Type type(DType dtype) {
    return H5Type.valueOf(dtype.toString().toUpperCase(Locale.ROOT));
  }

  // ---- reading -------------------------------------------------------------------------------

  /** A stored array for a weight. */
  private record Match(Weight weight, H5Dataset stored) {}

  /**
   * Reads the weights of a layer and of all layers inside.
   *
   * @param file the file
   * @param root the layer, usually a model, which is built
   * @throws KerasFileException if a weight is missing or does not fit; it names the layer
   */
  public static void read(H5File file, Layer root) {
    List<Match> matches = new ArrayList<>();
    for (WeightPaths.Place place : WeightPaths.of(root)) {
      String vars = place.vars();
      if (!file.hasGroup(vars) && file.hasGroup(place.otherVars())) {
        vars = place.otherVars();
      }
      match(file, vars, "layer `" + place.layer().name() + "`", weights(place), matches);
    }
    assign(matches);
  }

  private static List<Weight> weights(WeightPaths.Place place) {
    return place.layer().ownWeights();
  }

  /**
   * Returns how many variables of an optimizer a file has; 0 if it has none.
   *
   * @param file the file
   */
  public static int optimizerVariables(H5File file) {
    return count(file, WeightPaths.join(WeightPaths.OPTIMIZER, WeightPaths.VARS));
  }

  /**
   * Reads the variables of an optimizer.
   *
   * @param file the file
   * @param variables as many variables as the file has, in Keras's order
   * @throws KerasFileException if a variable does not fit
   */
  public static void readOptimizer(H5File file, List<Weight> variables) {
    List<Match> matches = new ArrayList<>();
    String group = WeightPaths.join(WeightPaths.OPTIMIZER, WeightPaths.VARS);
    match(file, group, "the optimizer", inFileOrder(file, group, variables), matches);
    assign(matches);
  }

  /** Nadam's only number among its slots is the last one since Keras 3.10, the first one before. */
  private static List<Weight> inFileOrder(H5File file, String group, List<Weight> variables) {
    int last = variables.size() - 1;
    for (int i = 0; i < last; i++) {
      boolean differs = variables.get(i).shape().rank() > 0 && isScalar(file, group + "/" + i);
      if (differs && variables.get(last).shape().rank() == 0) {
        List<Weight> moved = new ArrayList<>(variables);
        moved.add(i, moved.remove(last));
        return moved;
      }
    }
    return variables;
  }

  private static boolean isScalar(H5File file, String path) {
    return file.hasDataset(path) && file.dataset(path).shape().length == 0;
  }

  private static int count(H5File file, String vars) {
    return file.hasGroup(vars) ? file.children(vars).size() : 0;
  }

  private static void match(
      H5File file, String vars, String owner, List<Weight> weights, List<Match> into) {
    int stored;
    try {
      stored = count(file, vars);
    } catch (KerasFileException e) {
      throw new KerasFileException(owner + ": " + e.getMessage(), e);
    }
    if (stored != weights.size()) {
      throw new KerasFileException(
          "%s: the file has %d variables at `%s`, %d are needed: %s"
              .formatted(
                  owner,
                  stored,
                  vars,
                  weights.size(),
                  weights.stream().map(weight -> weight.name() + " " + weight.shape()).toList()));
    }
    for (int i = 0; i < stored; i++) {
      into.add(new Match(weights.get(i), dataset(file, vars + "/" + i, owner, weights.get(i))));
    }
  }

  private static H5Dataset dataset(H5File file, String path, String owner, Weight weight) {
    H5Dataset stored;
    try {
      stored = file.dataset(path);
    } catch (KerasFileException e) {
      throw new KerasFileException(owner + ": " + e.getMessage(), e);
    }
    Shape shape = Shape.of(stored.shape());
    if (!shape.equals(weight.shape())) {
      throw new KerasFileException(
          "%s: `%s` has the shape %s, the layer's `%s` has %s"
              .formatted(owner, path, shape, weight.name(), weight.shape()));
    }
    return stored;
  }

  private static void assign(List<Match> matches) {
    for (Match match : matches) {
      try (TensorScope scope = TensorScope.open()) {
        match.weight().assign(tensor(match.stored()).cast(match.weight().dtype()));
      }
    }
  }

  private static Tensor tensor(H5Dataset stored) {
    DType dtype = DType.of(stored.type().name().toLowerCase(Locale.ROOT));
    return Tensor.ofBytes(dtype, Shape.of(stored.shape()), stored.data());
  }

  /**
   * Returns how many numbers all arrays of a file hold, broken ones left out.
   *
   * @param file the file
   */
  public static long numbers(H5File file) {
    long all = 0;
    for (String path : file.datasets("")) {
      try {
        H5Dataset dataset = file.dataset(path);
        all += dataset.byteSize() / dataset.type().bytes();
      } catch (KerasFileException e) {
        // Told with the name of the layer when the layer is read.
      }
    }
    return all;
  }
}

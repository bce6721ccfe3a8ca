package rhyton.saving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rhyton.config.KerasObject;
import rhyton.layers.Layer;
import rhyton.utils.Names;

/**
 * Where the weights of each layer stand in a weights file: the one place that knows Keras's rule.
 *
 * <p>A layer stands below its owner, under the attribute that holds it; in a list of layers, under
 * the snake case name of its class, with {@code _1}, {@code _2}, … for further ones of the class. A
 * model's {@code layers} come first, then the attributes in alphabetical order, those that begin
 * with an underscore last. A layer that is met twice stands at the first path.
 */
public final class WeightPaths {
  /** The group with the variables of an optimizer. */
  public static final String OPTIMIZER = "optimizer";

  /** The group below each object's path that has its variables, numbered. */
  public static final String VARS = "vars";

  private final List<Place> places = new ArrayList<>();
  private final Set<Layer> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * A layer and its path.
   *
   * @param path such as {@code layers/dense_1}; empty for the outermost one
   * @param layer the layer
   */
  public record Place(String path, Layer layer) {
    /** Returns the path of the group with the variables. */
    String vars() {
      return WeightPaths.join(path, VARS);
    }

    /** The same place as releases name it that hide the attribute, or do not: or null. */
    String otherVars() {
      int last = path.lastIndexOf('/') + 1;
      String name = path.substring(last);
      String other = name.startsWith("_") ? name.substring(1) : "_" + name;
      return WeightPaths.join(path.substring(0, last) + other, VARS);
    }
  }

  private WeightPaths() {}

  /**
   * The places of a layer and all layers inside.
   *
   * @param root the outermost layer, usually a model
   * @return their places, in the order in which Keras writes them
   */
  public static List<Place> of(Layer root) {
    WeightPaths paths = new WeightPaths();
    paths.visit("", root);
    return paths.places;
  }

  private void visit(String path, Layer layer) {
    if (!seen.add(layer)) {
      return;
    }
    places.add(new Place(path, layer));
    Map<String, List<Layer>> children = layer.children();
    List<String> attributes = new ArrayList<>(children.keySet());
    attributes.sort(
        Comparator.comparing((String name) -> !(name.equals("layers") && layer instanceof Saveable))
            .thenComparing(name -> name.startsWith("_"))
            .thenComparing(Comparator.naturalOrder()));
    for (String attribute : attributes) {
      String below = join(path, attribute);
      if (layer.isList(attribute)) {
        visitList(below, children.get(attribute));
      } else {
        children.get(attribute).forEach(child -> visit(below, child));
      }
    }
  }

  private void visitList(String path, List<Layer> layers) {
    Map<String, Integer> used = new HashMap<>();
    for (Layer layer : layers) {
      String name = Names.snakeCase(className(layer));
      int before = used.merge(name, 1, Integer::sum) - 1;
      visit(join(path, before == 0 ? name : name + "_" + before), layer);
    }
  }

  private static String className(Layer layer) {
    return layer instanceof KerasObject object
        ? object.type().name()
        : layer.getClass().getSimpleName();
  }

  static String join(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }
}

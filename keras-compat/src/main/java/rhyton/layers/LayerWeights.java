package rhyton.layers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import rhyton.config.Ticketed;
import rhyton.graph.Operation;
import rhyton.graph.Weight;
import rhyton.metrics.Metric;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.Trace;
import rhyton.utils.Fields;

/** The half of a {@link Layer} that owns its weights and knows the layers used inside. */
public abstract sealed class LayerWeights extends Operation implements AutoCloseable permits Layer {
  private final List<Weight> weights = new ArrayList<>();
  private final Map<String, List<Layer>> children = new LinkedHashMap<>();
  private final Set<String> lists = new HashSet<>();
  private final List<Runnable> closers = new ArrayList<>();
  private final List<Metric> metrics = new ArrayList<>();
  private boolean building;
  private volatile boolean built;
  private List<Shape> builtWith;
  private boolean trainable = true;
  private int holders;

  /** For {@link Layer}. */
  protected LayerWeights() {}

  /**
   * Makes the weights for one input.
   *
   * @param input the shape of the input
   */
  protected void build(Shape input) {}

  /**
   * Makes the weights for all inputs.
   *
   * @param inputs the shapes of the inputs
   */
  protected void build(List<Shape> inputs) {
    build(inputs.get(0));
  }

  /**
   * Makes the weights, if that has not been done. Where several threads ask at once, one makes them
   * and the others wait.
   *
   * @param inputs the shapes of the inputs
   */
  public final void buildFor(List<Shape> inputs) {
    use();
    if (!built) {
      buildOnce(inputs);
    }
  }

  /** A layer that is called while it is being built goes on with that. */
  private synchronized void buildOnce(List<Shape> inputs) {
    if (!built && !building) {
      building = true;
      builtWith = List.copyOf(inputs);
      try {
        Trace.outside(
            () -> {
              try (TensorScope scope = TensorScope.open()) {
                build(inputs);
              }
              return null;
            });
        if (!trainable) {
          setTrainable(false); // layers that it was given to use were not asked
        }
      } catch (RuntimeException e) {
        weights.forEach(Weight::close);
        weights.clear();
        throw e;
      } finally {
        building = false;
      }
      built = true;
    }
  }

  /** Returns whether the weights have been made. */
  public final boolean isBuilt() {
    return built;
  }

  /** Returns the shapes of the inputs that the weights were made for, or null. */
  public final List<Shape> builtWith() {
    return builtWith;
  }

  /**
   * Makes a weight that training changes.
   *
   * @param weightName its name
   * @param shape its shape
   * @param initial makes its first value
   * @return the weight
   */
  protected final Weight addWeight(String weightName, Shape shape, Supplier<Tensor> initial) {
    return addWeight(weightName, shape, initial, true, null, null);
  }

  /**
   * Makes a weight.
   *
   * @param weightName its name
   * @param shape its shape
   * @param initial makes its first value
   * @param trains whether training changes it
   * @param penalty its regularizer, or null
   * @param constraint its constraint, or null
   * @return the weight
   */
  protected final Weight addWeight(
      String weightName,
      Shape shape,
      Supplier<Tensor> initial,
      boolean trains,
      UnaryOperator<Tensor> penalty,
      UnaryOperator<Tensor> constraint) {
    requireBuilding("weight", weightName);
    WeightLimit.spend(name(), weightName, shape);
    return Trace.outside(
        () -> {
          try (TensorScope scope = TensorScope.open()) {
            Tensor value = initial.get();
            if (!value.shape().equals(shape)) {
              throw new IllegalArgumentException(
                  "Layer `"
                      + name()
                      + "`: the first value of `"
                      + weightName
                      + "` must have the shape "
                      + shape
                      + ". Received: "
                      + value.shape());
            }
            Weight weight =
                new Weight(
                    ((Layer) this).path() + "/" + weightName, value, trains, penalty, constraint);
            weight.setTrainable(trains && trainable);
            weights.add(weight);
            return weight;
          }
        });
  }

  /**
   * Makes a layer that is used inside known, under the name of the attribute that Keras has for it.
   *
   * @param attribute the attribute
   * @param layer the layer
   * @param <L> its class
   * @return the layer
   */
  protected final <L extends Layer> L track(String attribute, L layer) {
    requireBuilding("layer", attribute);
    children.computeIfAbsent(attribute, a -> new ArrayList<>()).add(layer);
    return layer;
  }

  /** State that is made in `call` would be made anew at each call, and missing in files. */
  private void requireBuilding(String kind, String what) {
    if (built && !building) {
      throw new IllegalStateException(
          ("Layer `%s`: the %s `%s` is added after the layer was built. Make weights and layers in"
                  + " the constructor or in `build`, not in `call`")
              .formatted(name(), kind, what));
    }
  }

  /**
   * Makes a metric part of the layer: {@code call}, or the training step of a model, updates it;
   * training shows it and sets it back with each epoch. Metrics in the fields of a user's class are
   * found without.
   *
   * @param metric the metric, which is closed with the layer
   * @param <M> its class
   * @return the metric
   */
  protected final <M extends Metric> M trackMetric(M metric) {
    metrics.add(metric);
    return metric;
  }

  @Override
  protected Collection<Ticketed> made() {
    List<Ticketed> made = new ArrayList<>();
    Fields.of(this, Ticketed.class).values().forEach(made::addAll);
    made.removeAll(parts());
    return made;
  }

  /** Returns the metrics of this layer, without those of the layers inside. */
  public final List<Metric> ownMetrics() {
    return OwnState.metrics(this, metrics);
  }

  /** Returns the metrics of this layer and of the layers inside. */
  public List<Metric> metrics() {
    return flattened().stream().flatMap(layer -> layer.ownMetrics().stream()).distinct().toList();
  }

  /**
   * Makes layers that are used inside known, which Keras keeps in one list.
   *
   * @param attribute the attribute with the list
   * @param layers the layers
   * @param <L> their class
   * @return the layers
   */
  protected final <L extends Layer> List<L> trackList(String attribute, List<L> layers) {
    layers.forEach(layer -> track(attribute, layer));
    lists.add(attribute);
    return layers;
  }

  /**
   * Returns whether an attribute is a list, whose layers files know by their classes.
   *
   * @param attribute a key of {@link #children}
   */
  public boolean isList(String attribute) {
    return lists.contains(attribute) || Fields.isList(this, attribute);
  }

  /**
   * Has something done when the layer is closed: for state that is no weight, such as the count of
   * a generator of seeds.
   *
   * @param action what is done; it may be done more than once
   */
  protected final void onClose(Runnable action) {
    closers.add(action);
  }

  /** Returns the layers used inside, by attribute; a list attribute may have several. */
  public Map<String, List<Layer>> children() {
    Map<String, List<Layer>> all = new LinkedHashMap<>(children);
    Fields.of(this, Layer.class).forEach(all::putIfAbsent);
    return Collections.unmodifiableMap(all);
  }

  /** Returns the layer's own weights: those that training may change first. */
  public final List<Weight> ownWeights() {
    List<Weight> sorted = new ArrayList<>(weights);
    sorted.sort((a, b) -> Boolean.compare(b.startsTrainable(), a.startsTrainable()));
    return sorted;
  }

  /** Returns all weights: the layer's own, then those of the layers inside. */
  public final List<Weight> weights() {
    List<Weight> all = new ArrayList<>();
    for (Layer layer : flattened()) {
      for (Weight weight : layer.ownWeights()) {
        if (!all.contains(weight)) {
          all.add(weight);
        }
      }
    }
    return all;
  }

  /** Returns this layer and all layers inside, each once. */
  public final List<Layer> flattened() {
    Map<Layer, Boolean> all = new LinkedHashMap<>();
    collect(all);
    return List.copyOf(all.keySet());
  }

  private void collect(Map<Layer, Boolean> all) {
    if (all.put((Layer) this, true) == null) {
      children()
          .values()
          .forEach(list -> list.forEach(child -> ((LayerWeights) child).collect(all)));
    }
  }

  /** Returns the weights that training changes. */
  public final List<Weight> trainableWeights() {
    return trainable ? weights().stream().filter(Weight::trainable).toList() : List.of();
  }

  /** Returns the weights that training does not change. */
  public final List<Weight> nonTrainableWeights() {
    List<Weight> others = new ArrayList<>(weights());
    others.removeAll(trainableWeights());
    return others;
  }

  /** Returns whether training changes the weights. */
  public final boolean trainable() {
    return trainable;
  }

  /**
   * Freezes or thaws the layer and the layers inside. A model that is compiled already goes on as
   * it was until it is compiled again.
   *
   * @param trainable whether training changes the weights
   */
  public final void setTrainable(boolean trainable) {
    for (Layer layer : flattened()) {
      ((LayerWeights) layer).freeze(!trainable);
    }
  }

  private void freeze(boolean frozen) {
    trainable = !frozen;
    weights.forEach(weight -> weight.setTrainable(!frozen && weight.startsTrainable()));
  }

  /** Returns copies of all weights as Java arrays. */
  public final List<Object> getWeights() {
    return weights().stream().map(Weight::toArray).toList();
  }

  /**
   * Gives all weights new values.
   *
   * @param values arrays or tensors, in the order of {@link #weights}
   */
  public final void setWeights(List<?> values) {
    List<Weight> all = weights();
    if (all.size() != values.size()) {
      throw new IllegalArgumentException(
          "You called `setWeights` on layer `"
              + name()
              + "` with a list of "
              + values.size()
              + " values, but the layer has "
              + all.size()
              + " weights");
    }
    try (TensorScope scope = TensorScope.open()) {
      for (int i = 0; i < all.size(); i++) {
        all.get(i).assign(Tensor.convert(values.get(i), all.get(i).dtype()));
      }
    }
  }

  /** Returns the number of single numbers in all weights. */
  public final long countParams() {
    return weights().stream().mapToLong(w -> w.shape().size()).sum();
  }

  /** A model holds the layer from now on. */
  public final synchronized void hold() {
    holders++;
  }

  /** Returns whether a model holds the layer. */
  protected final synchronized boolean isHeld() {
    return holders > 0;
  }

  /** A model that held the layer gives it back: the weights stay. */
  public final synchronized void giveBack() {
    holders--;
  }

  /** A model that held the layer is closed; the last one takes the weights with it. */
  public final synchronized void release() {
    if (--holders <= 0 && diesWithHolder()) {
      close();
    }
  }

  /** Returns whether nobody but the models that hold it has the layer. */
  protected boolean diesWithHolder() {
    return true;
  }

  /** Frees the state of this layer and of the layers inside. Closing twice is harmless. */
  @Override
  public void close() {
    flattened().forEach(layer -> ((LayerWeights) layer).closeOwn());
  }

  /** Frees what belongs to this layer alone: weights, metrics, optimizers, generators of seeds. */
  protected final void closeOwn() {
    weights.forEach(Weight::close);
    closers.forEach(Runnable::run);
    OwnState.close(this, metrics);
  }
}

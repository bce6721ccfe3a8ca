package rhyton.layers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.CheckReturnValue;
import rhyton.config.ConfigStyle;
import rhyton.config.DTypePolicy;
import rhyton.config.LayerArgs;
import rhyton.config.Named;
import rhyton.config.Ticketed;
import rhyton.config.Tickets;
import rhyton.constraints.Constraint;
import rhyton.graph.Weight;
import rhyton.initializers.Initializer;
import rhyton.layers.options.HasActivityRegularizer;
import rhyton.layers.options.WeightArgs;
import rhyton.random.SeedGenerator;
import rhyton.regularizers.Regularizer;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Base of the layers that declare their options: config, copies with changed options and checks
 * come from the declaration.
 *
 * @param <S> the layer's own class
 */
public abstract class ArgLayer<S extends ArgLayer<S>> extends Layer
    implements Named<S>, HasActivityRegularizer<S> {
  private final ArgValues args;
  private final List<SeedGenerator> seeds = new ArrayList<>();
  private Supplier<String> laterName;

  /**
   * Checks the options and adds the defaults.
   *
   * @param args the options given
   */
  @SuppressWarnings("this-escape") // type() returns a constant
  protected ArgLayer(ArgValues args) {
    this.args = type().complete(args, this);
    if (!this.args.get(LayerArgs.TRAINABLE)) {
      setTrainable(false);
    }
    for (Arg<?> arg : type().args().args()) {
      if (this.args.get(arg) instanceof Layer layer && uses(arg)) {
        track(arg.name(), layer);
      }
    }
  }

  @Override
  public final ArgValues args() {
    return args;
  }

  /** Whether a layer among the options is used inside, and not only a pattern of those that are. */
  boolean uses(Arg<?> arg) {
    return true;
  }

  /** Gives the layer a name that is found when it is first used, by the layer that has made it. */
  final void nameLater(Supplier<String> later) {
    laterName = later;
  }

  @Override
  protected final String givenName() {
    return laterName == null ? args.get(LayerArgs.NAME) : laterName.get();
  }

  @Override
  public final DTypePolicy dtypePolicy() {
    return args.get(LayerArgs.DTYPE);
  }

  /** Keras's constructor finds the name first, then the seeds of the options and its own. */
  @Override
  protected void settle() {
    super.settle();
    if (drawsOwnSeedFirst()) {
      seeds.forEach(Tickets::settleNow);
    }
    args.owned(this).forEach(Tickets::settleNow);
    seeds.forEach(Tickets::settleNow);
  }

  /** Whether Keras's constructor makes the layer's own generator before the initializers. */
  boolean drawsOwnSeedFirst() {
    return false;
  }

  @Override
  protected Collection<Ticketed> parts() {
    return args.parts();
  }

  /** The config with the name that was found and the present state of {@code trainable}. */
  @Override
  public ObjectNode config(ConfigStyle style) {
    ObjectNode config = Named.super.config(style);
    if (config.has(LayerArgs.TRAINABLE.name())) {
      config.put(LayerArgs.TRAINABLE.name(), trainable());
    }
    return config;
  }

  /**
   * What the layer expects of its input.
   *
   * @return the number of dimensions, and the axis that must not change its size
   */
  protected InputSpec inputSpec() {
    return InputSpec.ANY;
  }

  @Override
  protected void checkInputs(List<Tensor> inputs) {
    inputSpec().check(this, inputs);
  }

  @Override
  protected UnaryOperator<Tensor> activityPenalty() {
    return operator(arg(ACTIVITY_REGULARIZER));
  }

  private static UnaryOperator<Tensor> operator(Regularizer regularizer) {
    return regularizer == null ? null : regularizer::apply;
  }

  /**
   * Makes a weight that training changes, as the options for it say.
   *
   * @param options the options
   * @param shape its shape
   * @return the weight
   */
  protected final Weight addWeight(WeightArgs options, Shape shape) {
    return addWeight(options, shape, arg(options.initializer()));
  }

  /** Makes a weight as the options say, but for how it starts. */
  final Weight addWeight(WeightArgs options, Shape shape, Initializer initializer) {
    Constraint constraint = arg(options.constraint());
    return addWeight(
        options.weight(),
        shape,
        () -> initializer.apply(shape, variableDtype()),
        true,
        operator(arg(options.regularizer())),
        constraint == null ? null : constraint::apply);
  }

  /**
   * Makes a weight that training does not change by gradients.
   *
   * @param weightName its name
   * @param shape its shape
   * @param initializer makes its first value
   * @return the weight
   */
  protected final Weight addState(String weightName, Shape shape, Initializer initializer) {
    return addWeight(weightName, shape, initializer, false);
  }

  /**
   * Makes a generator of seeds that belongs to the layer: it draws a default seed when the layer
   * gets its name, and is closed with the layer.
   *
   * @param seed the seed; null draws one as Keras does
   * @return the generator
   */
  protected final SeedGenerator ownSeeds(Long seed) {
    SeedGenerator generator = seed == null ? new SeedGenerator() : new SeedGenerator(seed);
    Tickets.adopt(this, generator);
    seeds.add(generator);
    onClose(generator::close);
    return generator;
  }

  /**
   * A copy whose weights training changes or leaves alone.
   *
   * @param trainable whether training changes the weights
   * @return a copy with this option
   */
  @CheckReturnValue
  public S trainable(boolean trainable) {
    return with(LayerArgs.TRAINABLE, trainable);
  }

  /**
   * A copy that computes in another precision.
   *
   * @param dtype a dtype such as {@code "float64"}
   * @return a copy with this option
   */
  @CheckReturnValue
  public S dtype(String dtype) {
    return with(LayerArgs.DTYPE, new DTypePolicy(dtype));
  }
}

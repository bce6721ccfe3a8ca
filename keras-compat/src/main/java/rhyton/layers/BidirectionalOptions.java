package rhyton.layers;

import rhyton.config.Arg;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.TypeRegistry;
import rhyton.layers.options.HasMergeMode;
import rhyton.layers.options.HasWeights;

/**
 * The options of {@link Bidirectional}.
 *
 * @param <S> the type that has the options
 */
@CheckReturnValue
public interface BidirectionalOptions<S> extends HasMergeMode<S>, HasWeights<S> {
  /** The layer of which both directions are copies. */
  Arg<Layer> LAYER =
      Arg.required("layer", Codec.object(Family.LAYER, Layer.class, TypeRegistry::standard))
          .check("a recurrent layer", Recurrent.class::isInstance);

  /** The layer for the other direction; null for a copy, too. */
  Arg<Layer> BACKWARD_LAYER =
      Arg.optional("backward_layer", LAYER.codec())
          .check("a recurrent layer", Recurrent.class::isInstance);

  /**
   * The layer for the other direction; by default a copy of the first one.
   *
   * @param layer a recurrent layer that goes the other way and returns as much
   * @return a copy with this option
   */
  default S backwardLayer(Recurrent<?> layer) {
    return with(BACKWARD_LAYER, layer);
  }
}

package rhyton.layers.options;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Option {@code weights}, which Keras's constructors take and no config shows.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasWeights<S> extends ArgHolder<S> {
  /** The first values of all weights, in place of the initializers'. */
  Arg<List<?>> WEIGHTS =
      Arg.optional(
              "weights",
              Codec.<List<?>>of(
                  "a list of arrays",
                  value -> JsonNodeFactory.instance.nullNode(),
                  (json, at) -> {
                    throw at.mismatch("null", json);
                  }))
          .unlisted();

  /**
   * The first values of the weights; by default the initializers make them.
   *
   * @param weights an array or a tensor for each weight
   * @return a copy with this option
   */
  default S weights(Object... weights) {
    return with(WEIGHTS, List.of(weights));
  }
}

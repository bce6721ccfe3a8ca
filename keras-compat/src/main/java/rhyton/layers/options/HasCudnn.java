package rhyton.layers.options;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import rhyton.config.Arg;
import rhyton.config.ArgHolder;
import rhyton.config.CheckReturnValue;
import rhyton.config.Codec;

/**
 * Option {@code use_cudnn}, which Keras's constructors take and no config shows.
 *
 * @param <S> the type that has the option
 */
@CheckReturnValue
public interface HasCudnn<S> extends ArgHolder<S> {
  /** Null for {@code "auto"}. */
  Arg<Boolean> USE_CUDNN =
      Arg.of(
              "use_cudnn",
              Codec.<Boolean>of(
                      "true, false or \"auto\"",
                      JsonNodeFactory.instance::booleanNode,
                      (json, at) -> {
                        if (json.isBoolean()) {
                          return json.booleanValue();
                        }
                        if (json.asText().equals("auto")) {
                          return null;
                        }
                        throw at.mismatch("true, false or \"auto\"", json);
                      })
                  .nullable(),
              (Boolean) null)
          .unlisted();

  /**
   * Whether one kernel may compute all time steps. By default (Keras's {@code "auto"}) that is done
   * where there is a kernel for the layer's options; the numbers are the same.
   *
   * @param useCudnn false for a loop over the steps; true insists on cuDNN, which needs a GPU
   * @return a copy with this option
   */
  default S useCudnn(boolean useCudnn) {
    return with(USE_CUDNN, useCudnn);
  }
}

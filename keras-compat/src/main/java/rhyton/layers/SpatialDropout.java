package rhyton.layers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import rhyton.config.ArgValues;
import rhyton.config.ConfigStyle;
import rhyton.config.LayerArgs;

/** Base of the layers that drop whole channels, see {@link Dropout}. */
abstract sealed class SpatialDropout<S extends SpatialDropout<S>> extends DropoutLayer<S>
    permits SpatialDropout1D, SpatialDropout2D, SpatialDropout3D {
  SpatialDropout(ArgValues args) {
    super(args);
  }

  @Override
  protected final InputSpec inputSpec() {
    return InputSpec.ndim(noiseShape().length);
  }

  /** Keras's constructor knows no other common options, and writes the dtype by its name. */
  @Override
  public ObjectNode config(ConfigStyle style) {
    ObjectNode config = super.config(style);
    config.remove(LayerArgs.TRAINABLE.name());
    config.remove(ACTIVITY_REGULARIZER.name());
    return config.put(LayerArgs.DTYPE.name(), dtypePolicy().variableDtype());
  }
}

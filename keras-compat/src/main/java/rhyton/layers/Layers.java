package rhyton.layers;

import java.util.List;
import rhyton.config.KerasType;

/** All layers of Keras. */
public final class Layers {
  /** The classes. */
  public static final List<KerasType<?>> TYPES =
      List.of(
          Activation.TYPE,
          ActivityRegularization.TYPE,
          Add.TYPE,
          Average.TYPE,
          Concatenate.TYPE,
          Cropping1D.TYPE,
          Cropping2D.TYPE,
          Dense.TYPE,
          Dropout.TYPE,
          ELU.TYPE,
          Embedding.TYPE,
          Flatten.TYPE,
          Identity.TYPE,
          InputLayer.TYPE,
          LeakyReLU.TYPE,
          Masking.TYPE,
          Maximum.TYPE,
          Minimum.TYPE,
          Multiply.TYPE,
          Permute.TYPE,
          ReLU.TYPE,
          RepeatVector.TYPE,
          Rescaling.TYPE,
          Reshape.TYPE,
          Softmax.TYPE,
          SpatialDropout1D.TYPE,
          SpatialDropout2D.TYPE,
          SpatialDropout3D.TYPE,
          Subtract.TYPE,
          UpSampling1D.TYPE,
          ZeroPadding1D.TYPE,
          ZeroPadding2D.TYPE);

  private Layers() {}
}

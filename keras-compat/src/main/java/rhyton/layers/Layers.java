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
          AveragePooling1D.TYPE,
          AveragePooling2D.TYPE,
          BatchNormalization.TYPE,
          Bidirectional.TYPE,
          Concatenate.TYPE,
          Conv1D.TYPE,
          Conv1DTranspose.TYPE,
          Conv2D.TYPE,
          Conv2DTranspose.TYPE,
          Conv3DTranspose.TYPE,
          ConvLSTM1D.TYPE,
          ConvLSTM2D.TYPE,
          ConvLSTM3D.TYPE,
          Cropping1D.TYPE,
          Cropping2D.TYPE,
          Dense.TYPE,
          Dropout.TYPE,
          ELU.TYPE,
          Embedding.TYPE,
          Flatten.TYPE,
          GlobalAveragePooling1D.TYPE,
          GlobalAveragePooling2D.TYPE,
          GlobalMaxPooling1D.TYPE,
          GlobalMaxPooling2D.TYPE,
          GRU.TYPE,
          GRUCell.TYPE,
          Identity.TYPE,
          InputLayer.TYPE,
          LSTM.TYPE,
          LSTMCell.TYPE,
          LayerNormalization.TYPE,
          LeakyReLU.TYPE,
          Masking.TYPE,
          MaxPooling1D.TYPE,
          MaxPooling2D.TYPE,
          Maximum.TYPE,
          Minimum.TYPE,
          Multiply.TYPE,
          Permute.TYPE,
          RNN.TYPE,
          ReLU.TYPE,
          RepeatVector.TYPE,
          Rescaling.TYPE,
          Reshape.TYPE,
          SimpleRNN.TYPE,
          SimpleRNNCell.TYPE,
          Softmax.TYPE,
          SpatialDropout1D.TYPE,
          SpatialDropout2D.TYPE,
          SpatialDropout3D.TYPE,
          StackedRNNCells.TYPE,
          Subtract.TYPE,
          TimeDistributed.TYPE,
          UpSampling1D.TYPE,
          UpSampling2D.TYPE,
          ZeroPadding1D.TYPE,
          ZeroPadding2D.TYPE);

  /** Layers whose config holds a function, which no constructor from names can give. */
  public static final List<KerasType<?>> OF_FUNCTIONS = List.of(Lambda.TYPE);

  private Layers() {}
}

package rhyton.utils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  /** Given by Keras's own function. */
  @ParameterizedTest
  @CsvSource({
    "Dense, dense",
    "Conv2D, conv2d",
    "Conv2DTranspose, conv2d_transpose",
    "SeparableConv2D, separable_conv2d",
    "ConvLSTM1D, conv_lstm1d",
    "LSTM, lstm",
    "LSTMCell, lstm_cell",
    "GRU, gru",
    "SimpleRNN, simple_rnn",
    "PReLU, p_re_lu",
    "ReLU, re_lu",
    "ELU, elu",
    "BatchNormalization, batch_normalization",
    "RMSNormalization, rms_normalization",
    "GroupedQueryAttention, grouped_query_attention",
    "MaxPooling2D, max_pooling2d",
    "GlobalAveragePooling1D, global_average_pooling1d",
    "InputLayer, input_layer",
    "STFTSpectrogram, stft_spectrogram",
    "TFSMLayer, tfsm_layer",
    "RMSprop, rm_sprop",
    "AdamW, adam_w",
    "IoU, io_u",
    "MeanIoU, mean_io_u",
    "F1Score, f1_score",
    "AUC, auc",
    "MyLayer_2, my_layer_2",
    "my-layer, mylayer",
    "XMLHTTPRequest, xmlhttp_request",
    "ABCdefGHi, ab_cdef_g_hi",
    "Für-Élise, fürélise",
    "a日本Bc, a日本_bc",
    "Ends_With².x, ends__with²x"
  })
  void snakeCase(String className, String expected) {
    assertEquals(expected, Names.snakeCase(className));
  }

  @ParameterizedTest
  @CsvSource({
    "units, units",
    "kernel_size, kernelSize",
    "use_bias, useBias",
    "beta_1, beta1",
    "return_sequences, returnSequences",
    "rho, rho",
    "loss_scale_factor, lossScaleFactor"
  })
  void camelCase(String key, String expected) {
    assertEquals(expected, Names.camelCase(key));
  }

  @Test
  void namesAreNumberedFromTheSecondOn() {
    var names = new UniqueNames();
    assertEquals("dense", names.ofClass("Dense"));
    assertEquals("dense_1", names.ofClass("Dense"));
    assertEquals("conv2d", names.ofClass("Conv2D"));
    assertEquals("dense_2", names.ofClass("Dense"));
    assertEquals("my layer", names.unique("my layer"));
    assertEquals("my layer_1", names.unique("my layer"));
    names.clear();
    assertEquals("dense", names.ofClass("Dense"));
    assertSame(UniqueNames.ofProcess(), UniqueNames.ofProcess());
  }
}

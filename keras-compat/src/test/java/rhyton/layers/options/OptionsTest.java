package rhyton.layers.options;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import rhyton.activations.Activation;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.DeclaredObject;
import rhyton.config.KerasConfig;
import rhyton.config.KerasType;
import rhyton.initializers.GlorotUniform;
import rhyton.initializers.HeNormal;
import rhyton.initializers.Initializer;
import rhyton.regularizers.L2;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.TensorScope;
import rhyton.utils.RandomSeeds;

class OptionsTest {
  /** Has the options of a convolution. */
  private static final class Filter extends DeclaredObject<Filter>
      implements HasUnits<Filter>,
          HasActivation<Filter>,
          HasKernel<Filter>,
          HasBias<Filter>,
          HasPadding<Filter>,
          HasDataFormat<Filter>,
          HasActivityRegularizer<Filter> {
    static final KerasType<Filter> TYPE =
        KerasType.layer(
            "Filter",
            Filter::new,
            UNITS,
            ACTIVATION.withDefault(Activation.of("tanh")),
            USE_BIAS,
            KERNEL,
            BIAS,
            PADDING,
            DATA_FORMAT);

    Filter(int units) {
      this(ArgValues.NONE.with(UNITS, units));
    }

    private Filter(ArgValues args) {
      super(args);
      takeTicket();
    }

    @Override
    public KerasType<Filter> type() {
      return TYPE;
    }

    <T> T get(Arg<T> arg) {
      return args().get(arg);
    }

    float[] kernel() {
      use();
      try (TensorScope scope = TensorScope.open()) {
        return get(KERNEL.initializer()).apply(Shape.of(2, 2), DType.FLOAT32).floats();
      }
    }
  }

  @AfterEach
  void reset() {
    KerasConfig.setImageDataFormat("channels_last");
    RandomSeeds.unsetRandomSeed();
  }

  @Test
  void optionsAreChained() {
    Filter filter =
        new Filter(64).activation("relu").kernelInitializer(new HeNormal().seed(3)).useBias(false);
    assertEquals(Activation.of("relu"), filter.get(HasActivation.ACTIVATION));
    assertEquals("3", filter.config().at("/kernel_initializer/config/seed").toString());
    assertEquals(false, filter.get(HasBias.USE_BIAS));
  }

  @Test
  void aTypeMayHaveItsOwnDefault() {
    assertEquals("tanh", new Filter(1).config().get("activation").textValue());
    assertEquals(
        "linear", new Filter(1).activation((String) null).config().get("activation").textValue());
  }

  @Test
  void stringsNameWhatTheyMeanOrWhatIsThere() {
    assertEquals(Padding.SAME, new Filter(1).padding("same").get(HasPadding.PADDING));
    assertEquals(
        "Filter: argument `padding` must be one of \"valid\", \"same\"."
            + " Received: padding=\"causal\"",
        message(() -> new Filter(1).padding("causal")));
    assertEquals(
        "Filter: argument `padding` must be one of \"valid\", \"same\", \"causal\"."
            + " Received: padding=\"full\"",
        message(() -> new Filter(1).padding("full")));
    assertEquals(
        "Filter: argument `kernel_initializer` must be an initializer, one of [Constant,"
            + " GlorotNormal, GlorotUniform, HeNormal, HeUniform, Identity, LecunNormal,"
            + " LecunUniform, Ones, Orthogonal, RandomNormal, RandomUniform, STFT,"
            + " TruncatedNormal, VarianceScaling, Zeros]. Received: kernel_initializer=\"he\"",
        message(() -> new Filter(1).kernelInitializer("he")));
  }

  private static String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void theDataFormatIsTheOneConfiguredWhenTheLayerIsMade() {
    Filter before = new Filter(1);
    KerasConfig.setImageDataFormat("channels_first");
    assertEquals(DataFormat.CHANNELS_FIRST, new Filter(1).get(HasDataFormat.DATA_FORMAT));
    assertEquals(DataFormat.CHANNELS_LAST, before.get(HasDataFormat.DATA_FORMAT));
    assertEquals(1, DataFormat.CHANNELS_FIRST.channelAxis());
  }

  @Test
  void eachLayerHasAnInitializerOfItsOwnUnlessOneIsGiven() {
    Filter first = new Filter(1);
    Filter second = new Filter(1);
    Arg<Initializer> kernel = HasKernel.KERNEL.initializer();
    assertNotSame(first.get(kernel), second.get(kernel));
    HeNormal shared = new HeNormal();
    assertSame(shared, first.kernelInitializer(shared).get(kernel));
  }

  @Test
  void kernelsDrawInTheOrderOfTheLayers() {
    RandomSeeds.setRandomSeed(42);
    Filter first = new Filter(1).padding("same");
    Filter second = new Filter(1).kernelInitializer("glorot_uniform");
    Filter expected = new Filter(1).kernelInitializer(glorot(119540832));
    assertArrayEquals(expected.kernel(), second.kernel());
    assertArrayEquals(new Filter(1).kernelInitializer(glorot(686579304)).kernel(), first.kernel());
  }

  private static Initializer glorot(long seed) {
    return new GlorotUniform().seed(seed);
  }

  @Test
  void anActivityRegularizerIsInTheConfigOnlyIfThereIsOne() {
    assertEquals(false, new Filter(1).config().has("activity_regularizer"));
    assertEquals(
        "L2",
        new Filter(1)
            .activityRegularizer(new L2(0.1))
            .config()
            .at("/activity_regularizer/class_name")
            .textValue());
  }
}

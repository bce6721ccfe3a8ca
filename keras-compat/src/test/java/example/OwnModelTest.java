package example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.config.Tickets;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.ArgLayer;
import rhyton.layers.Dense;
import rhyton.layers.Dropout;
import rhyton.layers.Layer;
import rhyton.models.ArgModel;
import rhyton.models.LoadOptions;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.models.SummaryOptions;
import rhyton.optimizers.Optimizer;
import rhyton.optimizers.SGD;
import rhyton.savedmodel.SavedModel;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.training.StepData;

/** Models that a program defines itself, in a package of its own. */
class OwnModelTest {
  private static final float[][] X = {{1, 0}, {0, 1}, {1, 1}, {2, 1}, {0, 0}};
  private static final float[][] Y = {{1}, {2}, {3}, {4}, {0}};

  /** A layer with a weight and a layer inside, registered. */
  static final class Scale extends ArgLayer<Scale> {
    static final Arg<Integer> UNITS = Arg.positiveInt("units", 2);
    static final KerasType<Scale> TYPE =
        KerasType.layer("Scale", Scale::new, UNITS).registered("own");

    private final Dense inner = new Dense(arg(UNITS));
    private Weight factor;

    Scale() {
      this(ArgValues.NONE);
    }

    private Scale(ArgValues args) {
      super(args);
    }

    @Override
    public KerasType<Scale> type() {
      return TYPE;
    }

    @Override
    protected void build(Shape input) {
      factor = addWeight("factor", Shape.of(input.get(-1)), "ones");
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return inner.apply(x.multiply(ctx.read(factor)));
    }
  }

  /** A model with all kinds of attributes. */
  public static final class Net extends ArgModel<Net> {
    static final Arg<Integer> UNITS = Arg.positiveInt("units");
    static final KerasType<Net> TYPE = KerasType.model("Net", Net::new, UNITS).registered("own");

    private final Layer encoder = new Scale().with(Scale.UNITS, 3).name("enc");
    private final List<Layer> blocks;
    private final Dropout drop;
    private final Model head;

    public Net(int units) {
      this(ArgValues.NONE.with(UNITS, units));
    }

    private Net(ArgValues args) {
      super(args);
      blocks = List.of(new Dense(arg(UNITS)), new Dense(arg(UNITS)));
      drop = new Dropout(0);
      head = new Sequential(new Dense(1));
    }

    @Override
    public KerasType<Net> type() {
      return TYPE;
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      Tensor y = encoder.apply(x);
      for (Layer block : blocks) {
        y = block.apply(y);
      }
      return head.apply(drop.apply(y));
    }
  }

  private static Fit quiet() {
    return new Fit().verbose(0);
  }

  @Test
  void trainsAndPredicts() {
    Tickets.clearSession();
    try (Net net = new Net(3)) {
      net.compile("adam", "mse", "mae");
      double before = net.evaluate(X, Y, quiet()).get("loss");
      Map<String, List<Double>> history = net.fit(X, Y, quiet().epochs(60)).history();
      assertEquals(List.of("loss", "mae"), List.copyOf(history.keySet()));
      assertTrue(net.evaluate(X, Y, quiet()).get("loss") < before);
      assertArrayEquals(new long[] {5, 1}, net.predict(X).shape().toArray());
      assertEquals("enc", net.getLayer("enc").name());
      assertEquals(
          List.of("enc", "dense_1", "dense_2", "dropout", "sequential"),
          net.layers().stream().map(Layer::name).toList());
      assertEquals(9, net.weights().size());
    }
  }

  @Test
  void itsWeightsDieWithIt() {
    Net net = new Net(3);
    net.predict(X);
    List<Weight> weights = net.weights();
    net.close();
    assertTrue(weights.stream().allMatch(Weight::isClosed));
  }

  @Test
  void isBuiltForAShape() {
    try (Net net = new Net(3)) {
      net.buildFor(List.of(Shape.of(-1, 2)));
      assertEquals(9, net.weights().size());
    }
  }

  /** The texts are those that Python prints for the same class. */
  @Test
  void theSummaryIsThatOfKeras() {
    Tickets.clearSession();
    try (Net net = new Net(3)) {
      String text = net.summaryText(new SummaryOptions());
      assertTrue(text.contains("│ enc (Scale)                          │ ?  "), text);
      assertTrue(text.contains("│ dense_1 (Dense)                      │ ?  "), text);
      assertTrue(text.contains("0 (unbuilt)"), text);
      net.compile("adam", "mse");
      net.fit(X, Y, quiet());
      text = net.summaryText(new SummaryOptions().expandNested(true));
      assertTrue(text.contains("│ enc (Scale)                          │ ?  "), text);
      assertTrue(text.contains("│ dense_1 (Dense)                      │ (None, 3)  "), text);
      assertTrue(text.contains("│    └ dense_3 (Dense)                 │ (None, 1)  "), text);
      assertTrue(text.contains("Optimizer params"), text);
    }
  }

  @Test
  void isSavedAndLoaded(@TempDir Path dir) {
    Path file = dir.resolve("net.keras");
    try (Net net = new Net(3)) {
      net.compile("adam", "mse");
      net.fit(X, Y, quiet().epochs(2));
      net.save(file);
      LoadOptions own = new LoadOptions().customObjects(Net.TYPE, Scale.TYPE);
      try (Model loaded = Model.load(file, own)) {
        assertArrayEquals(net.predict(X).floats(), loaded.predict(X).floats());
        assertEquals(2, loaded.optimizer().iterations());
        double went = net.fit(X, Y, quiet().shuffle(false)).history().get("loss").get(0);
        assertEquals(
            went, loaded.fit(X, Y, quiet().shuffle(false)).history().get("loss").get(0), 1e-6);
      }
      var e = assertThrows(RuntimeException.class, () -> Model.load(file));
      assertTrue(e.getMessage().contains("customObjects"), e.getMessage());
      Path weights = dir.resolve("net.weights.h5");
      net.saveWeights(weights);
      try (Net other = new Net(3)) {
        other.predict(X);
        other.loadWeights(weights);
        assertArrayEquals(net.predict(X).floats(), other.predict(X).floats());
      }
    }
  }

  @Test
  void theExampleOfTheDocumentationIsSaved(@TempDir Path dir) {
    Path file = dir.resolve("regressor.keras");
    try (Regressor model = new Regressor(4)) {
      Tensor predicted = model.predict(X);
      model.save(file);
      LoadOptions own = new LoadOptions().customObjects(Regressor.TYPE);
      try (Model loaded = Model.load(file, own)) {
        assertArrayEquals(predicted.floats(), loaded.predict(X).floats());
      }
    }
  }

  @Test
  void isExportedAndServed(@TempDir Path dir) {
    try (TensorScope scope = TensorScope.open();
        Net net = new Net(3)) {
      float[] predicted = net.predict(X).floats();
      net.export(dir.resolve("served"));
      try (SavedModel served = SavedModel.load(dir.resolve("served"))) {
        Map<String, Tensor> given = Map.of("input_1", Tensor.of(X));
        Tensor output = served.call("serving_default", given).values().iterator().next();
        assertArrayEquals(predicted, output.floats(), 1e-6f);
      }
      LoadOptions own = new LoadOptions().customObjects(Net.TYPE, Scale.TYPE);
      try (Model loaded = Model.load(dir.resolve("served"), own)) {
        assertArrayEquals(predicted, loaded.predict(X).floats(), 1e-6f);
        assertEquals(List.of("input_1"), loaded.inputNames());
        assertEquals(Shape.of(-1, 2), loaded.inputSpecs().get(0).shape());
        assertEquals(Shape.of(-1, 1), loaded.outputSpecs().get(0).shape());
      }
    }
  }

  /** A model whose compile takes what Keras's does not know. */
  public static final class Tuned extends ArgModel<Tuned> {
    static final KerasType<Tuned> TYPE = KerasType.model("Tuned", Tuned::new).registered("own");

    private final Dense dense = new Dense(1);
    private Optimizer<?> own;

    public Tuned() {
      this(ArgValues.NONE);
    }

    private Tuned(ArgValues args) {
      super(args);
    }

    void compile(Optimizer<?> optimizer) {
      super.compile();
      own = optimizer;
    }

    @Override
    public KerasType<Tuned> type() {
      return TYPE;
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return dense.apply(x);
    }

    @Override
    protected Map<String, Tensor> trainStep(StepData data) {
      var g =
          valueAndGradient(
              () -> apply(data.x()).subtract(data.y()).square().mean(), trainableWeights());
      own.apply(g.gradients(), trainableWeights());
      return Map.of("loss", g.value());
    }
  }

  @Test
  void aCompileOfItsOwnIsCalledAnewAfterLoading(@TempDir Path dir) {
    Path file = dir.resolve("tuned.keras");
    try (Tuned model = new Tuned()) {
      model.compile(new SGD(0.01));
      model.fit(X, Y, quiet());
      model.save(file);
      try (Model loaded = Model.load(file, new LoadOptions().customObjects(Tuned.TYPE))) {
        assertArrayEquals(model.predict(X).floats(), loaded.predict(X).floats());
        assertThrows(IllegalStateException.class, () -> loaded.fit(X, Y, quiet()));
        ((Tuned) loaded).compile(new SGD(0.01));
        assertEquals(
            model.fit(X, Y, quiet().shuffle(false)).history(),
            loaded.fit(X, Y, quiet().shuffle(false)).history());
      }
    }
  }
}

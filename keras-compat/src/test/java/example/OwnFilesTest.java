package example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhyton.activations.Activation;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.initializers.Initializer;
import rhyton.layers.ArgLayer;
import rhyton.layers.Dense;
import rhyton.layers.Lambda;
import rhyton.layers.Layer;
import rhyton.losses.LossFunction;
import rhyton.models.Input;
import rhyton.models.LoadOptions;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.regularizers.Regularizer;
import rhyton.saving.WeightPaths;
import rhyton.tensor.Tensor;
import rhyton.training.Fit;

/** Files with classes and functions of a program; Python judges them if there is one. */
class OwnFilesTest {
  private static final float[][] X = {{1, 0}, {0, 1}, {1, 1}, {2, 1}, {0, 0}};
  private static final float[][] Y = {{1}, {2}, {3}, {4}, {0}};
  private static final Fit QUIET = new Fit().verbose(0);

  private static final LossFunction SQUARE = (t, p) -> t.subtract(p).square().mean(-1);
  private static final LossFunction DISTANCE = (t, p) -> t.subtract(p).absolute().mean(-1);

  private static final LoadOptions OWN =
      new LoadOptions()
          .customObjects(
              OwnModelTest.Net.TYPE,
              OwnModelTest.Scale.TYPE,
              LossFunction.registered("own", "my_loss", SQUARE),
              LossFunction.registered("own", "my_metric", DISTANCE),
              start(),
              penalty(),
              activation(),
              twice());

  private static rhyton.initializers.RegisteredInitializer start() {
    return Initializer.registered(
        "own",
        "my_start",
        (shape, dtype) -> Tensor.scalar(0.5, dtype).broadcastTo(shape.toArray()));
  }

  private static rhyton.regularizers.RegisteredRegularizer penalty() {
    return Regularizer.registered("own", "my_penalty", w -> w.square().sum().multiply(0.001));
  }

  private static rhyton.activations.RegisteredActivation activation() {
    return Activation.registered("own", "my_activation", t -> t.relu().minimum(2));
  }

  private static rhyton.activations.RegisteredActivation twice() {
    return Activation.registered("own", "twice", t -> t.multiply(2));
  }

  private static Model functions() {
    Model model =
        new Sequential(
            Input.of(2),
            new Dense(3)
                .kernelInitializer(start())
                .kernelRegularizer(penalty())
                .activation(activation()),
            new Lambda(twice()),
            new Dense(1).kernelInitializer("ones"));
    model.compile(
        "sgd",
        LossFunction.registered("own", "my_loss", SQUARE),
        LossFunction.registered("own", "my_metric", DISTANCE));
    return model;
  }

  private static Model net() {
    Model model = new OwnModelTest.Net(3);
    model.compile("adam", "mse", "mae");
    model.fit(X, Y, QUIET);
    return model;
  }

  private static JsonNode configOf(Path file) throws Exception {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new ObjectMapper()
          .readTree(zip.getInputStream(zip.getEntry("config.json")).readAllBytes());
    }
  }

  @Test
  void functionsServeUnregistered() {
    try (Model model =
            new Sequential(
                Input.of(2),
                new Dense(3)
                    .kernelInitializer((s, d) -> Tensor.scalar(0.5, d).broadcastTo(s.toArray()))
                    .kernelRegularizer(w -> w.square().sum().multiply(0.001))
                    .activation(t -> t.relu().minimum(2)),
                new Lambda(t -> t.multiply(2)),
                new Dense(1).kernelInitializer("ones"));
        Model registered = functions()) {
      model.compile("sgd", SQUARE, DISTANCE);
      registered.evaluate(X, Y, QUIET);
      Map<String, Double> measured = model.evaluate(X, Y, QUIET);
      assertEquals(registered.evaluate(X, Y, QUIET).get("loss"), measured.get("loss"));
      assertEquals(List.of("loss", "mean_metric_wrapper"), List.copyOf(measured.keySet()));
    }
  }

  @Test
  void functionsAreSavedByName(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("functions.keras");
    try (Model model = functions()) {
      Map<String, Double> measured = model.evaluate(X, Y, QUIET);
      assertEquals(List.of("loss", "my_metric"), List.copyOf(measured.keySet()));
      model.save(file);
      JsonNode dense = configOf(file).at("/config/layers/1/config");
      assertEquals(
          "{\"module\":\"builtins\",\"class_name\":\"function\",\"config\":\"own>my_start\","
              + "\"registered_name\":\"function\"}",
          dense.get("kernel_initializer").toString());
      assertEquals("own>my_penalty", dense.at("/kernel_regularizer/config").asText());
      try (Model loaded = Model.load(file, OWN)) {
        assertEquals(measured, loaded.evaluate(X, Y, QUIET));
      }
      var e = assertThrows(RuntimeException.class, () -> Model.load(file));
      assertTrue(e.getMessage().contains("own>my_"), e.getMessage());
      assertTrue(e.getMessage().contains("customObjects"), e.getMessage());
    }
  }

  @Test
  void lambdasAreFoundByNameOnly(@TempDir Path dir) {
    try (Model model = new Sequential(Input.of(2), new Lambda(twice()))) {
      Path file = dir.resolve("lambda.keras");
      model.save(file);
      var e = assertThrows(RuntimeException.class, () -> Model.load(file));
      assertTrue(e.getMessage().contains("unknown function `own>twice`"), e.getMessage());
      String json = model.toJson().replace("\"own>twice\"", "{\"code\": \"4wEAAAA\"}");
      var code = assertThrows(RuntimeException.class, () -> Model.fromJson(json, OWN));
      assertTrue(code.getMessage().contains("code in files is not run"), code.getMessage());
    }
  }

  // ---- what cannot be saved ------------------------------------------------------------------

  private static String refusal(Path dir, Model model) {
    try (model) {
      return assertThrows(
              UnsupportedOperationException.class, () -> model.save(dir.resolve("x.keras")))
          .getMessage();
    }
  }

  private static final class Plain extends Layer {
    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return x;
    }
  }

  private static final class Forgot extends ArgLayer<Forgot> {
    static final KerasType<Forgot> TYPE = KerasType.layer("Forgot", Forgot::new);

    Forgot() {
      this(ArgValues.NONE);
    }

    private Forgot(ArgValues args) {
      super(args);
    }

    @Override
    public KerasType<Forgot> type() {
      return TYPE;
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return x;
    }
  }

  private static final class PlainModel extends Model {
    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return x;
    }
  }

  @Test
  void whatIsNotRegisteredIsToldWhatToDo(@TempDir Path dir) {
    assertTrue(
        refusal(dir, new Sequential(Input.of(2), new Plain()))
            .endsWith(
                "its class Plain is not registered. Let it extend ArgLayer and declare"
                    + " KerasType.layer(\"Plain\", Plain::new).registered(\"my_package\")"));
    assertTrue(
        refusal(dir, new Sequential(Input.of(2), new Forgot()))
            .endsWith(
                "the class Forgot is not registered. Declare its type with"
                    + " KerasType.layer(\"Forgot\", …).registered(\"my_package\")"));
    assertTrue(
        refusal(dir, new PlainModel())
            .endsWith(
                "its class PlainModel is not registered. Let it extend ArgModel and declare"
                    + " KerasType.model(\"PlainModel\","
                    + " PlainModel::new).registered(\"my_package\"), or save its weights alone with"
                    + " saveWeights"));
    assertTrue(
        refusal(
                dir,
                new Sequential(Input.of(2), new Dense(1).kernelRegularizer(w -> w.square().sum())))
            .endsWith(
                "Make it with Regularizer.registered(\"my_package\", \"my_name\", function)"));
    assertTrue(
        refusal(dir, new Sequential(Input.of(2), new Lambda(t -> t.multiply(2))))
            .endsWith("Activation.registered(\"my_package\", \"my_name\", function)"));
    Model compiled = new Sequential(Input.of(2), new Dense(1));
    compiled.compile("sgd", SQUARE);
    assertTrue(
        refusal(dir, compiled)
            .contains("LossFunction.registered(\"my_package\", \"my_name\", function)"));
  }

  // ---- Python --------------------------------------------------------------------------------

  @Test
  void pythonReadsAndWritesTheSame(@TempDir Path dir) throws Exception {
    String python = System.getProperty("rhyton.python", System.getenv("RHYTON_PYTHON"));
    assumeTrue(python != null, "no Python: set -Drhyton.python or RHYTON_PYTHON");
    for (Model model : List.of(net(), functions())) {
      try (model) {
        judged(python, dir, model);
      }
    }
  }

  private static void judged(String python, Path dir, Model model) throws Exception {
    Path file = dir.resolve("from_java.keras");
    Path back = dir.resolve("to_java.keras");
    float[] predicted = model.predict(X).floats();
    Map<String, Double> measured = model.evaluate(X, Y, QUIET);
    model.save(file);
    JsonNode said = python(python, dir, file, back);
    for (int i = 0; i < predicted.length; i++) {
      assertEquals(predicted[i], said.at("/predicted/" + i).doubleValue(), 1e-5);
    }
    for (Map.Entry<String, Double> one : measured.entrySet()) {
      assertEquals(one.getValue(), said.at("/measured/" + one.getKey()).doubleValue(), 1e-5);
    }
    for (WeightPaths.Place place : WeightPaths.of(model)) {
      String vars = place.path().isEmpty() ? "vars" : place.path() + "/vars";
      boolean there = place.layer().ownWeights().isEmpty() || hasText(said.get("names"), vars);
      assertTrue(there, vars + " is not among " + said.get("names"));
    }
    if (model instanceof OwnModelTest.Net) {
      assertEquals(portable(said.get("config")), portable(configOf(file)));
    }
    try (Model loaded = Model.load(back, OWN)) {
      assertArrayEquals(predicted, loaded.predict(X).floats(), 1e-6f);
      assertEquals(measured.keySet(), loaded.evaluate(X, Y, QUIET).keySet());
    }
  }

  private static boolean hasText(JsonNode list, String text) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts.contains(text);
  }

  /** Without what only the youngest Keras writes, and what says how a machine computes. */
  private static JsonNode portable(JsonNode json) {
    for (JsonNode one : json) {
      portable(one);
    }
    if (json instanceof ObjectNode object) {
      object.remove(List.of("quantization_config", "shared_object_id", "jit_compile", "optimizer"));
    }
    return json;
  }

  private static JsonNode python(String python, Path dir, Path file, Path back) throws Exception {
    Path calledFrom = Path.of(System.getProperty("rhyton.calledFrom", ""));
    Path script = dir.resolve("own_classes.py");
    try (var in = OwnFilesTest.class.getResourceAsStream("/own/own_classes.py")) {
      Files.write(script, in.readAllBytes());
    }
    Process run =
        new ProcessBuilder(
                calledFrom.resolve(python).toString(),
                script.toString(),
                file.toString(),
                back.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, run.waitFor(), said);
    return new ObjectMapper().readTree(said.substring(said.indexOf("RESULT") + 6));
  }
}

package rhyton.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import rhyton.graph.Weight;
import rhyton.models.LoadOptions;
import rhyton.models.Model;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.verify.Comparison.Tolerance;

/**
 * Computes a case that Python Keras wrote, and compares: a folder with {@code model.keras}, {@code
 * data.npz}, {@code expected.npz} and {@code case.json}. Two forms are known: those without a
 * {@code kind}, which predict, evaluate and train, and those of the kind {@code model}, which also
 * have validation data and measure and predict again after the training.
 */
public final class CaseVerifier {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> DISCRETE = List.of("acc", "precision", "recall", "auc", "iou");

  private final Path folder;
  private final JsonNode json;
  private final Comparison comparison = new Comparison();
  private final CaseArrays data;
  private final CaseArrays expected;

  private CaseVerifier(Path folder, JsonNode json) throws IOException {
    this.folder = folder;
    this.json = json;
    this.data = CaseArrays.read(folder.resolve("data.npz"));
    this.expected = CaseArrays.read(folder.resolve("expected.npz"));
  }

  /**
   * Computes a case and compares.
   *
   * @param folder the folder with the {@code case.json}
   * @param options for classes of the user's own
   * @return what came of it; nothing is thrown for a case that fails
   */
  public static CaseResult verify(Path folder, LoadOptions options) {
    Comparison comparison = new Comparison();
    try (TensorScope scope = TensorScope.open()) {
      JsonNode json = MAPPER.readTree(folder.resolve("case.json").toFile());
      String kind = json.path("kind").asText(json.has("format") ? "file" : "layer");
      if (!kind.equals("layer") && !kind.equals("model")) {
        return new CaseResult(CaseResult.Status.UNKNOWN, Double.NaN, "kind " + kind);
      }
      if (json.path("expect").asText().equals("error")) {
        return verifyError(folder, json, options);
      }
      CaseVerifier verifier = new CaseVerifier(folder, json);
      comparison = verifier.comparison;
      verifier.run(kind, options);
    } catch (IOException | RuntimeException e) {
      return new CaseResult(
          CaseResult.Status.FAIL,
          comparison.largest(),
          e.getClass().getSimpleName() + ": " + e.getMessage());
    }
    String first = comparison.first();
    return first == null
        ? new CaseResult(CaseResult.Status.PASS, comparison.largest(), "")
        : new CaseResult(CaseResult.Status.FAIL, comparison.largest(), first);
  }

  /** A case that expects an error passes when the error comes with its words. */
  private static CaseResult verifyError(Path folder, JsonNode json, LoadOptions options) {
    try (Model model = Model.load(folder.resolve("model.keras"), options)) {
      return new CaseResult(CaseResult.Status.FAIL, Double.NaN, "loads, an error was expected");
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      for (JsonNode word : json.path("message_words")) {
        if (!message.contains(word.asText().toLowerCase(Locale.ROOT))) {
          return new CaseResult(
              CaseResult.Status.FAIL,
              Double.NaN,
              "the error lacks `" + word.asText() + "`: " + message);
        }
      }
      return new CaseResult(CaseResult.Status.PASS, Double.NaN, "");
    }
  }

  private void run(String kind, LoadOptions options) {
    boolean trains = json.has("fit");
    try (Model model = Model.load(folder.resolve("model.keras"), options.compile(trains))) {
      if (kind.equals("layer")) {
        runLayerCase(model);
      } else {
        runModelCase(model);
      }
    }
  }

  // ---- cases of layers -----------------------------------------------------------------------

  private void runLayerCase(Model model) {
    Tolerance tolerance = Tolerance.of(json.path("tolerance"));
    Object x = inStructure(data.numbered("x"), json.path("input_names"));
    arrays("predict", predict(model, x), tolerance);
    if (json.has("fit")) {
      Object y = inStructure(data.numbered("y"), json.path("output_names"));
      Object weights = data.numbered("sample_weight");
      var before = model.evaluate(x, y, batches().sampleWeight(weights));
      numbers("evaluate_before", before, tolerance, tolerance);
      history(model.fit(x, y, fit().sampleWeight(weights)).history(), tolerance, tolerance);
      int index = 0;
      for (Weight weight : model.weights()) {
        String name = "after%03d".formatted(index++);
        weight(name, weight, tolerance);
      }
    }
  }

  /** A list as a dictionary, if the case names its keys. */
  private static Object inStructure(Object value, JsonNode names) {
    if (!(value instanceof List<?> list) || !names.isArray()) {
      return value;
    }
    Map<String, Object> map = new TreeMap<>();
    for (int i = 0; i < list.size(); i++) {
      map.put(names.get(i).asText(), list.get(i));
    }
    return map;
  }

  // ---- cases of models -----------------------------------------------------------------------

  private void runModelCase(Model model) {
    JsonNode names = json.path("data");
    Object x = data.named(names.path("x"));
    Object y = data.named(names.path("y"));
    Object rows = rows(x, json.path("predict").path("rows").asInt());
    arrays("predict", predict(model, rows), Tolerance.of(json.path("tolerance")));
    for (JsonNode extra : names.path("extra")) {
      String name = extra.asText();
      Object more = data.get("extra_" + name);
      arrays("predict_" + name, predict(model, more), Tolerance.of(json.path("tolerance")));
    }
    Tolerance before = Tolerance.of(json.path("tolerance_evaluate_before"));
    Tolerance history = Tolerance.of(json.path("tolerance_history"));
    Tolerance discrete =
        new Tolerance(0, json.path("tolerance_history").path("discrete_atol").asDouble());
    numbers("evaluate_before", model.evaluate(x, y, batches()), before, discrete);
    Fit fit = fit();
    if (names.has("val_x")) {
      fit = fit.validationData(data.named(names.get("val_x")), data.named(names.path("val_y")));
    }
    history(model.fit(x, y, fit).history(), history, discrete);
    numbers("evaluate_after", model.evaluate(x, y, batches()), history, discrete);
    double part = json.path("tolerance_trained_predict").path("atol_of_max").asDouble();
    List<Tensor> trained = predict(model, rows);
    List<Tensor> wanted = expected.list("trained_predict");
    for (int i = 0; i < wanted.size(); i++) {
      Tolerance tolerance = Comparison.ofMaximum(wanted.get(i), part);
      comparison.array("trained_predict" + i, wanted.get(i), trained.get(i), tolerance);
    }
    trainedWeights(model.weights());
  }

  private void trainedWeights(List<Weight> weights) {
    for (int i = 0; i < weights.size(); i++) {
      String name = "after%03d".formatted(i);
      JsonNode part = json.path("weights").path(i).path("atol_of_max");
      if (part.isNumber() && expected.get(name) != null) {
        weight(name, weights.get(i), Comparison.ofMaximum(expected.get(name), part.asDouble()));
      }
    }
  }

  private static Object rows(Object x, int count) {
    if (x instanceof List<?> list) {
      return list.stream().map(one -> rows(one, count)).toList();
    }
    if (x instanceof Map<?, ?> map) {
      Map<Object, Object> cut = new HashMap<>();
      map.forEach((key, one) -> cut.put(key, rows(one, count)));
      return cut;
    }
    return ((Tensor) x).getItem(Slice.of(0, count));
  }

  // ---- both ----------------------------------------------------------------------------------

  private List<Tensor> predict(Model model, Object x) {
    int batchSize = json.path("predict").path("batch_size").asInt(32);
    return model.predictAll(x, new Fit().verbose(0).batchSize(batchSize));
  }

  /** How the case evaluates. */
  private Fit batches() {
    return new Fit().verbose(0).batchSize(json.path("fit").path("batch_size").asInt(32));
  }

  /** How the case trains. */
  private Fit fit() {
    JsonNode given = json.path("fit");
    Fit fit =
        batches()
            .epochs(given.path("epochs").asInt(1))
            .shuffle(given.path("shuffle").asBoolean(true));
    if (given.has("validation_split")) {
      fit = fit.validationSplit(given.get("validation_split").asDouble());
    }
    if (given.has("class_weight")) {
      Map<Integer, Double> weights = new TreeMap<>();
      for (var field : given.get("class_weight").properties()) {
        weights.put(Integer.valueOf(field.getKey()), field.getValue().asDouble());
      }
      fit = fit.classWeight(weights);
    }
    return fit;
  }

  private void arrays(String stem, List<Tensor> computed, Tolerance tolerance) {
    List<Tensor> wanted = expected.list(stem);
    if (wanted.size() != computed.size()) {
      comparison.differs(
          "%s: %d arrays are expected, computed %d"
              .formatted(stem, wanted.size(), computed.size()));
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String what = wanted.size() == 1 ? stem : stem + i;
      comparison.array(what, wanted.get(i), computed.get(i), tolerance);
    }
  }

  private void weight(String name, Weight weight, Tolerance tolerance) {
    Tensor wanted = expected.get(name);
    if (wanted == null) {
      comparison.differs("the case has no weight " + name + " for " + weight.path());
      return;
    }
    try (TensorScope scope = TensorScope.open()) {
      comparison.array(weight.path() + " after fit", wanted, weight.read(), tolerance);
    }
  }

  private void history(Map<String, List<Double>> history, Tolerance tolerance, Tolerance discrete) {
    if (!keys("history", history)) {
      return;
    }
    json.path("history")
        .properties()
        .forEach(
            field -> {
              String key = field.getKey();
              for (int i = 0; i < field.getValue().size(); i++) {
                double wanted = field.getValue().get(i).asDouble();
                comparison.number(
                    "history of " + key + ", epoch " + i,
                    wanted,
                    history.get(key).get(i),
                    isDiscrete(key) ? discrete : tolerance);
              }
            });
  }

  private void numbers(
      String what, Map<String, Double> computed, Tolerance tolerance, Tolerance discrete) {
    if (!keys(what, computed)) {
      return;
    }
    json.path(what)
        .properties()
        .forEach(
            field ->
                comparison.number(
                    what + " " + field.getKey(),
                    field.getValue().asDouble(),
                    computed.get(field.getKey()),
                    isDiscrete(field.getKey()) ? discrete : tolerance));
  }

  private boolean keys(String what, Map<String, ?> computed) {
    TreeSet<String> wanted = new TreeSet<>();
    json.path(what).fieldNames().forEachRemaining(wanted::add);
    boolean same = wanted.equals(computed.keySet());
    if (!same) {
      comparison.differs(
          "%s: the keys %s are expected, computed %s".formatted(what, wanted, computed.keySet()));
    }
    return same;
  }

  private static boolean isDiscrete(String key) {
    return !key.contains("loss") && DISCRETE.stream().anyMatch(key::contains);
  }
}

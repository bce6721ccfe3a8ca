package rhyton.optimizers.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.ConfigStyle;
import rhyton.config.KerasObject;
import rhyton.config.ReadContext;
import rhyton.config.TypeRegistry;
import rhyton.golden.GoldenFolder;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

class SchedulesTest {
  private static final ReadContext CONFIG = ReadContext.of(TypeRegistry.EMPTY);

  @Tag("golden")
  @TestFactory
  Stream<DynamicTest> everySchedule() {
    return GoldenFolder.cases("functions/schedules.json", SchedulesTest::check);
  }

  private static void check(JsonNode one) {
    LearningRate schedule = LearningRate.CODEC.fromJson(one.get("config"), CONFIG);
    assertEquals(one.get("config"), LearningRate.CODEC.toJson(schedule, ConfigStyle.FULL));
    DType dtype = DType.of(one.get("value_dtype").textValue());
    var specs = List.of(new TensorSpec(DType.INT64, Shape.SCALAR));
    try (TensorScope scope = TensorScope.open();
        CompiledFunction compiled =
            CompiledFunction.trace("rate", specs, x -> List.of(schedule.apply(x.get(0))))) {
      for (int i = 0; i < one.get("steps").size(); i++) {
        Tensor step = Tensor.of(one.get("steps").get(i).longValue());
        double expected = one.get("values").get(i).doubleValue();
        for (Tensor rate : List.of(schedule.apply(step), compiled.call(List.of(step)).get(0))) {
          assertEquals(dtype, rate.dtype());
          assertEquals(Shape.SCALAR, rate.shape());
          assertEquals(expected, rate.item(), 1e-6 + 1e-6 * Math.abs(expected), "step " + step);
        }
      }
    }
  }

  @Test
  void optionsChangeTheConfig() {
    KerasObject schedule =
        new CosineDecay(0.1, 100).alpha(0.5).warmupTarget(0.2).warmupSteps(7).name("mine");
    assertEquals(
        "{\"initial_learning_rate\":0.1,\"decay_steps\":100,\"alpha\":0.5,\"name\":\"mine\","
            + "\"warmup_target\":0.2,\"warmup_steps\":7}",
        schedule.config().toString());
    assertEquals(2.5, new ExponentialDecay(0.1, 2.5, 0.9).config().get("decay_steps").asDouble());
  }

  @Test
  void messagesSayWhatIsWrong() {
    assertEquals(
        "ExponentialDecay: argument `decay_steps` must be a positive number. Received:"
            + " decay_steps=0",
        assertThrows(IllegalArgumentException.class, () -> new ExponentialDecay(0.1, 0, 0.9))
            .getMessage());
    assertEquals(
        "PiecewiseConstantDecay: argument `values` must have one element more than `boundaries`."
            + " Received: boundaries=[1, 2] and values=[0.1]",
        assertThrows(
                IllegalArgumentException.class,
                () -> new PiecewiseConstantDecay(List.of(1, 2), List.of(0.1)))
            .getMessage());
  }

  @Test
  void aFunctionCannotBeSaved() {
    LearningRate function = step -> Tensor.of(0.1f);
    assertThrows(
        UnsupportedOperationException.class,
        () -> LearningRate.CODEC.toJson(function, ConfigStyle.FULL));
  }
}

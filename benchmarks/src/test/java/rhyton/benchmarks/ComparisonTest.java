package rhyton.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rhyton.benchmarks.Comparison.Round;

/** How the figures of both sides are put together. */
final class ComparisonTest {
  private static Round round(double python, double rhyton, double loss) {
    return new Round(
        List.of(
            Row.of("mlp", "fit_step", "ms", python), Row.of("mlp", "loss_of_first_epoch", "", 2)),
        List.of(
            Row.of("mlp", "fit_step", "ms", rhyton),
            Row.of("mlp", "loss_of_first_epoch", "", loss)));
  }

  @Test
  void theRatioIsTheMedianOfTheRatiosOfTheRounds() {
    List<Comparison> lines =
        Comparison.of(Workload.MLP, List.of(round(3, 2, 2), round(8, 4, 2), round(5, 5, 2)));
    assertEquals(1, lines.size());
    Comparison line = lines.get(0);
    assertEquals(1.5, line.ratio(), 1e-12);
    assertEquals(1, line.least(), 1e-12);
    assertEquals(2, line.most(), 1e-12);
    assertEquals(5, line.python(), 1e-12);
    assertEquals(4, line.rhyton(), 1e-12);
    assertTrue(line.text().contains("1.4 reached"), line.text());
  }

  @Test
  void figuresOfUnequalWorkAreRefused() {
    round(3, 2, 2.001).checkEqualWork(Workload.MLP);
    assertThrows(IllegalStateException.class, () -> round(3, 2, 2.01).checkEqualWork(Workload.MLP));
    assertThrows(
        IllegalStateException.class, () -> round(3, 2, Double.NaN).checkEqualWork(Workload.MLP));
  }

  @Test
  void rowsSurviveTheirJson() {
    Row row = Row.of("tiny", "fit_step", "ms", 3, 1, 2, 10);
    assertEquals(2.5, row.median());
    assertEquals(row, Row.of(row.toJson()));
  }
}

package rhyton.testing;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says why tests were skipped, one line for each reason: Maven only counts them.
 *
 * <p>JUnit finds it through its service file and tells it of every test. Both ways of skipping
 * count: a condition such as {@code @Disabled}, and an assumption that does not hold.
 */
public final class SkipReport implements TestExecutionListener {
  private final Map<String, Integer> skipped = new TreeMap<>();

  /** Made by JUnit, once for each run of a module's tests. */
  public SkipReport() {}

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    count(reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      count(result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    skipped.forEach((reason, tests) -> System.out.println("Skipped, " + tests + "x: " + reason));
  }

  private synchronized void count(String reason) {
    skipped.merge(reason.replaceFirst("^Assumption failed: ", ""), 1, Integer::sum);
  }
}

package rhyton.nativecheck;

import java.util.ArrayList;
import java.util.List;
import rhyton.tensor.TensorScope;

/**
 * What came of one check.
 *
 * @param name what was checked
 * @param passed whether the result was right
 * @param message what went wrong; empty if nothing did
 */
public record CheckResult(String name, boolean passed, String message) {

  /** One thing that must work; it throws if it does not. */
  record Check(String name, Body body) {}

  /** Runs ops and compares their results with what they must be. */
  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }

  /** Runs all checks, each in a scope of its own. */
  static List<CheckResult> all(List<Check> checks) {
    List<CheckResult> results = new ArrayList<>();
    for (Check check : checks) {
      results.add(of(check));
    }
    return results;
  }

  /** Any failure is the check's result: also one of the linker, which is no exception. */
  @SuppressWarnings("CatchThrowable") // what does not work must be reported, whatever it is
  private static CheckResult of(Check check) {
    try (TensorScope scope = TensorScope.open()) {
      check.body().run();
      return new CheckResult(check.name(), true, "");
    } catch (Throwable e) {
      return new CheckResult(check.name(), false, reason(e));
    }
  }

  /** One line that says what happened. */
  static String reason(Throwable failure) {
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}

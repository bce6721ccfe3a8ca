package rhyton.verify;

/**
 * What came of a case.
 *
 * @param status whether it was met
 * @param maxDeviation the largest absolute difference of two numbers; NaN if none was compared or
 *     one of them is NaN
 * @param message the first difference or what went wrong; empty if all is well
 */
public record CaseResult(Status status, double maxDeviation, String message) {
  /** The outcomes. */
  public enum Status {
    /** Everything is within the tolerances. */
    PASS,
    /** Something differs, or failed. */
    FAIL,
    /** The case is of a kind that is not known: it does not count. */
    UNKNOWN
  }
}

package rhyton.tensor;

/**
 * A range of one axis, as Python's {@code start:stop:step}; a null bound is left out.
 *
 * @param start the first index, may be negative to count from the end; null: from the beginning
 * @param stop the index behind the last; null: to the end
 * @param step the distance from index to index; null: 1
 */
public record Slice(Integer start, Integer stop, Integer step) {
  /** A whole axis: {@code :}. */
  public static final Slice ALL = new Slice(null, null, null);

  /** All axes that no other part of the key stands for: {@code ...}. */
  public static final Slice ELLIPSIS = new Slice(0, 0, 0);

  /**
   * The range {@code start:stop}.
   *
   * @param start the first index
   * @param stop the index behind the last
   * @return the range
   */
  public static Slice of(Integer start, Integer stop) {
    return new Slice(start, stop, null);
  }

  /** Returns whether it is {@link #ELLIPSIS}. */
  public boolean isEllipsis() {
    return step != null && step == 0;
  }
}

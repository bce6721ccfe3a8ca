package rhyton.tensor;

/**
 * Reductions of rows that have the same segment number.
 *
 * @see <a href="https://keras.io/api/ops/core/">keras.ops</a>
 */
public sealed interface SegmentOps permits Tensor {

  /**
   * The sums of rows with the same number; rows with a negative number are left out.
   *
   * @param segmentIds the number of each row
   * @param numSegments how many segments there are; null to find it from the numbers
   * @param sorted whether the numbers rise, which is faster; then {@code numSegments} must be null
   * @return a row for each segment; for one without rows 0, if the numbers are not sorted
   */
  default Tensor segmentSum(Object segmentIds, Integer numSegments, boolean sorted) {
    return Segments.SUM.one(
        OpCall.of(this, segmentIds).with("num_segments", numSegments).with("sorted", sorted));
  }

  /**
   * The greatest elements of rows with the same number; rows with a negative number are left out.
   *
   * @param segmentIds the number of each row
   * @param numSegments how many segments there are; null to find it from the numbers
   * @param sorted whether the numbers rise, which is faster; then {@code numSegments} must be null
   * @return a row for each segment; for one without rows the least number of the type, if the
   *     numbers are not sorted
   */
  default Tensor segmentMax(Object segmentIds, Integer numSegments, boolean sorted) {
    return Segments.MAX.one(
        OpCall.of(this, segmentIds).with("num_segments", numSegments).with("sorted", sorted));
  }

  /**
   * The least elements of rows with the same number; rows with a negative number are left out.
   *
   * @param segmentIds the number of each row
   * @param numSegments how many segments there are; null to find it from the numbers
   * @param sorted whether the numbers rise, which is faster; then {@code numSegments} must be null
   * @return a row for each segment; for one without rows the greatest number of the type, if the
   *     numbers are not sorted
   */
  default Tensor segmentMin(Object segmentIds, Integer numSegments, boolean sorted) {
    return Segments.MIN.one(
        OpCall.of(this, segmentIds).with("num_segments", numSegments).with("sorted", sorted));
  }

  /**
   * The products of rows with the same number; rows with a negative number are left out.
   *
   * @param segmentIds the number of each row
   * @param numSegments how many segments there are; null to find it from the numbers
   * @param sorted whether the numbers rise, which is faster; then {@code numSegments} must be null
   * @return a row for each segment; for one without rows 1, if the numbers are not sorted
   */
  default Tensor segmentProd(Object segmentIds, Integer numSegments, boolean sorted) {
    return Segments.PROD.one(
        OpCall.of(this, segmentIds).with("num_segments", numSegments).with("sorted", sorted));
  }
}

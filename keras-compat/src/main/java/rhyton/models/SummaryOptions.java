package rhyton.models;

import java.util.List;

/**
 * What {@code summary} shows.
 *
 * <pre>{@code
 * String text = model.summaryText(new SummaryOptions().lineLength(80).expandNested(true));
 * }</pre>
 *
 * @see <a href="https://keras.io/api/models/model/#summary-method">summary</a>
 */
public final class SummaryOptions {
  private final SummaryTable.Options options;

  /** Keras's defaults. */
  public SummaryOptions() {
    this(SummaryTable.Options.DEFAULT);
  }

  private SummaryOptions(SummaryTable.Options options) {
    this.options = options;
  }

  /**
   * The width of the table in characters; 88 by default, 108 with a column of connections.
   *
   * @param lineLength the width
   * @return options with it
   */
  public SummaryOptions lineLength(int lineLength) {
    return of(
        lineLength,
        options.positions(),
        options.expandNested(),
        options.showTrainable(),
        options.layerRange());
  }

  /**
   * Where the columns end, as parts of the width.
   *
   * @param positions one number for each column, the last one 1.0
   * @return options with them
   */
  public SummaryOptions positions(List<Double> positions) {
    return of(
        options.lineLength(),
        List.copyOf(positions),
        options.expandNested(),
        options.showTrainable(),
        options.layerRange());
  }

  /**
   * Whether the layers of nested models are shown; false by default.
   *
   * @param expandNested true to show them
   * @return options with it
   */
  public SummaryOptions expandNested(boolean expandNested) {
    return of(
        options.lineLength(),
        options.positions(),
        expandNested,
        options.showTrainable(),
        options.layerRange());
  }

  /**
   * Whether there is a column that says which layers training changes; false by default.
   *
   * @param showTrainable true for the column
   * @return options with it
   */
  public SummaryOptions showTrainable(boolean showTrainable) {
    return of(
        options.lineLength(),
        options.positions(),
        options.expandNested(),
        showTrainable,
        options.layerRange());
  }

  /**
   * Shows a part of the layers.
   *
   * @param first a name or regular expression for the first layer
   * @param last a name or regular expression for the last layer
   * @return options with it
   */
  public SummaryOptions layerRange(String first, String last) {
    return of(
        options.lineLength(),
        options.positions(),
        options.expandNested(),
        options.showTrainable(),
        List.of(first, last));
  }

  private static SummaryOptions of(
      Integer lineLength,
      List<Double> positions,
      boolean expandNested,
      boolean showTrainable,
      List<String> layerRange) {
    return new SummaryOptions(
        new SummaryTable.Options(lineLength, positions, expandNested, showTrainable, layerRange));
  }

  SummaryTable.Options table() {
    return options;
  }
}

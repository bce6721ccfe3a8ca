package rhyton.callbacks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured in each epoch. {@code fit} returns it.
 *
 * <pre>{@code
 * History history = model.fit(x, y);
 * List<Double> losses = history.history().get("loss");
 * }</pre>
 *
 * @see <a href="https://keras.io/api/callbacks/">History</a>
 */
public final class History implements Callback {
  private final List<Integer> epoch = new ArrayList<>();
  private final Map<String, List<Double>> history = new LinkedHashMap<>();

  /** A history without epochs. */
  public History() {}

  @Override
  public void onTrainBegin(TrainingRun run) {
    epoch.clear();
  }

  @Override
  public void onEpochEnd(TrainingRun run, int number, Logs logs) {
    epoch.add(number);
    logs.values()
        .forEach((name, value) -> history.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
  }

  /** Returns the numbers of the epochs. */
  public List<Integer> epoch() {
    return Collections.unmodifiableList(epoch);
  }

  /** Returns the values of each name, one for each epoch. */
  public Map<String, List<Double>> history() {
    return Collections.unmodifiableMap(history);
  }
}

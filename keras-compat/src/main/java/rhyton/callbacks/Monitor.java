package rhyton.callbacks;

import java.util.Locale;

/** What "better" means for a value that a callback watches. */
final class Monitor {
  /** In which direction a value gets better. */
  enum Mode {
    /** As the name of the value says. */
    AUTO,
    /** Less is better. */
    MIN,
    /** More is better. */
    MAX;

    static Mode of(String owner, String mode) {
      for (Mode one : values()) {
        if (one.name().toLowerCase(Locale.ROOT).equals(mode)) {
          return one;
        }
      }
      throw new IllegalArgumentException(
          owner + ": argument `mode` must be \"auto\", \"min\" or \"max\". Received: mode=" + mode);
    }
  }

  private final String owner;
  private final String name;
  private final Mode mode;
  private final double minDelta;

  Monitor(String owner, String name, Mode mode, double minDelta) {
    this.owner = owner;
    this.name = name;
    this.mode = mode;
    this.minDelta = Math.abs(minDelta);
  }

  /** Whether a value is better than another one by more than the least difference. */
  boolean improved(TrainingRun run, double current, Double reference) {
    if (reference == null) {
      return true;
    }
    return higherIsBetter(run) ? current - minDelta > reference : current + minDelta < reference;
  }

  private boolean higherIsBetter(TrainingRun run) {
    if (mode != Mode.AUTO) {
      return mode == Mode.MAX;
    }
    String metric = name.startsWith("val_") ? name.substring("val_".length()) : name;
    Boolean known = run.higherIsBetter(metric);
    if (known == null && metric.equals("loss")) {
      return false;
    }
    if (known == null) {
      throw new IllegalArgumentException(
          owner
              + ": it is not known whether more or less of `"
              + name
              + "` is better. Set `mode` to \"max\" or \"min\"");
    }
    return known;
  }
}

package rhyton.utils;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * Draws a progress bar, the very bytes of {@code keras.utils.Progbar}.
 *
 * <pre>{@code
 * var bar = new Progbar(10);
 * for (int step = 1; step <= 10; step++) {
 *   bar.update(step, Map.of("loss", loss()));
 * }
 * }</pre>
 *
 * <p>The options give a new bar, whose time starts when it is made.
 *
 * @see <a href="https://keras.io/api/utils/python_utils/#progbar-class">keras.utils.Progbar</a>
 */
public final class Progbar {
  private static final long UNKNOWN = -1;
  private static final String BOLD = "\033[1m";
  private static final String GREEN = "\033[32m";
  private static final String WHITE = "\033[37m";
  private static final String PLAIN = "\033[0m";

  private long target;
  private int width = 20;
  private int verbose = 1;
  private double interval = 0.05;
  private String unitName = "step";
  private Predicate<String> averaged = name -> true;
  private boolean redrawn = true;
  private Appendable out = System.out;
  private DoubleSupplier clock = () -> System.nanoTime() * 1e-9;

  private final Map<String, Mean> values = new LinkedHashMap<>();
  private double start;
  private double lastUpdate = Double.NEGATIVE_INFINITY;
  private double afterFirstStep = Double.NaN;
  private long seen;
  private int lastWidth;

  /** A sum of values and how many they are. */
  private record Mean(double sum, long count) {
    double value() {
      return sum / Math.max(1, count);
    }
  }

  /** A bar for an unknown number of steps. */
  public Progbar() {
    target = UNKNOWN;
    start = clock.getAsDouble();
  }

  /**
   * A bar for a number of steps.
   *
   * @param target how many steps there will be
   * @throws IllegalArgumentException if the number is negative
   */
  public Progbar(long target) {
    setTarget(target);
    start = clock.getAsDouble();
  }

  private Progbar(Progbar other) {
    target = other.target;
    width = other.width;
    verbose = other.verbose;
    interval = other.interval;
    unitName = other.unitName;
    averaged = other.averaged;
    redrawn = other.redrawn;
    out = other.out;
    clock = other.clock;
    start = clock.getAsDouble();
  }

  /**
   * Sets how many steps there will be, once it is known.
   *
   * @param target the number of steps
   * @throws IllegalArgumentException if the number is negative
   */
  public void setTarget(long target) {
    if (target < 0) {
      throw new IllegalArgumentException(
          "Progbar: argument `target` must not be negative. Received: target=" + target);
    }
    this.target = target;
  }

  /**
   * How many characters the bar has when it is full; 20 by default.
   *
   * @param width the number of characters
   * @return the bar with this width
   */
  public Progbar width(int width) {
    var copy = new Progbar(this);
    copy.width = width;
    return copy;
  }

  /**
   * How much is written: 0 nothing, 1 the bar, 2 one line at the end; 1 by default.
   *
   * @param verbose 0, 1 or 2
   * @return the bar with this option
   * @throws IllegalArgumentException if it is another number
   */
  public Progbar verbose(int verbose) {
    if (verbose < 0 || verbose > 2) {
      throw new IllegalArgumentException(
          "Progbar: argument `verbose` must be 0, 1 or 2. Received: verbose=" + verbose);
    }
    var copy = new Progbar(this);
    copy.verbose = verbose;
    return copy;
  }

  /**
   * How much time passes between two drawings at least; 0.05 by default.
   *
   * @param seconds the time in seconds
   * @return the bar with this option
   */
  public Progbar interval(double seconds) {
    var copy = new Progbar(this);
    copy.interval = seconds;
    return copy;
  }

  /**
   * What a step is called; {@code step} by default.
   *
   * @param unitName the word
   * @return the bar with this option
   */
  public Progbar unitName(String unitName) {
    var copy = new Progbar(this);
    copy.unitName = unitName;
    return copy;
  }

  /**
   * Values that are shown as they are, while all others are averaged over the steps; none by
   * default. Replaces {@link #statelessMetrics}.
   *
   * @param names their names
   * @return the bar with this option
   */
  public Progbar statefulMetrics(Collection<String> names) {
    return averaging(Predicate.not(Set.copyOf(names)::contains));
  }

  /**
   * The values that are averaged over the steps, while all others are shown as they are. Replaces
   * {@link #statefulMetrics}.
   *
   * @param names their names
   * @return the bar with this option
   */
  public Progbar statelessMetrics(Collection<String> names) {
    return averaging(Set.copyOf(names)::contains);
  }

  private Progbar averaging(Predicate<String> names) {
    var copy = new Progbar(this);
    copy.averaged = names;
    return copy;
  }

  /**
   * Whether the bar is drawn over itself, with control characters, or each time on a line of its
   * own. Keras draws over everywhere, also into files, but on Windows without a console. Drawing
   * over is the default.
   *
   * @param redrawn whether to draw over
   * @return the bar with this option
   */
  public Progbar redrawn(boolean redrawn) {
    var copy = new Progbar(this);
    copy.redrawn = redrawn;
    return copy;
  }

  /**
   * Where the bar is drawn; standard output by default.
   *
   * @param out a stream or text; see {@link ConsoleOutput#print} for the charset
   * @return the bar with this option
   */
  public Progbar output(Appendable out) {
    var copy = new Progbar(this);
    copy.out = out;
    return copy;
  }

  /**
   * The clock.
   *
   * @param seconds gives the time in seconds, from any origin
   * @return the bar with this option
   */
  public Progbar clock(DoubleSupplier seconds) {
    var copy = new Progbar(this);
    copy.clock = seconds;
    copy.start = seconds.getAsDouble();
    return copy;
  }

  /**
   * Goes on by some steps.
   *
   * @param steps how many
   * @param values the values of these steps, by name
   */
  public void add(long steps, Map<String, ? extends Number> values) {
    update(seen + steps, values);
  }

  /**
   * Goes on to a step; the last one ends the bar.
   *
   * @param current the number of the step, from 1
   * @param values the values of this step, by name, drawn in the order of their first coming
   */
  public void update(long current, Map<String, ? extends Number> values) {
    update(current, values, target != UNKNOWN && current >= target);
  }

  /**
   * Goes on to a step and says whether it ends the bar.
   *
   * @param current the number of the step, from 1
   * @param newValues the values of this step, by name
   * @param last whether this drawing is the last; its values replace the averages
   */
  public void update(long current, Map<String, ? extends Number> newValues, boolean last) {
    newValues.forEach((name, value) -> take(name, value.doubleValue(), current, last));
    seen = current;
    double now = clock.getAsDouble();
    double perUnit = perUnit(current, now);
    if (verbose == 1) {
      if (now - lastUpdate < interval && !last) {
        return;
      }
      draw(current, now, perUnit, last);
    } else if (verbose == 2 && last && target > 0) {
      ConsoleOutput.print(out, line(current, now, perUnit));
    }
    lastUpdate = now;
  }

  private void take(String name, double value, long current, boolean last) {
    if (last || !averaged.test(name)) {
      values.put(name, new Mean(value, 1));
      return;
    }
    long steps = Math.max(current - seen, 1);
    Mean before = values.getOrDefault(name, new Mean(0, 0));
    values.put(name, new Mean(before.sum + value * steps, before.count + steps));
  }

  /** The seconds a step takes; the first one is left out as soon as there are others. */
  private double perUnit(long current, double now) {
    if (current == 0) {
      return 0;
    }
    double seconds =
        !Double.isNaN(afterFirstStep) && current > 1
            ? (now - afterFirstStep) / (current - 1)
            : (now - start) / current;
    if (current == 1) {
      afterFirstStep = now;
    }
    return seconds;
  }

  private void draw(long current, double now, double perUnit, boolean last) {
    var text = new StringBuilder(target > 0 ? bar(current) : padded(current, 7) + "/Unknown");
    String time =
        target > 0 && !last
            ? remaining(perUnit * (target - current))
            : PythonFormat.fixed(now - start, 0) + "s";
    text.append(' ').append(BOLD).append(time).append(PLAIN).append(perUnitText(perUnit));
    values.forEach(
        (name, mean) -> text.append(valueText(name, mean.value(), Math.abs(mean.value()) > 1e-3)));
    int drawnWidth = visibleWidth(text.toString());
    text.append(" ".repeat(Math.max(0, lastWidth - drawnWidth))).append(last ? "\n" : "");
    String begin = redrawn ? "\b".repeat(lastWidth) + "\r" : "\n";
    ConsoleOutput.print(out, begin + text);
    lastWidth = drawnWidth;
  }

  private String count(long current) {
    String total = Long.toString(target);
    return padded(current, total.length()) + "/" + total;
  }

  private static String padded(long number, int width) {
    return String.format(Locale.ROOT, "%" + width + "d", number);
  }

  private String bar(long current) {
    int done = (int) (width * ((double) current / target));
    return BOLD
        + count(current)
        + PLAIN
        + " "
        + (done > 0 ? GREEN + "━".repeat(done) + PLAIN : "")
        + WHITE
        + "━".repeat(Math.max(0, width - done))
        + PLAIN;
  }

  private String line(long current, double now, double perUnit) {
    var text = new StringBuilder(count(current));
    text.append(" - ").append(PythonFormat.fixed(now - start, 0)).append("s -");
    text.append(perUnitText(perUnit));
    values.forEach((name, mean) -> text.append(valueText(name, mean.value(), mean.value() > 1e-3)));
    return text.append('\n').toString();
  }

  private static String valueText(String name, double value, boolean plain) {
    String number = plain ? PythonFormat.fixed(value, 4) : PythonFormat.scientific(value, 4);
    return " - " + name + ": " + number;
  }

  private static String remaining(double seconds) {
    if (seconds > 3600) {
      return String.format(
          Locale.ROOT,
          "%d:%02d:%02d",
          (long) (seconds / 3600),
          (long) (seconds % 3600 / 60),
          (long) (seconds % 60));
    }
    if (seconds > 60) {
      return String.format(Locale.ROOT, "%d:%02d", (long) (seconds / 60), (long) (seconds % 60));
    }
    return (long) seconds + "s";
  }

  private String perUnitText(double seconds) {
    String time;
    if (seconds >= 1 || seconds == 0) {
      time = PythonFormat.fixed(seconds, 0) + "s";
    } else if (seconds >= 1e-3) {
      time = PythonFormat.fixed(seconds * 1000.0, 0) + "ms";
    } else {
      time = PythonFormat.fixed(seconds * 1000000.0, 0) + "us";
    }
    return " " + time + "/" + unitName;
  }

  private static int visibleWidth(String text) {
    String visible = text.replaceAll("\033\\[\\d+m", "");
    return visible.codePointCount(0, visible.length());
  }
}

package rhyton.training;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import rhyton.callbacks.Callback;

/**
 * The options of {@code fit}; those of {@code evaluate} and {@code predict} are among them.
 *
 * <pre>{@code
 * model.fit(x, y, new Fit().epochs(3).batchSize(128).validationSplit(0.1));
 * }</pre>
 *
 * @see <a href="https://keras.io/api/models/model_training_apis/#fit-method">fit</a>
 */
public final class Fit {
  /** What fit, evaluate and predict know alike. */
  private static final Set<String> COMMON =
      Set.of("batch_size", "verbose", "callbacks", "output", "clock");

  private final Set<String> given;
  int batchSize = 32;
  int epochs = 1;
  int verbose = 1;
  List<Callback> callbacks = List.of();
  double validationSplit;
  Object[] validationData;
  boolean shuffle = true;
  Map<Integer, Double> classWeight;
  Object sampleWeight;
  int initialEpoch;
  Integer validationBatchSize;
  Appendable output = System.out;
  DoubleSupplier clock = () -> System.nanoTime() / 1e9;

  /** Keras's defaults. */
  public Fit() {
    given = Set.of();
  }

  private Fit(Fit from, String option) {
    given = new TreeSet<>(from.given);
    given.add(option);
    batchSize = from.batchSize;
    epochs = from.epochs;
    verbose = from.verbose;
    callbacks = from.callbacks;
    validationSplit = from.validationSplit;
    validationData = from.validationData;
    shuffle = from.shuffle;
    classWeight = from.classWeight;
    sampleWeight = from.sampleWeight;
    initialEpoch = from.initialEpoch;
    validationBatchSize = from.validationBatchSize;
    output = from.output;
    clock = from.clock;
  }

  private Fit with(String option) {
    return new Fit(this, option);
  }

  /**
   * Refuses options that a call has no use for.
   *
   * @param call its name
   * @param known the options it knows, besides those of the progress bar
   * @throws IllegalArgumentException if another one was given
   */
  void requireOnly(String call, String... known) {
    for (String option : given) {
      if (!COMMON.contains(option) && !List.of(known).contains(option)) {
        throw new IllegalArgumentException(call + ": there is no argument `" + option + "`");
      }
    }
  }

  private static <T> T check(boolean holds, String argument, String mustBe, T value) {
    if (!holds) {
      throw new IllegalArgumentException(
          "fit: argument `"
              + argument
              + "` must be "
              + mustBe
              + ". Received: "
              + argument
              + "="
              + value);
    }
    return value;
  }

  /**
   * How many samples are in a batch.
   *
   * @param batchSize at least 1; default 32
   * @return options with it
   */
  public Fit batchSize(int batchSize) {
    Fit changed = with("batch_size");
    changed.batchSize = check(batchSize > 0, "batch_size", "a positive integer", batchSize);
    return changed;
  }

  /**
   * To which epoch training goes: with {@link #initialEpoch} not how many, but the number of the
   * last.
   *
   * @param epochs the number; default 1
   * @return options with it
   */
  public Fit epochs(int epochs) {
    Fit changed = with("epochs");
    changed.epochs = check(epochs >= 0, "epochs", "an integer of at least 0", epochs);
    return changed;
  }

  /**
   * How much is printed.
   *
   * @param verbose 0 nothing, 1 a progress bar (default), 2 a line for each epoch
   * @return options with it
   */
  public Fit verbose(int verbose) {
    Fit changed = with("verbose");
    changed.verbose = check(verbose >= 0 && verbose <= 2, "verbose", "0, 1 or 2", verbose);
    return changed;
  }

  /**
   * Who is told of each step.
   *
   * @param callbacks the callbacks, called in this order
   * @return options with them
   */
  public Fit callbacks(Callback... callbacks) {
    Fit changed = with("callbacks");
    changed.callbacks = List.of(callbacks);
    return changed;
  }

  /** Returns inputs, targets and weights of the validation, or null. */
  public Object[] validationData() {
    return validationData == null ? null : validationData.clone();
  }

  /** Returns the weights of the samples, or null. */
  public Object sampleWeight() {
    return sampleWeight;
  }

  /**
   * Which part of the data, at the end, is kept for validation.
   *
   * @param validationSplit a fraction in [0, 1)
   * @return options with it
   */
  public Fit validationSplit(double validationSplit) {
    Fit changed = with("validation_split");
    changed.validationSplit =
        check(
            validationSplit >= 0 && validationSplit < 1,
            "validation_split",
            "in [0, 1)",
            validationSplit);
    return changed;
  }

  /**
   * Data to evaluate at the end of each epoch.
   *
   * @param x the inputs, as for fit
   * @param y the targets, as for fit
   * @return options with them
   */
  public Fit validationData(Object x, Object y) {
    return validationData(x, y, null);
  }

  /**
   * Data to evaluate at the end of each epoch.
   *
   * @param x the inputs, as for fit
   * @param y the targets, as for fit
   * @param sampleWeight the weights of the samples, as for fit
   * @return options with them
   */
  public Fit validationData(Object x, Object y, Object sampleWeight) {
    Fit changed = with("validation_data");
    changed.validationData = new Object[] {x, y, sampleWeight};
    return changed;
  }

  /**
   * How many samples are in a batch of the validation.
   *
   * @param validationBatchSize at least 1; default as in training
   * @return options with it
   */
  public Fit validationBatchSize(int validationBatchSize) {
    Fit changed = with("validation_batch_size");
    changed.validationBatchSize =
        check(
            validationBatchSize > 0,
            "validation_batch_size",
            "a positive integer",
            validationBatchSize);
    return changed;
  }

  /**
   * Whether the samples come in another order than given.
   *
   * @param shuffle default true
   * @return options with it
   */
  public Fit shuffle(boolean shuffle) {
    Fit changed = with("shuffle");
    changed.shuffle = shuffle;
    return changed;
  }

  /**
   * How much the samples of each class count.
   *
   * @param classWeight weights by class number; classes that are missing count 1
   * @return options with them
   */
  public Fit classWeight(Map<Integer, Double> classWeight) {
    Fit changed = with("class_weight");
    changed.classWeight = Map.copyOf(classWeight);
    return changed;
  }

  /**
   * How much each sample counts.
   *
   * @param sampleWeight an array with a number for each sample; or a list or map of them for
   *     several outputs
   * @return options with them
   */
  public Fit sampleWeight(Object sampleWeight) {
    Fit changed = with("sample_weight");
    changed.sampleWeight = sampleWeight;
    return changed;
  }

  /**
   * With which epoch training begins, to go on with an earlier one.
   *
   * @param initialEpoch the number; default 0
   * @return options with it
   */
  public Fit initialEpoch(int initialEpoch) {
    Fit changed = with("initial_epoch");
    changed.initialEpoch =
        check(initialEpoch >= 0, "initial_epoch", "an integer of at least 0", initialEpoch);
    return changed;
  }

  /**
   * Where text is printed.
   *
   * @param output default standard output
   * @return options with it
   */
  public Fit output(Appendable output) {
    Fit changed = with("output");
    changed.output = output;
    return changed;
  }

  /**
   * By which clock the progress bar measures.
   *
   * @param seconds gives the time in seconds
   * @return options with it
   */
  public Fit clock(DoubleSupplier seconds) {
    Fit changed = with("clock");
    changed.clock = seconds;
    return changed;
  }
}

package rhyton.samples;

import java.util.Arrays;
import rhyton.layers.Dense;
import rhyton.layers.Embedding;
import rhyton.layers.LSTM;
import rhyton.losses.SparseCategoricalCrossentropy;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.optimizers.Adam;
import rhyton.random.KerasRandom;
import rhyton.random.SeedGenerator;
import rhyton.samples.data.Sonnets;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.utils.RandomSeeds;

/**
 * Two LSTMs, one above the other, read Shakespeare's sonnets letter by letter and write on. A low
 * temperature makes them careful, a high one inventive.
 */
public final class TextGeneration {
  private static final int LENGTH = 40;

  private TextGeneration() {}

  /**
   * Trains, and writes 200 letters at each of three temperatures.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(Sonnets.load(), 6, 200);
  }

  /** Trains on the text, writes so many letters, returns the mean cross-entropy of a letter. */
  static double run(String text, int epochs, int letters) {
    RandomSeeds.setRandomSeed(1);
    int[] alphabet = text.chars().distinct().sorted().toArray();
    int[] numbers = text.chars().map(c -> Arrays.binarySearch(alphabet, c)).toArray();
    int[][] x = new int[(numbers.length - 1 - LENGTH) / 8 + 1][];
    int[][] y = new int[x.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = Arrays.copyOfRange(numbers, 8 * i, 8 * i + LENGTH);
      y[i] = Arrays.copyOfRange(numbers, 8 * i + 1, 8 * i + 1 + LENGTH);
    }
    try (var model =
        new Sequential(
            Input.of(LENGTH),
            new Embedding(alphabet.length, 32),
            new LSTM(128).returnSequences(true),
            new LSTM(128).returnSequences(true),
            new Dense(alphabet.length))) {
      model.compile(
          new Adam(3e-3), new SparseCategoricalCrossentropy().fromLogits(true), "accuracy");
      var history = model.fit(x, y, new Fit().epochs(epochs).batchSize(64)).history();
      for (double temperature : new double[] {0.2, 0.5, 1}) {
        String written = write(model, alphabet, x[0], letters, temperature);
        System.out.println("\n--- temperature " + temperature + "\n" + written);
      }
      return history.get("loss").get(epochs - 1);
    }
  }

  /** Writes on, a letter at a time. */
  private static String write(
      Model model, int[] alphabet, int[] start, int letters, double temperature) {
    var seeds = new SeedGenerator(1);
    int[] seen = start.clone();
    var written = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      try (var scope = TensorScope.open()) {
        Tensor logits = model.predict(new int[][] {seen}).getItem(0);
        Tensor drawn = KerasRandom.categorical(logits.divide(temperature), 1, DType.INT32, seeds);
        int next = drawn.ints()[LENGTH - 1];
        written.appendCodePoint(alphabet[next]);
        System.arraycopy(seen, 1, seen, 0, LENGTH - 1);
        seen[LENGTH - 1] = next;
      }
    }
    return written.toString();
  }
}

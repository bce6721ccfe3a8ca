package rhyton.samples;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import rhyton.layers.Dense;
import rhyton.layers.Embedding;
import rhyton.layers.LSTM;
import rhyton.layers.RepeatVector;
import rhyton.models.Input;
import rhyton.models.Sequential;
import rhyton.optimizers.Adam;
import rhyton.tensor.TensorScope;
import rhyton.training.Fit;
import rhyton.utils.RandomSeeds;

/**
 * Sequence to sequence (Sutskever et al. 2014): an LSTM reads "12+7" letter by letter, another one
 * writes "19".
 */
public final class Addition {
  private static final String LETTERS = "0123456789+ ";

  private Addition() {}

  /**
   * Trains on nine tenths of all sums of two numbers below 100, asks for the rest.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(40);
  }

  /** Returns which part of the sums that were not seen is answered without any mistake. */
  static double run(int epochs) {
    RandomSeeds.setRandomSeed(1);
    List<Integer> pairs = IntStream.range(0, 10_000).boxed().collect(toList());
    Collections.shuffle(pairs, new Random(1));
    List<Integer> seen = pairs.subList(1000, 10_000);
    List<Integer> unseen = pairs.subList(0, 1000);
    try (var scope = TensorScope.open();
        var model =
            new Sequential(
                Input.of(5),
                new Embedding(LETTERS.length(), 32),
                new LSTM(128),
                new RepeatVector(3),
                new LSTM(128).returnSequences(true),
                new Dense(LETTERS.length()).activation("softmax"))) {
      model.compile(new Adam(3e-3), "sparse_categorical_crossentropy", "accuracy");
      model.fit(questions(seen), answers(seen), new Fit().epochs(epochs).batchSize(128));

      int[][] expected = answers(unseen);
      int[][] given = (int[][]) model.predict(questions(unseen)).argmax(-1).toArray();
      int right = 0;
      for (int i = 0; i < expected.length; i++) {
        right += Arrays.equals(given[i], expected[i]) ? 1 : 0;
        if (i < 5) {
          System.out.println(question(unseen.get(i)) + " = " + text(given[i]));
        }
      }
      System.out.println("right: " + right + " of " + expected.length);
      return right / (double) expected.length;
    }
  }

  private static String question(int pair) {
    return pair / 100 + "+" + pair % 100;
  }

  private static int[][] questions(List<Integer> pairs) {
    return pairs.stream().map(pair -> letters(question(pair), 5)).toArray(int[][]::new);
  }

  private static int[][] answers(List<Integer> pairs) {
    return pairs.stream().map(p -> letters("" + (p / 100 + p % 100), 3)).toArray(int[][]::new);
  }

  /** The numbers of the letters, with spaces at the end. */
  private static int[] letters(String text, int length) {
    return (text + " ".repeat(length - text.length())).chars().map(LETTERS::indexOf).toArray();
  }

  private static String text(int[] letters) {
    return IntStream.of(letters).mapToObj(i -> "" + LETTERS.charAt(i)).collect(joining());
  }
}

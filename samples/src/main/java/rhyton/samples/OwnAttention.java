package rhyton.samples;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import rhyton.graph.CallContext;
import rhyton.graph.Weight;
import rhyton.layers.Dense;
import rhyton.layers.Dropout;
import rhyton.layers.Embedding;
import rhyton.layers.GlobalAveragePooling1D;
import rhyton.layers.Layer;
import rhyton.layers.LayerNormalization;
import rhyton.models.Input;
import rhyton.models.Sequential;
import rhyton.optimizers.Adam;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.training.Fit;
import rhyton.utils.RandomSeeds;

/**
 * A Transformer block (Vaswani et al. 2017) whose attention is a layer of one's own tells praise
 * from blame: "the film was not bad and the end was great". What a word means depends on the one
 * before it, so that counting words is not enough.
 */
public final class OwnAttention {
  private static final String[] WORDS = {
    "good", "great", "fine", "bad", "dull", "awful", "not", "not", "film", "plot", "was", "and"
  };
  private static final int LENGTH = 10;
  private static final int DIM = 32;
  private static final int HEADS = 4;

  private OwnAttention() {}

  /**
   * Trains on 20,000 sentences, tests on 2,000.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(20_000, 18);
  }

  /** Returns the accuracy on sentences that were not seen. */
  static double run(int sentences, int epochs) {
    RandomSeeds.setRandomSeed(1);
    var random = new Random(1);
    int[][] x = sentences(sentences, random);
    int[][] xTest = sentences(2000, random);
    try (var model =
        new Sequential(
            Input.of(LENGTH),
            new Embedding(WORDS.length, DIM),
            new Positions(),
            new Block(),
            new GlobalAveragePooling1D(),
            new Dense(1).activation("sigmoid"))) {
      model.compile(new Adam(2e-3), "binary_crossentropy", "accuracy");
      model.fit(x, labels(x), new Fit().epochs(epochs).batchSize(64));
      double accuracy = model.evaluate(xTest, labels(xTest)).get("accuracy");
      System.out.println("accuracy on new sentences: " + accuracy);
      return accuracy;
    }
  }

  /** Every word looks at every other one, with several heads. */
  static final class SelfAttention extends Layer {
    private final Dense query = new Dense(DIM);
    private final Dense key = new Dense(DIM);
    private final Dense value = new Dense(DIM);
    private final Dense combine = new Dense(DIM);

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      Tensor scores = split(query, x).matmul(split(key, x).transpose(0, 1, 3, 2));
      Tensor weights = scores.divide(Math.sqrt(DIM / HEADS)).softmax();
      Tensor seen = weights.matmul(split(value, x)).transpose(0, 2, 1, 3);
      return combine.apply(seen.reshape(-1, x.shape().get(1), DIM));
    }

    /** From (batch, words, DIM) to (batch, HEADS, words, DIM / HEADS). */
    private Tensor split(Dense layer, Tensor x) {
      return layer.apply(x).reshape(-1, x.shape().get(1), HEADS, DIM / HEADS).transpose(0, 2, 1, 3);
    }
  }

  /** Attention and two dense layers, each added to what it gets, and normalized. */
  static final class Block extends Layer {
    private final SelfAttention attention = new SelfAttention();
    private final Dense wide = new Dense(64).activation("relu");
    private final Dense narrow = new Dense(DIM);
    private final Dropout dropout = new Dropout(0.1);
    private final LayerNormalization norm1 = new LayerNormalization();
    private final LayerNormalization norm2 = new LayerNormalization();

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      Tensor y = norm1.apply(x.add(dropout.apply(attention.apply(x))));
      return norm2.apply(y.add(dropout.apply(narrow.apply(wide.apply(y)))));
    }
  }

  /** Adds what is learned for each place in the sentence. */
  static final class Positions extends Layer {
    private Weight table;

    @Override
    protected void build(Shape input) {
      table = addWeight("table", Shape.of(input.get(1), input.get(2)), "random_uniform");
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return x.add(ctx.read(table));
    }
  }

  /** Random sentences that praise or blame. */
  private static int[][] sentences(int count, Random random) {
    return Stream.generate(() -> random.ints(LENGTH, 0, WORDS.length).toArray())
        .filter(sentence -> praise(sentence) != 0)
        .limit(count)
        .toArray(int[][]::new);
  }

  private static int[] labels(int[][] sentences) {
    return Arrays.stream(sentences).mapToInt(s -> praise(s) > 0 ? 1 : 0).toArray();
  }

  /** Good words less bad words; each counts the other way after "not". */
  private static int praise(int[] sentence) {
    int praise = 0;
    for (int i = 0; i < sentence.length; i++) {
      int worth = sentence[i] < 3 ? 1 : sentence[i] < 6 ? -1 : 0;
      praise += i > 0 && WORDS[sentence[i - 1]].equals("not") ? -worth : worth;
    }
    return praise;
  }
}

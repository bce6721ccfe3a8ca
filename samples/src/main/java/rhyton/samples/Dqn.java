package rhyton.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import rhyton.layers.Dense;
import rhyton.losses.Huber;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.optimizers.Adam;
import rhyton.tensor.DType;
import rhyton.tensor.Tensor;
import rhyton.training.StepData;
import rhyton.utils.RandomSeeds;

/**
 * Deep Q-learning (Mnih et al. 2015): a network learns from tries alone to balance a pole on a
 * cart. Steps are kept and learned from again (replay buffer); what the next state is worth says a
 * copy of the network (target network) that follows now and then.
 */
public final class Dqn {
  private static final int BATCH = 64;
  private static final double DISCOUNT = 0.99;

  private Dqn() {}

  /**
   * Plays until the mean return of the last 50 episodes is 150.
   *
   * @param args none
   */
  public static void main(String[] args) {
    run(1000, 150);
  }

  /** What came of it: the return of each episode, and the mean loss of the last steps. */
  record Played(List<Integer> returns, double loss) {
    /** The mean return of the last 50 episodes. */
    double mean() {
      return returns.stream()
          .skip(Math.max(0, returns.size() - 50))
          .mapToInt(r -> r)
          .average()
          .orElse(0);
    }
  }

  /** Plays at most so many episodes, until the mean return is high enough. */
  static Played run(int episodes, double wanted) {
    RandomSeeds.setRandomSeed(1);
    var random = new Random(1);
    var pole = new CartPole(random);
    List<Move> replay = new ArrayList<>();
    List<Integer> returns = new ArrayList<>();
    var played = new Played(returns, 0);
    try (var learner = new Learner()) {
      learner.compile(new Adam(1e-3), null);
      for (int moves = 0, e = 0; e < episodes && played.mean() < wanted; e++) {
        float[] state = pole.reset();
        for (boolean ended = false; !ended; moves++) {
          boolean explores = random.nextDouble() < Math.max(0.05, 1 - moves / 5000.0);
          int action = explores ? random.nextInt(2) : learner.best(state);
          float[] next = pole.step(action);
          replay.add(new Move(state, action, next, pole.fell() ? 0 : 1));
          state = next;
          ended = pole.fell() || pole.steps == 500;
          if (moves >= 500) {
            played = new Played(returns, learner.learn(sample(replay, random)));
          }
          if (moves % 500 == 0) {
            learner.target.setWeights(learner.q.getWeights());
          }
        }
        returns.add(pole.steps);
        if (e % 50 == 49) {
          System.out.printf("episode %d: mean return %.1f%n", e + 1, played.mean());
        }
      }
    }
    System.out.printf("%d episodes, mean return %.1f%n", returns.size(), played.mean());
    return played;
  }

  private static List<Move> sample(List<Move> replay, Random random) {
    return random.ints(BATCH, 0, replay.size()).mapToObj(replay::get).toList();
  }

  /** A step that was made; {@code goesOn} is 0 if the pole fell. */
  private record Move(float[] state, int action, float[] next, float goesOn) {}

  /** The network, its copy, and how they learn. */
  private static final class Learner extends Model {
    private final Model q = network();
    private final Model target = network();

    private static Model network() {
      return new Sequential(
          Input.of(4),
          new Dense(64).activation("relu"),
          new Dense(64).activation("relu"),
          new Dense(2));
    }

    @Override
    protected Map<String, Tensor> trainStep(StepData data) {
      Tensor value = target.apply(data.x("next")).max(-1);
      Tensor goal = value.multiply(data.x("goesOn")).multiply(DISCOUNT).add(1);
      Tensor action = data.x("action").oneHot(2, DType.FLOAT32);
      var g =
          valueAndGradient(
              () -> new Huber().apply(goal, q.apply(data.x("state")).multiply(action).sum(-1)),
              q.trainableWeights());
      optimizer().apply(g.gradients(), q.trainableWeights());
      return Map.of("loss", g.value());
    }

    int best(float[] state) {
      try (Tensor values = q.predict(new float[][] {state})) {
        float[] two = values.floats();
        return two[1] > two[0] ? 1 : 0;
      }
    }

    double learn(List<Move> moves) {
      float[][] state = moves.stream().map(Move::state).toArray(float[][]::new);
      float[][] next = moves.stream().map(Move::next).toArray(float[][]::new);
      int[] action = moves.stream().mapToInt(Move::action).toArray();
      float[] goesOn = new float[moves.size()];
      for (int i = 0; i < goesOn.length; i++) {
        goesOn[i] = moves.get(i).goesOn();
      }
      var batch = Map.of("state", state, "next", next, "action", action, "goesOn", goesOn);
      return trainOnBatch(batch, null).get("loss");
    }
  }

  /** The cart with its pole, as Gym's CartPole-v1 moves it. */
  static final class CartPole {
    private final Random random;
    double x;
    double speed;
    double angle;
    double turning;
    int steps;

    CartPole(Random random) {
      this.random = random;
    }

    float[] reset() {
      x = random.nextDouble(-0.05, 0.05);
      speed = random.nextDouble(-0.05, 0.05);
      angle = random.nextDouble(-0.05, 0.05);
      turning = random.nextDouble(-0.05, 0.05);
      steps = 0;
      return state();
    }

    float[] state() {
      return new float[] {(float) x, (float) speed, (float) angle, (float) turning};
    }

    /** Pushes the cart to the left (0) or to the right (1) for 0.02 seconds. */
    float[] step(int action) {
      double force = action == 1 ? 10 : -10;
      double sin = Math.sin(angle);
      double cos = Math.cos(angle);
      double push = (force + 0.05 * turning * turning * sin) / 1.1;
      double turn = (9.8 * sin - cos * push) / (0.5 * (4.0 / 3 - 0.1 * cos * cos / 1.1));
      x += 0.02 * speed;
      speed += 0.02 * (push - 0.05 * turn * cos / 1.1);
      angle += 0.02 * turning;
      turning += 0.02 * turn;
      steps++;
      return state();
    }

    boolean fell() {
      return Math.abs(x) > 2.4 || Math.abs(angle) > Math.toRadians(12);
    }
  }
}

package rhyton.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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

  /**
   * Plays at most so many episodes, until the mean return is high enough, and returns what came of
   * each.
   */
  static List<Integer> run(int episodes, double wanted) {
    RandomSeeds.setRandomSeed(1);
    var random = new Random(1);
    var pole = new CartPole();
    List<Move> replay = new ArrayList<>();
    List<Integer> returns = new ArrayList<>();
    try (var learner = new Learner()) {
      learner.compile(new Adam(1e-3), null);
      for (int moves = 0, e = 0; e < episodes && mean(returns) < wanted; e++) {
        double[] state = pole.reset();
        for (boolean ended = false; !ended; moves++) {
          boolean explores = random.nextDouble() < Math.max(0.05, 1 - moves / 5000.0);
          int action = explores ? random.nextInt(2) : learner.best(state);
          double[] next = pole.step(action);
          replay.add(new Move(state, action, next, pole.fell() ? 0 : 1));
          state = next;
          ended = pole.fell() || pole.steps == 500;
          if (moves >= 500) {
            learner.learn(random.ints(BATCH, 0, replay.size()).mapToObj(replay::get).toList());
          }
          if (moves % 500 == 0) {
            learner.target.setWeights(learner.q.getWeights());
          }
        }
        returns.add(pole.steps);
        if (e % 50 == 49) {
          System.out.printf("episode %d: mean return %.1f%n", e + 1, mean(returns));
        }
      }
    }
    System.out.printf("%d episodes, mean return %.1f%n", returns.size(), mean(returns));
    return returns;
  }

  /** The mean of the last 50. */
  static double mean(List<Integer> returns) {
    return returns.stream()
        .skip(Math.max(0, returns.size() - 50))
        .mapToInt(r -> r)
        .average()
        .orElse(0);
  }

  /** A step that was made; {@code goesOn} is 0 if the pole fell. */
  private record Move(double[] state, int action, double[] next, int goesOn) {}

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

    int best(double[] state) {
      try (Tensor values = q.predict(new double[][] {state})) {
        return values.argmax(-1).ints()[0];
      }
    }

    void learn(List<Move> moves) {
      double[][] state = moves.stream().map(Move::state).toArray(double[][]::new);
      double[][] next = moves.stream().map(Move::next).toArray(double[][]::new);
      int[] action = moves.stream().mapToInt(Move::action).toArray();
      int[] goesOn = moves.stream().mapToInt(Move::goesOn).toArray();
      trainOnBatch(Map.of("state", state, "next", next, "action", action, "goesOn", goesOn), null);
    }
  }

  /** The cart with its pole, as Gym's CartPole-v1 moves it. */
  static final class CartPole {
    private final Random random = new Random(2);
    double[] state;
    int steps;

    double[] reset() {
      steps = 0;
      state = random.doubles(4, -0.05, 0.05).toArray();
      return state;
    }

    /** Pushes the cart to the left (0) or to the right (1) for 0.02 seconds. */
    double[] step(int action) {
      double speed = state[1];
      double turning = state[3];
      double sin = Math.sin(state[2]);
      double cos = Math.cos(state[2]);
      double push = ((action == 1 ? 10 : -10) + 0.05 * turning * turning * sin) / 1.1;
      double turn = (9.8 * sin - cos * push) / (0.5 * (4.0 / 3 - 0.1 * cos * cos / 1.1));
      double[] change = {speed, push - 0.05 * turn * cos / 1.1, turning, turn};
      steps++;
      state = IntStream.range(0, 4).mapToDouble(i -> state[i] + 0.02 * change[i]).toArray();
      return state;
    }

    boolean fell() {
      return Math.abs(state[0]) > 2.4 || Math.abs(state[2]) > Math.toRadians(12);
    }
  }
}

package rhyton.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DqnTest {
  /** The numbers are those of gymnasium 1.4's CartPole-v1. */
  @Test
  void theCartMovesAsInGym() {
    var pole = new Dqn.CartPole();
    pole.state = new double[] {0.01, -0.02, 0.03, 0.04};
    for (int action : new int[] {1, 1, 0, 1, 0, 0, 0, 1}) {
      pole.step(action);
    }
    double[] gym = {
      0.030036403156414718, -0.021552939941453797, 0.005197242565903231, 0.07423737516925016
    };
    assertArrayEquals(gym, pole.state, 1e-12);
    for (int i = 0; i < 10; i++) {
      assertFalse(pole.fell());
      pole.step(1);
    }
    assertTrue(pole.fell());
    assertEquals(-0.24817690053670302, pole.state[2], 1e-12);
    assertEquals(18, pole.steps);
  }

  /** Whoever pushes at random keeps the pole up for 22 steps. */
  @Test
  void learnsToBalance() {
    double mean = Dqn.mean(Dqn.run(400, 45));
    assertTrue(mean >= 45, "mean return " + mean);
  }
}

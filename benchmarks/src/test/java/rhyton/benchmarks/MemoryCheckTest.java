package rhyton.benchmarks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The memory check with counts that a build can wait for. */
final class MemoryCheckTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void theProcessDoesNotGrow() throws IOException {
    List<MemoryCheck.Result> results = MemoryCheck.run(100_000, 20_000, 60);
    assertEquals(3, results.size());
    assertAll(results.stream().map(result -> () -> assertTrue(result.passed(), result.toString())));
  }
}

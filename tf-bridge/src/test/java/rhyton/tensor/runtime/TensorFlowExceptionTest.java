package rhyton.tensor.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TensorFlowExceptionTest {
  private static void reads(String expected, String raw) {
    assertEquals(expected, new TensorFlowException(3, raw).getMessage());
  }

  @Test
  void namesOfNodesAreLeftOut() {
    reads(
        "indices[0,3] = 9 is not in [0, 5)",
        "{{function_node predict_1}} indices[0,3] = 9 is not in [0, 5)\n\t [[{{node GatherV2}}]]");
    reads(
        "Received a label value of 7. Label values: 0 7",
        "Received a label value of 7. Label values: 0 7\n\t [[{{node a/b}}]]");
    reads(
        "(0) NOT_FOUND: no table\n  (1) NOT_FOUND: no table",
        "(0) NOT_FOUND: no table\n\t [[{{node a}}]]\n\t [[b/_5]]\n"
            + "  (1) NOT_FOUND: no table\n\t [[{{node a}}]]");
  }

  @Test
  void theStackOfFunctionsIsLeftOut() {
    reads("x is wrong", "x is wrong\n\nFunction call stack:\ntrain -> step\n");
  }

  @Test
  void whatIsWrongStaysAsItIs() {
    String message = "Matrix size-incompatible: In[0]: [2,3], In[1]: [2,3]";
    reads(message, message);
    reads("index [[1, 2]] {3}", "index [[1, 2]] {3}");
  }
}

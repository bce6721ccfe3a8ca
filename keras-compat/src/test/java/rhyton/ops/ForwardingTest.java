package rhyton.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

final class ForwardingTest {
  private static final List<Class<?>> MODULES =
      List.of(Core.class, Image.class, Linalg.class, Math.class, Nn.class, Numpy.class);

  /** Methods of tensors that {@code keras.ops} does not have. */
  private static final Set<String> NOT_KERAS = Set.of("addBias", "dims");

  /** Functions of {@code keras.ops} that take functions: they are no methods of one tensor. */
  private static final Set<String> CONTROL_FLOW =
      Set.of(
          "associativeScan",
          "cond",
          "customGradient",
          "foriLoop",
          "map",
          "remat",
          "scan",
          "switchCase",
          "vectorizedMap",
          "whileLoop");

  private static String signature(String name, List<Class<?>> parameters) {
    return name + parameters.stream().map(Class::getSimpleName).toList();
  }

  /** The tensor itself is the first argument of the function. */
  private static String function(Method method) {
    List<Class<?>> parameters = new ArrayList<>(Arrays.asList(method.getParameterTypes()));
    if (!Modifier.isStatic(method.getModifiers())) {
      parameters.add(0, Tensor.class);
    }
    return signature(method.getName(), parameters);
  }

  @Test
  void everyMethodOfTensorsIsAFunctionToo() {
    Set<String> methods = new TreeSet<>();
    for (Class<?> topic : Tensor.class.getInterfaces()) {
      for (Method method : topic.getDeclaredMethods()) {
        boolean shown = Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
        if (topic.isSealed() && shown && !NOT_KERAS.contains(method.getName())) {
          methods.add(function(method));
        }
      }
    }
    Set<String> functions = new TreeSet<>();
    for (Class<?> module : MODULES) {
      for (Method method : module.getDeclaredMethods()) {
        if (!method.isSynthetic() && !CONTROL_FLOW.contains(method.getName())) {
          functions.add(signature(method.getName(), Arrays.asList(method.getParameterTypes())));
        }
      }
    }
    assertEquals(String.join("\n", methods), String.join("\n", functions));
  }

  @Test
  void functionsDoWhatTheirMethodsDo() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensor.of(new float[][] {{-1, 2}, {3, -4}});
      assertArrayEquals(x.relu().floats(), Nn.relu(x).floats());
      assertArrayEquals(x.sum(1).floats(), Numpy.sum(x, 1).floats());
      assertArrayEquals(x.subtract(3).floats(), Numpy.subtract(x, 3).floats());
      assertArrayEquals(x.topK(1, true).get(1).ints(), Math.topK(x, 1, true).get(1).ints());
      assertArrayEquals(x.norm(0).floats(), Linalg.norm(x, 0).floats());
    }
  }
}

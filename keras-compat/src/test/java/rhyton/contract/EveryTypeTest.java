package rhyton.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import rhyton.constraints.Constraints;
import rhyton.initializers.Initializers;
import rhyton.losses.LossFunctionWrapper;
import rhyton.losses.Losses;
import rhyton.metrics.MeanMetricWrapper;
import rhyton.metrics.Metrics;
import rhyton.regularizers.Regularizers;

class EveryTypeTest {
  @TestFactory
  Stream<DynamicNode> initializers() {
    return TypeContract.of(Initializers.TYPES);
  }

  @TestFactory
  Stream<DynamicNode> regularizers() {
    return TypeContract.of(Regularizers.TYPES);
  }

  @TestFactory
  Stream<DynamicNode> constraints() {
    return TypeContract.of(Constraints.TYPES);
  }

  @TestFactory
  Stream<DynamicNode> losses() {
    return TypeContract.of(
        Losses.TYPES.stream().filter(type -> type != LossFunctionWrapper.TYPE).toList());
  }

  @TestFactory
  Stream<DynamicNode> metrics() {
    return TypeContract.of(
        Metrics.TYPES.stream().filter(type -> type != MeanMetricWrapper.TYPE).toList());
  }
}

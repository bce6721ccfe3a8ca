package rhyton.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.losses.LossFunctionWrapper;
import rhyton.metrics.MeanMetricWrapper;
import rhyton.models.KerasTypes;

/** All types but layers: losses, metrics, optimizers, schedules, initializers and the like. */
class EveryTypeTest {
  /** Types that cannot be made without a function, which have tests of their own. */
  private static final Set<KerasType<?>> WRAPPERS =
      Set.of(LossFunctionWrapper.TYPE, MeanMetricWrapper.TYPE);

  @TestFactory
  Stream<DynamicNode> types() {
    List<KerasType<?>> types = new ArrayList<>();
    for (var one : KerasTypes.all()) {
      if (one instanceof KerasType<?> type
          && type.family() != Family.LAYER
          && !WRAPPERS.contains(type)) {
        types.add(type);
      }
    }
    return TypeContract.of(types);
  }
}

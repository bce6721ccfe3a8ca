package rhyton.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import rhyton.constraints.Constraints;
import rhyton.initializers.Initializers;
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
}

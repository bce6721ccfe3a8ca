package rhyton.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import rhyton.layers.Layers;

class EveryLayerTest {
  @TestFactory
  Stream<DynamicNode> layers() {
    return TypeContract.of(Layers.TYPES);
  }
}

package rhyton.tensor.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;

class NativeHandleTest {
  @Test
  void aRefusedCallDoesNotFreeWhatAnotherOneUses() {
    NativeHandle handle =
        HostMemory.create(DType.FLOAT32, Shape.SCALAR, data -> new FloatPointer(data).put(7));
    handle.enter(); // as a call of another thread does
    handle.close();
    assertEquals(1, handle.users());
    assertThrows(
        IllegalStateException.class, () -> EagerCall.run("Identity", List.of(handle), Map.of()));
    assertThrows(
        IllegalStateException.class,
        () -> EagerCall.run("AddN", List.of(List.of(handle)), Map.of()));
    assertThrows(IllegalStateException.class, () -> HostMemory.read(handle, data -> {}));
    assertEquals(1, handle.users());
    handle.leave();
    assertEquals(0, handle.users());
  }
}

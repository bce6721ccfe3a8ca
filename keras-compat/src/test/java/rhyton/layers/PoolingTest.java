package rhyton.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static rhyton.testing.LayerAssert.assertThatLayer;
import static rhyton.testing.LayerAssert.flags;
import static rhyton.testing.LayerAssert.floats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import rhyton.layers.options.HasPoolSize;
import rhyton.tensor.Tensor;

class PoolingTest {
  private final Tensor steps = floats("[[[1], [4], [3]]]");
  private final Tensor image = floats("[[[[1], [2], [3]], [[4], [5], [6]]]]");

  @Test
  void windowsDoNotOverlapUnlessToldTo() {
    assertThatLayer(new MaxPooling1D()).on(steps).gives(floats("[[[4]]]")).within(0);
    assertThatLayer(new MaxPooling1D(2).strides(1))
        .on(steps)
        .gives(floats("[[[4], [4]]]"))
        .within(0);
    assertThatLayer(new AveragePooling1D(2)).on(steps).gives(floats("[[[2.5]]]")).within(1e-6);
    assertArrayEquals(
        new long[] {3, 2}, new MaxPooling2D(3, 2).args().get(HasPoolSize.POOL_STRIDES));
  }

  @Test
  void zerosAtTheEdgesDoNotCount() {
    assertThatLayer(new AveragePooling1D(2).padding("same"))
        .on(steps)
        .gives(floats("[[[2.5], [3]]]"))
        .within(1e-6);
    assertThatLayer(new AveragePooling2D(2).padding("same"))
        .on(image)
        .gives(floats("[[[[3], [4.5]]]]"))
        .within(1e-6);
    assertThatLayer(new MaxPooling2D(2).padding("same"))
        .on(floats("[[[[-1], [-2], [-3]]]]"))
        .gives(floats("[[[[-1], [-3]]]]"))
        .within(0);
  }

  @Test
  void stringsMayHaveCapitalLetters() throws JsonProcessingException {
    assertEquals("same", new MaxPooling1D().padding("SAME").config().get("padding").textValue());
    JsonNode config = new ObjectMapper().readTree("{\"padding\": \"SAME\"}");
    assertEquals("same", MaxPooling2D.TYPE.fromConfig(config).config().get("padding").textValue());
  }

  @Test
  void channelsMayComeFirst() {
    assertThatLayer(new MaxPooling1D(2).dataFormat("channels_first"))
        .on(floats("[[[1, 4, 3, 2]]]"))
        .gives(floats("[[[4, 3]]]"))
        .within(0);
    assertThatLayer(new AveragePooling2D(1, 2).dataFormat("channels_first"))
        .on(floats("[[[[1, 3]], [[2, 6]]]]"))
        .gives(floats("[[[[2]], [[4]]]]"))
        .within(1e-6);
  }

  @Test
  void globalPoolingSumsUpAllPlaces() {
    assertThatLayer(new GlobalMaxPooling1D()).on(steps).gives(floats("[[4]]")).within(0);
    assertThatLayer(new GlobalMaxPooling2D()).on(image).gives(floats("[[6]]")).within(0);
    assertThatLayer(new GlobalAveragePooling2D().keepdims(true))
        .on(image)
        .gives(floats("[[[[3.5]]]]"))
        .within(1e-6);
    assertThatLayer(new GlobalAveragePooling1D().dataFormat("channels_first"))
        .on(floats("[[[1, 3], [5, 6]]]"))
        .gives(floats("[[2, 5.5]]"))
        .within(1e-6);
  }

  @Test
  void maskedStepsDoNotCountInTheMean() {
    assertThatLayer(new GlobalAveragePooling1D())
        .withMask(flags("[[1, 1, 0]]"))
        .on(steps)
        .gives(floats("[[2.5]]"))
        .within(1e-6);
    assertThatLayer(new GlobalAveragePooling1D().keepdims(true).dataFormat("channels_first"))
        .withMask(flags("[[0, 1]]"))
        .on(floats("[[[1, 3], [5, 6]]]"))
        .gives(floats("[[[3], [6]]]"))
        .within(1e-6);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatLayer(new MaxPooling1D(4))
        .on(steps)
        .refuses(
            "MaxPooling1D: the computed output size would be zero or negative. Received: input"
                + " shape (1, 3, 1), window=[4], dilation=[1]");
    assertThatLayer(new GlobalMaxPooling2D().name("g"))
        .on(steps)
        .refuses(
            "Input 0 of layer `g` is incompatible with the layer: expected ndim=4, found ndim=3."
                + " Full shape received: (1, 3, 1)");
    assertEquals(
        "AveragePooling1D: argument `pool_size` must be a positive integer, or one for each axis."
            + " Received: pool_size=[]",
        assertThrows(IllegalArgumentException.class, () -> new AveragePooling1D()).getMessage());
  }
}

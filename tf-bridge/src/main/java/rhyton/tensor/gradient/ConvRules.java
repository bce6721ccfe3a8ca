package rhyton.tensor.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/**
 * Gradients of convolutions. A convolution, the gradient of its input and the gradient of its
 * kernel are bilinear, and the gradients of each of the three are the other two; so all orders are
 * here. TensorFlow has the three for images, for volumes and channel by channel.
 */
final class ConvRules {
  private static final List<String> ATTRIBUTES =
      List.of("strides", "padding", "explicit_paddings", "data_format", "dilations");

  private final String forward;
  private final String ofInput;
  private final String ofKernel;

  private ConvRules(String forward, String ofInput, String ofKernel) {
    this.forward = forward;
    this.ofInput = ofInput;
    this.ofKernel = ofKernel;
  }

  static void addTo(Map<String, GradientRule> rules) {
    new ConvRules("Conv2D", "Conv2DBackpropInput", "Conv2DBackpropFilter").put(rules);
    new ConvRules("Conv3D", "Conv3DBackpropInputV2", "Conv3DBackpropFilterV2").put(rules);
    new ConvRules(
            "DepthwiseConv2dNative",
            "DepthwiseConv2dNativeBackpropInput",
            "DepthwiseConv2dNativeBackpropFilter")
        .put(rules);
    rules.put("BiasAdd", ConvRules::biasAdd);
    rules.put("BiasAddGrad", ConvRules::biasAddGrad);
    rules.put("SpaceToBatchND", c -> blocks(c, "BatchToSpaceND"));
    rules.put("BatchToSpaceND", c -> blocks(c, "SpaceToBatchND"));
    rules.put("SpaceToDepth", c -> depth(c, "DepthToSpace"));
    rules.put("DepthToSpace", c -> depth(c, "SpaceToDepth"));
  }

  private void put(Map<String, GradientRule> rules) {
    rules.put(
        forward,
        c -> {
          c.give(0, () -> input(c, c.in(0), c.in(1), c.grad()));
          c.give(1, () -> kernel(c, c.in(0), c.in(1), c.grad()));
        });
    rules.put(
        ofInput,
        c -> {
          c.give(1, () -> kernel(c, c.grad(), c.in(1), c.in(2)));
          c.give(2, () -> convolution(c, c.grad(), c.in(1)));
        });
    rules.put(
        ofKernel,
        c -> {
          c.give(0, () -> input(c, c.in(0), c.grad(), c.in(2)));
          c.give(2, () -> convolution(c, c.in(0), c.grad()));
        });
  }

  private Tensor convolution(GradientContext c, Tensor x, Tensor kernel) {
    return like(c, Op.of(forward).in(x).in(kernel)).one();
  }

  /** The gradient of the input x. */
  private Tensor input(GradientContext c, Tensor x, Tensor kernel, Tensor gradient) {
    return like(c, Op.of(ofInput).in(Shapes.dynamic(x)).in(kernel).in(gradient)).one();
  }

  /**
   * The gradient of the kernel. With a kernel of size 1 and larger strides the native one writes
   * out of bounds (oneDNN in TensorFlow 2.18, up to 15 input channels, and the process dies some
   * steps later); the elements that the strides skip have no part in it, so they are left out
   * first.
   */
  private Tensor kernel(GradientContext c, Tensor x, Tensor kernel, Tensor gradient) {
    long[] strides = c.attr("strides", new long[0]);
    boolean strided = Arrays.stream(strides).anyMatch(s -> s > 1);
    if (!strided || !sizeOne(kernel)) {
      Op op = Op.of(ofKernel).in(x).in(Shapes.dynamic(kernel)).in(gradient);
      return like(c, op).one();
    }
    Object[] key = new Object[strides.length];
    Arrays.setAll(key, i -> new Slice(null, null, (int) strides[i]));
    long[] still = new long[strides.length];
    Arrays.fill(still, 1);
    Tensor seen = padded(c, x).getItem(key);
    return like(c, Op.of(ofKernel).in(seen).in(Shapes.dynamic(kernel)).in(gradient))
        .attr("strides", still)
        .attr("padding", "VALID")
        .attr("explicit_paddings", new long[0])
        .one();
  }

  private static Tensor padded(GradientContext c, Tensor x) {
    if (!c.attr("padding", "VALID").equals("EXPLICIT")) {
      return x;
    }
    long[] paddings = c.attr("explicit_paddings", new long[0]);
    return Op.of("Pad").in(x).in(Shapes.ints(paddings).reshape(-1, 2)).one();
  }

  private static boolean sizeOne(Tensor kernel) {
    Shape sizes = kernel.shape().slice(0, -2);
    return sizes.isKnown() && sizes.size() == 1;
  }

  private static Op like(GradientContext c, Op op) {
    for (String name : ATTRIBUTES) {
      Object value = c.node().attribute(name);
      if (value != null) {
        op.attr(name, value);
      }
    }
    return op;
  }

  private static Op sameFormat(GradientContext c, Op op) {
    Object format = c.node().attribute("data_format");
    return format == null ? op : op.attr("data_format", format);
  }

  private static void biasAdd(GradientContext c) {
    c.give(0, c::grad);
    c.give(1, () -> sameFormat(c, Op.of("BiasAddGrad").in(c.grad())).one());
  }

  private static void biasAddGrad(GradientContext c) {
    c.give(
        0,
        () -> {
          Tensor zeros = Op.of("ZerosLike").in(c.in(0)).one();
          return sameFormat(c, Op.of("BiasAdd").in(zeros).in(c.grad())).one();
        });
  }

  private static void blocks(GradientContext c, String inverse) {
    c.give(0, () -> Op.of(inverse).in(c.grad()).in(c.in(1)).in(c.in(2)).one());
  }

  private static void depth(GradientContext c, String inverse) {
    c.give(
        0,
        () ->
            sameFormat(
                    c,
                    Op.of(inverse)
                        .in(c.grad())
                        .attr("block_size", c.node().attribute("block_size")))
                .one());
  }
}

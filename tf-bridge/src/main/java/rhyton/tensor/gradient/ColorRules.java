package rhyton.tensor.gradient;

import java.util.List;
import java.util.Map;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;

/** Gradients of changes of color: the channels are the last axis. */
final class ColorRules {
  private ColorRules() {}

  static void addTo(Map<String, GradientRule> rules) {
    Composed.put(rules, "RGBToHSV", (c, in) -> toHsv(in.get(0)));
    Composed.put(rules, "HSVToRGB", (c, in) -> toRgb(in.get(0)));
    Composed.put(rules, "AdjustHue", (c, in) -> hue(in.get(0), in.get(1)));
    Composed.put(rules, "AdjustSaturation", (c, in) -> saturation(in.get(0), in.get(1)));
    rules.put("AdjustContrastv2", ColorRules::contrast);
  }

  private static Tensor channel(Tensor x, int index) {
    return x.getItem(Slice.ELLIPSIS, Slice.of(index, index + 1));
  }

  /** Of equal channels red comes before green before blue for the greatest, last for the least. */
  private static Tensor toHsv(Tensor x) {
    Tensor r = channel(x, 0);
    Tensor g = channel(x, 1);
    Tensor b = channel(x, 2);
    Tensor redMost = r.greaterEqual(g).logicalAnd(r.greaterEqual(b));
    Tensor most = redMost.where(r, g.greaterEqual(b).where(g, b));
    Tensor blueLeast = b.lessEqual(r).logicalAnd(b.lessEqual(g));
    Tensor least = blueLeast.where(b, g.lessEqual(r).where(g, r));
    Tensor range = most.subtract(least);
    Tensor ofRed = g.subtract(b).divideNoNan(range);
    Tensor ofGreen = b.subtract(r).divideNoNan(range).add(2);
    Tensor ofBlue = r.subtract(g).divideNoNan(range).add(4);
    Tensor sixth = redMost.where(ofRed, g.greaterEqual(b).where(ofGreen, ofBlue));
    Tensor hue = sixth.divide(6);
    Tensor turned = hue.less(0).where(hue.add(1), hue);
    return ShapeOps.concatenate(List.of(turned, range.divideNoNan(most), most), -1);
  }

  private static Tensor toRgb(Tensor x) {
    Tensor sixth = channel(x, 0).multiply(6);
    Tensor s = channel(x, 1);
    Tensor v = channel(x, 2);
    Tensor red = sixth.subtract(3).absolute().subtract(1);
    Tensor green = sixth.subtract(2).absolute().negative().add(2);
    Tensor blue = sixth.subtract(4).absolute().negative().add(2);
    Tensor pure = ShapeOps.concatenate(List.of(red, green, blue), -1).clip(0, 1);
    return pure.subtract(1).multiply(s).add(1).multiply(v);
  }

  private static Tensor hue(Tensor x, Tensor delta) {
    Tensor hsv = toHsv(x);
    Tensor h = channel(hsv, 0).add(delta).mod(1);
    return toRgb(ShapeOps.concatenate(List.of(h, channel(hsv, 1), channel(hsv, 2)), -1));
  }

  private static Tensor saturation(Tensor x, Tensor scale) {
    Tensor hsv = toHsv(x);
    Tensor s = channel(hsv, 1).multiply(scale).clip(0, 1);
    return toRgb(ShapeOps.concatenate(List.of(channel(hsv, 0), s, channel(hsv, 2)), -1));
  }

  /** For y = (x - mean) factor + mean, with means over height and width. */
  private static void contrast(GradientContext c) {
    Tensor x = c.in(0);
    Tensor g = c.grad();
    c.give(0, () -> g.subtract(mean(g)).multiply(c.in(1)).add(mean(g)));
    c.give(1, () -> g.multiply(x.subtract(mean(x))).sum());
  }

  private static Tensor mean(Tensor x) {
    return x.mean(true, -3, -2);
  }
}

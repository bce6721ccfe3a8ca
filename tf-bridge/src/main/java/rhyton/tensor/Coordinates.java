package rhyton.tensor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The ops behind {@link ImageOps} that look pixels up at coordinates of their own. */
final class Coordinates {
  private static final KerasOp.Family IMAGE = new KerasOp.Family("image");

  static final KerasOp MAP_COORDINATES =
      IMAGE.op(
          "MapCoordinates",
          Coordinates::map,
          "order",
          null,
          "fill_mode",
          "constant",
          "fill_value",
          0);

  private Coordinates() {}

  static Collection<KerasOp> all() {
    return IMAGE.all();
  }

  /** An element beside a coordinate: which, where it counts (null: everywhere), and how much. */
  private record Neighbour(Tensor index, Tensor counts, Tensor weight) {}

  private static Tensor map(OpCall c) {
    Tensor x = c.tensor(0);
    Tensor coordinates = c.tensor(1);
    if (coordinates.rank() < 2 || coordinates.shape().get(0) != x.rank()) {
      throw new IllegalArgumentException(
          "MapCoordinates: `coordinates` must have a row for each of "
              + x.rank()
              + " axes. Received: coordinates.shape="
              + coordinates.shape());
    }
    List<Tensor> rows = coordinates.unstack(0);
    List<Object> sizes = Shaping.dims(x);
    List<List<Neighbour>> all = List.of(List.of());
    for (int axis = 0; axis < x.rank(); axis++) {
      List<Neighbour> beside = neighbours(c, rows.get(axis), sizes.get(axis));
      List<List<Neighbour>> longer = new ArrayList<>();
      for (List<Neighbour> some : all) {
        for (Neighbour one : beside) {
          List<Neighbour> more = new ArrayList<>(some);
          more.add(one);
          longer.add(more);
        }
      }
      all = longer;
    }
    Tensor sum = null;
    for (List<Neighbour> corner : all) {
      Tensor part = part(c, x, corner);
      sum = sum == null ? part : sum.add(part);
    }
    boolean rounds = x.dtype().isInteger() && !sum.dtype().isInteger();
    return Kernels.cast(rounds ? sum.round() : sum, x.dtype());
  }

  /** The elements of one corner, each times its weight. */
  private static Tensor part(OpCall c, Tensor x, List<Neighbour> corner) {
    Tensor places = ShapeOps.stack(corner.stream().map(Neighbour::index).toList(), -1);
    DType dtype = corner.get(0).weight().dtype();
    Tensor found = Kernels.cast(Kernels.binary("GatherNd", x, places), dtype);
    Tensor counts = null;
    Tensor weight = null;
    for (Neighbour one : corner) {
      counts = counts == null ? one.counts() : counts.logicalAnd(one.counts());
      weight = weight == null ? one.weight() : weight.multiply(one.weight());
    }
    return (counts == null ? found : counts.where(found, c.option("fill_value"))).multiply(weight);
  }

  private static List<Neighbour> neighbours(OpCall c, Tensor coordinate, Object size) {
    int order = c.integer("order");
    if (order != 0 && order != 1) {
      throw new IllegalArgumentException(
          "MapCoordinates: `order` must be 0 or 1. Received: order=" + order);
    }
    if (order == 0) {
      Tensor nearest = coordinate.dtype().isInteger() ? coordinate : coordinate.round();
      return List.of(neighbour(c, nearest, size, coordinate.onesLike()));
    }
    Tensor lower = coordinate.floor();
    Tensor upper = coordinate.subtract(lower);
    return List.of(
        neighbour(c, lower, size, upper.negative().add(1)),
        neighbour(c, lower.add(1), size, upper));
  }

  private static Neighbour neighbour(OpCall c, Tensor place, Object size, Tensor weight) {
    Tensor index = Kernels.cast(place, DType.INT32);
    Object last = size instanceof Tensor tensor ? tensor.subtract(1) : (Object) ((Long) size - 1);
    Object twice = size instanceof Tensor tensor ? tensor.multiply(2) : (Object) (2 * (Long) size);
    String mode = String.valueOf(c.option("fill_mode"));
    return switch (mode) {
      case "constant" ->
          new Neighbour(
              index.maximum(0).minimum(last),
              index.greaterEqual(0).logicalAnd(index.less(size)),
              weight);
      case "nearest" -> new Neighbour(index.maximum(0).minimum(last), null, weight);
      case "wrap" -> new Neighbour(index.mod(size), null, weight);
      case "mirror", "reflect" -> {
        Tensor there = index.absolute().mod(twice);
        Tensor back = there.negative().add(twice);
        Tensor turned = mode.equals("reflect") ? back.subtract(1) : back;
        yield new Neighbour(there.less(size).where(there, turned), null, weight);
      }
      default ->
          throw new IllegalArgumentException(
              "MapCoordinates: `fill_mode` must be one of \"constant\", \"nearest\", \"wrap\","
                  + " \"mirror\", \"reflect\". Received: fill_mode="
                  + mode);
    };
  }
}

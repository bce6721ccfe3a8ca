package rhyton.optimizers;

import rhyton.graph.Weight;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.Gradient;

/** Changes of some rows of a table; rows that repeat are changed again. */
final class Rows {
  private Rows() {}

  /** The values of the rows that have a gradient. */
  static Tensor of(Weight table, Gradient rows) {
    return Op.of("ResourceGather")
        .in(table.variable().handle())
        .in(rows.indices())
        .attr("dtype", table.dtype())
        .reads(table.variable())
        .one();
  }

  static void add(Weight table, Gradient rows) {
    scatter("ResourceScatterAdd", table, rows);
  }

  static void subtract(Weight table, Gradient rows) {
    scatter("ResourceScatterSub", table, rows);
  }

  private static void scatter(String op, Weight table, Gradient rows) {
    Op.of(op)
        .in(table.variable().handle())
        .in(rows.indices())
        .in(rows.values())
        .attr("dtype", table.dtype())
        .writes(table.variable())
        .all();
  }
}

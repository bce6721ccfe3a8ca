package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.GradientCase.of;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.GradientCase.In;

/** Reductions and products of matrices. */
final class ReductionCases {
  private ReductionCases() {}

  static List<GradientCase> all() {
    List<GradientCase> all = new ArrayList<>();
    reductions(all);
    products(all);
    norms(all);
    return all;
  }

  private static GradientCase one(String name, UnaryOperator<Tensor> f, In x) {
    return of(name, in -> f.apply(in.get(0)), x);
  }

  private static void reductions(List<GradientCase> all) {
    In x = In.of(2, 3, 4);
    all.add(one("sum", t -> t.sum(), x));
    all.add(one("sum, axis", t -> t.sum(1), x).twice());
    all.add(one("sum, axes kept", t -> t.sum(true, 0, -1), x));
    all.add(one("mean", t -> t.mean(), x));
    all.add(one("mean, axis", t -> t.mean(0), x).twice());
    all.add(one("mean, axes kept", t -> t.mean(true, 1, 2), x));
    all.add(one("max", t -> t.max(1), In.apart(2, 3, 4)));
    all.add(one("max, all", t -> t.max(), In.apart(2, 3)).twice());
    all.add(one("min", t -> t.min(true, 0, 2), In.apart(2, 3, 4)));
    all.add(one("prod", t -> t.prod(1), x).twice());
    all.add(one("prod, a zero", t -> t.prod(1), In.values(Shape.of(2, 3), 2, 0, 3, 0, 0, 5)));
    all.add(one("prod, all", t -> t.prod(), In.of(2, 3)));
    all.add(one("var", t -> t.var(0, 2), x).twice());
    all.add(one("std", t -> t.std(true, 1), x));
    all.add(one("cumsum", t -> t.cumsum(1), x));
    all.add(one("logsumexp", t -> t.logsumexp(1), x).twice());
    all.add(one("logsumexp, all kept", t -> t.logsumexp(true), x));
    all.add(one("L2Loss", t -> Op.of("L2Loss").in(t).one(), x).twice());
  }

  private static GradientCase product(String name, In a, In b) {
    return of("matmul " + name, in -> in.get(0).matmul(in.get(1)), a, b);
  }

  private static void products(List<GradientCase> all) {
    all.add(product("2 x 2", In.of(2, 3), In.fixed(3, 4)).twice());
    all.add(product("vectors", In.fixed(3), In.fixed(3)));
    all.add(product("row", In.fixed(3), In.fixed(3, 2)));
    all.add(product("column", In.of(2, 3), In.fixed(3)));
    all.add(product("3 x 2", In.of(2, 3, 4), In.fixed(4, 2)).twice());
    all.add(product("batches", In.of(2, 3, 4), In.of(2, 4, 2)).twice());
    all.add(product("batches repeat", In.of(2, 1, 3, 4), In.fixed(5, 4, 2)));
    all.add(product("2 x 3", In.fixed(3, 4), In.of(2, 4, 2)));
    for (boolean ta : new boolean[] {false, true}) {
      for (boolean tb : new boolean[] {false, true}) {
        In a = ta ? In.fixed(3, 2) : In.fixed(2, 3);
        In b = tb ? In.fixed(4, 3) : In.fixed(3, 4);
        all.add(
            of(
                "MatMul, transposed " + ta + " " + tb,
                in ->
                    Op.of("MatMul")
                        .in(in.get(0))
                        .in(in.get(1))
                        .attr("transpose_a", ta)
                        .attr("transpose_b", tb)
                        .one(),
                a,
                b));
        all.add(
            of(
                "BatchMatMulV2, transposed " + ta + " " + tb,
                in ->
                    Op.of("BatchMatMulV2")
                        .in(in.get(0).expandDims(0))
                        .in(in.get(1))
                        .attr("adj_x", ta)
                        .attr("adj_y", tb)
                        .one(),
                a,
                b));
      }
    }
  }

  private static void norms(List<GradientCase> all) {
    In x = In.of(2, 3);
    all.add(one("norm", t -> t.norm(), x).twice());
    all.add(one("norm, axis", t -> t.norm(1), x));
    all.add(one("norm, p", t -> t.norm(3, true, 1), x));
    all.add(one("norm, 1", t -> t.norm(1, false, 0, 1), In.apart(2, 3)));
    all.add(one("norm, nuclear", t -> t.norm("nuc", false, 0, 1), x));
    all.add(one("norm, spectral", t -> t.norm(2, false, 1, 2), In.of(2, 3, 2)));
  }
}

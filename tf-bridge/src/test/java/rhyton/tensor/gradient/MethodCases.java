package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.GradientCase.of;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import rhyton.tensor.LinalgOps;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;
import rhyton.tensor.gradient.GradientCase.In;

/** Methods of tensors that are put together from several ops. */
final class MethodCases {
  private MethodCases() {}

  static List<GradientCase> all() {
    List<GradientCase> all = new ArrayList<>();
    einsums(all);
    matrices(all);
    fourier(all);
    indexing(all);
    diagonals(all);
    others(all);
    return all;
  }

  private static GradientCase one(String name, UnaryOperator<Tensor> f, In x) {
    return of(name, in -> f.apply(in.get(0)), x);
  }

  private static GradientCase einsum(String subscripts, In... inputs) {
    Function<List<Tensor>, Tensor> f =
        in -> LinalgOps.einsum(subscripts, in.toArray(new Tensor[0]));
    return of("einsum " + subscripts + " of " + inputs.length, f, inputs);
  }

  private static void einsums(List<GradientCase> all) {
    all.add(einsum("ij,jk->ik", In.of(2, 3), In.fixed(3, 4)).twice());
    all.add(einsum("ij,jk", In.of(2, 3), In.fixed(3, 4)));
    all.add(einsum("bij,bjk->bik", In.of(2, 3, 4), In.of(2, 4, 2)).twice());
    all.add(einsum("bthd,bshd->bhts", In.of(2, 3, 2, 4), In.of(2, 5, 2, 4)).twice());
    all.add(einsum("...x,xy->...y", In.of(2, 3, 2, 4), In.fixed(4, 3)));
    all.add(einsum("...ij,...jk->...ik", In.of(2, 1, 3, 4), In.fixed(5, 4, 2)));
    all.add(einsum("ii->i", In.fixed(3, 3)));
    all.add(einsum("ii", In.fixed(3, 3)));
    all.add(einsum("bii->b", In.of(2, 3, 3)));
    all.add(einsum("iij,jk->k", In.fixed(3, 3, 2), In.fixed(2, 2)));
    all.add(einsum("ij->", In.of(2, 3)));
    all.add(einsum("ij->ji", In.of(2, 3)));
    all.add(einsum("i,j->ij", In.of(3), In.of(2)).twice());
    all.add(einsum("i,i->i", In.of(3), In.of(3)));
    all.add(einsum("ij,kl->ik", In.of(2, 3), In.fixed(3, 2)));
    all.add(einsum("ij,jk,kl->il", In.of(2, 3), In.fixed(3, 4), In.fixed(4, 2)).twice());
    all.add(einsum("bn,anm,bm->ba", In.of(2, 3), In.fixed(4, 3, 2), In.of(2, 2)).twice());
  }

  private static Tensor transposed(Tensor x) {
    return x.swapaxes(-2, -1);
  }

  private static Tensor positive(Tensor x) {
    return x.matmul(transposed(x)).add(Tensor.of(new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 3}}));
  }

  private static void matrices(List<GradientCase> all) {
    In x = In.of(2, 3, 3);
    all.add(one("cholesky", m -> positive(m).cholesky(true), x).twice());
    all.add(one("cholesky inverse", m -> positive(m).cholesky().choleskyInverse(false), x).twice());
    all.add(one("cholesky inverse, upper", m -> positive(m).choleskyInverse(true), x));
    all.add(one("logdet", m -> positive(m).logdet(), x).twice());
    all.add(one("slogdet", m -> m.slogdet().get(1), x));
    all.add(of("solve", in -> in.get(0).solve(in.get(1)), x, In.of(2, 3)).twice());
    all.add(
        of(
            "solve triangular",
            in -> positive(in.get(0)).solveTriangular(in.get(1), true),
            x,
            In.of(2, 3)));
    all.add(one("pinv", m -> m.pinv(null), In.of(2, 4, 3)).twice());
    all.add(one("pinv, wide", m -> m.pinv(1e-6), In.of(2, 2, 3)));
    all.add(
        of("lstsq", in -> in.get(0).lstsq(in.get(1), null), In.fixed(4, 3), In.fixed(4)).twice());
  }

  private static Tensor joined(List<Tensor> parts) {
    return parts.get(0).add(parts.get(1).multiply(2));
  }

  private static void fourier(List<GradientCase> all) {
    In a = In.of(2, 4, 5);
    In b = In.values(Shape.of(2, 4, 5), In.positive(2, 4, 5).values());
    all.add(of("fft", in -> joined(in.get(0).fft(in.get(1))), a, b));
    all.add(of("fft2", in -> joined(in.get(0).fft2(in.get(1))), a, b));
    all.add(of("ifft2", in -> joined(in.get(0).ifft2(in.get(1))), a, b));
    for (Integer length : new Integer[] {null, 4, 7}) {
      all.add(one("rfft, " + length, x -> joined(x.rfft(length)), a).twice());
      all.add(of("irfft, " + length, in -> in.get(0).irfft(in.get(1), length), a, b).twice());
    }
    all.add(of("irfft, 12", in -> in.get(0).irfft(in.get(1), 12), a, b));
    all.add(one("extract sequences", x -> x.extractSequences(3, 2), In.of(2, 8)).twice());
    In signal = In.of(2, 16);
    all.add(one("stft", x -> joined(x.stft(6, 2, 8, "hann", true)), signal).twice());
    all.add(one("stft, not centered", x -> joined(x.stft(5, 3, 5, "hamming", false)), signal));
    all.add(one("stft, no window", x -> joined(x.stft(4, 2, 4, null, false)), signal));
    all.add(
        of(
            "stft, window",
            in -> joined(in.get(0).stft(4, 2, 6, in.get(1), false)),
            signal,
            In.fixed(4)));
    In real = In.of(2, 4, 5);
    all.add(
        of("istft", in -> in.get(0).istft(in.get(1), 8, 3, 8, null, "hann", false), real, b)
            .twice());
    all.add(
        of("istft, length", in -> in.get(0).istft(in.get(1), 8, 2, 8, 9, "hann", true), real, b));
  }

  private static void indexing(List<GradientCase> all) {
    In x = In.apart(3, 4);
    all.add(one("sort", t -> t.sort(-1), x).twice());
    all.add(one("sort, first", t -> t.sort(0), x));
    all.add(one("sort, line", t -> t.sort(null), In.apart(4)));
    int[][] places = {{1, -1, 0}, {0, 0, 2}, {3, 1, 1}};
    all.add(one("take along axis", t -> t.takeAlongAxis(places, 1), In.fixed(3, 4)).twice());
    all.add(one("take along first axis", t -> t.takeAlongAxis(new int[][] {{0, 1, 1, 0}}, 0), x));
    int[][] indices = {{3}, {1}, {3}};
    all.add(one("scatter", t -> Tensor.of(indices).scatter(t, 5, 2), In.of(3, 2)).twice());
    for (String reduction : new String[] {null, "add", "max", "min", "mul"}) {
      int[][] where =
          reduction == null ? new int[][] {{3, 0}, {1, 1}} : new int[][] {{3, 0}, {1, 1}, {3, 0}};
      all.add(
          of(
              "scatter update, " + reduction,
              in -> in.get(0).scatterUpdate(where, in.get(1), reduction),
              In.apart(4, 2),
              In.of(where.length)));
    }
    all.add(one("slice", t -> t.slice(new int[] {1, 0}, 2, -1), In.of(3, 4)).twice());
    all.add(
        of(
            "slice update",
            in -> in.get(0).sliceUpdate(new int[] {1, 3}, in.get(1)),
            In.fixed(3, 4),
            In.fixed(2, 2)));
    all.add(one("roll", t -> t.roll(2, null), In.of(3, 4)));
    all.add(one("roll, axes", t -> t.roll(new int[] {1, -1}, new int[] {0, 1}), In.of(3, 4)));
    all.add(one("moveaxis", t -> t.moveaxis(0, -1), In.of(2, 3, 2)));
    int[] ids = {2, 0, 2};
    all.add(one("segment sum", t -> t.segmentSum(ids, 3, false), In.of(3, 2)).twice());
    all.add(one("segment prod", t -> t.segmentProd(ids, 3, false), In.of(3, 2)).twice());
    all.add(one("segment max", t -> t.segmentMax(new int[] {1, 0, 1}, 2, false), In.apart(3, 2)));
    all.add(one("segment min", t -> t.segmentMin(new int[] {1, 0, 1}, 2, false), In.apart(3, 2)));
  }

  private static void diagonals(List<GradientCase> all) {
    In x = In.of(3, 4);
    for (int k = -2; k <= 2; k++) {
      int which = k;
      all.add(one("tril " + k, t -> t.tril(which), x));
      all.add(one("triu " + k, t -> t.triu(which), x));
      all.add(one("diag " + k, t -> t.diag(which), In.fixed(3)));
      all.add(one("diagonal " + k, t -> t.diagonal(which, 1, 0), In.fixed(3, 4, 2)));
    }
    all.add(one("trace", t -> t.trace(1, 0, 2), In.fixed(3, 2, 4)).twice());
    all.add(one("diagflat", t -> t.diagflat(0), In.fixed(2, 2)));
  }

  private static void others(List<GradientCase> all) {
    all.add(one("cumprod", t -> t.cumprod(1), In.of(2, 4)).twice());
    all.add(of("arctan2", in -> in.get(0).arctan2(in.get(1)), In.of(2, 3), In.fixed(3)));
    In image = In.of(2, 4, 6, 2);
    all.add(
        one("extract patches", t -> t.extractPatches(new long[] {2, 3}, new WindowOptions()), image)
            .twice());
    all.add(
        one(
            "extract patches, dilated",
            t ->
                t.extractPatches(
                    new long[] {2}, new WindowOptions().strides(1).dilationRate(2).padding("same")),
            image));
    all.add(one("grayscale", t -> t.rgbToGrayscale(null), In.of(2, 2, 3, 3)));
    all.add(
        one("Fill", t -> Op.of("Fill").in(Op.vector(2, 3)).in(t.sum()).one().square(), In.of(3))
            .twice());
    double[][] places = {{0.3, 1.6, 0.2, 1.4}, {2.2, 0.4, -0.6, 3.3}};
    for (String mode : List.of("constant", "nearest", "wrap", "reflect")) {
      all.add(
          of(
              "map coordinates, " + mode,
              in -> in.get(0).mapCoordinates(in.get(1), 1, mode, 0.5),
              In.fixed(3, 4),
              In.values(Shape.of(2, 4), Tensor.of(places).doubles()).still()));
    }
    for (String method : List.of("linear", "cubic", "lanczos3")) {
      all.add(
          of(
              "scale and translate, " + method,
              in ->
                  in.get(0)
                      .scaleAndTranslate(
                          new long[] {2, 5, 6, 1},
                          in.get(1),
                          in.get(2),
                          new int[] {1, 2},
                          method,
                          true),
              In.fixed(2, 3, 4, 1),
              In.values(Shape.of(2), 1.3, 0.8),
              In.values(Shape.of(2), 0.21, -0.33)));
    }
    all.add(one("EnsureShape", t -> ensured(t.square()), In.of(2, 3)).twice());
  }

  private static Tensor ensured(Tensor x) {
    return Op.of("EnsureShape").in(x).attr("shape", Shape.of(2, 3)).one();
  }
}

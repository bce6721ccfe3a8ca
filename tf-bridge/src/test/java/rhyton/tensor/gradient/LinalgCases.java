package rhyton.tensor.gradient;

import static rhyton.tensor.gradient.GradientCase.of;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Slice;
import rhyton.tensor.Tensor;
import rhyton.tensor.gradient.GradientCase.In;

/** Inverses, decompositions, diagonals and Fourier transforms. */
final class LinalgCases {
  private static final In SQUARE = In.of(2, 3, 3);

  private LinalgCases() {}

  static List<GradientCase> all() {
    List<GradientCase> all = new ArrayList<>();
    inverses(all);
    solutions(all);
    decompositions(all);
    complexDecompositions(all);
    diagonals(all);
    fourier(all);
    return all;
  }

  private static GradientCase one(String name, UnaryOperator<Tensor> f, In x) {
    return of(name, in -> f.apply(in.get(0)), x);
  }

  private static Tensor op(String type, Tensor... inputs) {
    Op op = Op.of(type);
    for (Tensor input : inputs) {
      op.in(input);
    }
    return op.one();
  }

  private static Tensor transposed(Tensor x) {
    return x.transpose(0, 2, 1);
  }

  /** Symmetric matrices with positive eigenvalues. */
  private static Tensor positive(Tensor x) {
    return x.matmul(transposed(x)).add(Tensor.of(new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 3}}));
  }

  private static Tensor complex(Tensor real, Tensor imaginary) {
    return Op.of("Complex").in(real).in(imaginary).attr("Tout", DType.COMPLEX128).one();
  }

  private static Tensor part(String type, Tensor z) {
    return Op.of(type).in(z).attr("Tout", DType.FLOAT64).one();
  }

  /** All numbers of complex tensors, as real ones. */
  private static Tensor both(Tensor z) {
    return part("Real", z).multiply(2).subtract(part("Imag", z));
  }

  private static void inverses(List<GradientCase> all) {
    for (boolean adjoint : new boolean[] {false, true}) {
      all.add(
          one(
                  "MatrixInverse, adjoint " + adjoint,
                  x -> Op.of("MatrixInverse").in(positive(x)).attr("adjoint", adjoint).one(),
                  SQUARE)
              .twice());
      all.add(
          of(
              "MatrixInverse, complex, adjoint " + adjoint,
              in ->
                  both(
                      Op.of("MatrixInverse")
                          .in(complex(positive(in.get(0)), in.get(1)))
                          .attr("adjoint", adjoint)
                          .one()),
              SQUARE,
              In.values(Shape.of(2, 3, 3), In.positive(2, 3, 3).values())));
    }
    all.add(one("MatrixDeterminant", x -> op("MatrixDeterminant", x), SQUARE).twice());
    all.add(
        of(
            "MatrixDeterminant, complex",
            in -> both(op("MatrixDeterminant", complex(in.get(0), in.get(1)))),
            SQUARE,
            In.values(Shape.of(2, 3, 3), In.positive(2, 3, 3).values())));
    all.add(
        one("LogMatrixDeterminant", x -> Op.of("LogMatrixDeterminant").in(x).all().get(1), SQUARE)
            .twice());
  }

  private static void solutions(List<GradientCase> all) {
    for (boolean adjoint : new boolean[] {false, true}) {
      all.add(
          of(
                  "MatrixSolve, adjoint " + adjoint,
                  in ->
                      Op.of("MatrixSolve")
                          .in(positive(in.get(0)))
                          .in(in.get(1))
                          .attr("adjoint", adjoint)
                          .one(),
                  SQUARE,
                  In.of(2, 3, 2))
              .twice());
      for (boolean lower : new boolean[] {false, true}) {
        all.add(triangular(lower, adjoint, SQUARE, In.of(2, 3, 2), "each batch").twice());
        all.add(triangular(lower, adjoint, SQUARE, In.fixed(3, 2), "one right side"));
        all.add(triangular(lower, adjoint, In.fixed(3, 3), In.of(2, 3, 2), "one matrix"));
      }
    }
  }

  private static GradientCase triangular(boolean lower, boolean adjoint, In a, In b, String name) {
    double[][] diagonal = {{4, 0, 0}, {0, 4, 0}, {0, 0, 4}};
    return of(
        "MatrixTriangularSolve, " + name + (lower ? ", lower" : "") + (adjoint ? ", adjoint" : ""),
        in ->
            Op.of("MatrixTriangularSolve")
                .in(in.get(0).add(Tensor.of(diagonal)))
                .in(in.get(1))
                .attr("lower", lower)
                .attr("adjoint", adjoint)
                .one(),
        a,
        b);
  }

  private static void decompositions(List<GradientCase> all) {
    all.add(one("Cholesky", x -> op("Cholesky", positive(x)), SQUARE).twice());
    for (long[] sides : new long[][] {{2, 4, 3}, {2, 3, 3}, {2, 3, 5}}) {
      String name = sides[1] + " x " + sides[2];
      In x = In.of(sides);
      all.add(one("Qr, q, " + name, m -> Op.of("Qr").in(m).all().get(0), x).twice());
      all.add(one("Qr, r, " + name, m -> Op.of("Qr").in(m).all().get(1), x).twice());
      all.add(one("Svd, values, " + name, m -> svd(m, false).get(0), x).twice());
      all.add(one("Svd, u, " + name, m -> squares(svd(m, false).get(1)), x));
      all.add(one("Svd, v, " + name, m -> squares(svd(m, false).get(2)), x));
      all.add(one("Svd, all, " + name, m -> whole(svd(m, false)), x));
    }
    all.add(one("Svd, full", m -> squares(svd(m, true).get(1)), In.of(2, 4, 3)));
    all.add(one("Svd, full and wide", m -> squares(svd(m, true).get(2)), In.of(2, 2, 3)));
    all.add(one("eigenvalues", x -> eigen(positive(x)).get(0), SQUARE).twice());
    all.add(one("eigenvectors", x -> squares(eigen(positive(x)).get(1)), SQUARE));
    all.add(
        one(
            "eigenvalues alone",
            x -> Op.of("SelfAdjointEigV2").in(positive(x)).attr("compute_v", false).all().get(0),
            SQUARE));
  }

  /** What does not depend on the sign of the vectors. */
  private static Tensor squares(Tensor vectors) {
    return vectors.multiply(vectors.getItem(Slice.ELLIPSIS, Slice.of(0, 1), Slice.ALL));
  }

  private static List<Tensor> svd(Tensor x, boolean full) {
    return Op.of("Svd").in(x).attr("compute_uv", true).attr("full_matrices", full).all();
  }

  /** Products of the vectors, weighted by functions of the values. */
  private static Tensor whole(List<Tensor> svd) {
    return svd.get(1).multiply(svd.get(0).square().expandDims(-2)).matmul(transposed(svd.get(2)));
  }

  private static List<Tensor> eigen(Tensor x) {
    return Op.of("SelfAdjointEigV2").in(x).attr("compute_v", true).all();
  }

  private static void complexDecompositions(List<GradientCase> all) {
    In a = In.of(2, 4, 3);
    In b = In.values(Shape.of(2, 4, 3), In.positive(2, 4, 3).values());
    all.add(
        of(
            "Qr, complex",
            in -> {
              List<Tensor> qr = Op.of("Qr").in(complex(in.get(0), in.get(1))).all();
              return both(qr.get(0)).matmul(both(qr.get(1)).square());
            },
            a,
            b));
    all.add(
        of(
            "Svd, complex values",
            in -> part("Real", svd(complex(in.get(0), in.get(1)), false).get(0)),
            a,
            b));
    all.add(
        of(
            "eigenvalues, complex",
            in -> {
              Tensor z = complex(in.get(0), in.get(1));
              Tensor gram = Op.of("BatchMatMulV2").in(z).in(z).attr("adj_x", true).one();
              return part("Real", eigen(gram).get(0));
            },
            a,
            b));
  }

  private static void diagonals(List<GradientCase> all) {
    In x = In.of(2, 3, 4);
    for (int k = -1; k <= 1; k++) {
      int which = k;
      all.add(
          one(
              "MatrixDiagPartV3, " + k,
              m -> op("MatrixDiagPartV3", m, Tensor.of(which), Tensor.of(0.0)),
              x));
      all.add(
          of(
              "MatrixDiagV3, " + k,
              in ->
                  op(
                      "MatrixDiagV3",
                      in.get(0),
                      Tensor.of(which),
                      Tensor.of(-1),
                      Tensor.of(-1),
                      in.get(1)),
              In.of(2, 3),
              In.fixed()));
      all.add(
          of(
              "MatrixSetDiagV3, " + k,
              in -> op("MatrixSetDiagV3", in.get(0), in.get(1), Tensor.of(which)),
              x,
              In.of(2, k < 0 ? 2 : 3)));
      all.add(
          one(
              "MatrixBandPart, " + k,
              m -> op("MatrixBandPart", m, Tensor.of((long) which), Tensor.of(1L)),
              x));
    }
    all.add(
        one(
            "MatrixDiagPartV3, band",
            m -> op("MatrixDiagPartV3", m, Tensor.of(new int[] {-1, 1}), Tensor.of(0.0)),
            x));
  }

  private static void fourier(List<GradientCase> all) {
    In a = In.of(2, 4, 5);
    In b = In.values(Shape.of(2, 4, 5), In.positive(2, 4, 5).values());
    for (String axes : List.of("", "2D")) {
      for (String type : List.of("FFT" + axes, "IFFT" + axes)) {
        all.add(
            of(type, in -> both(op(type, complex(in.get(0), in.get(1))).square()), a, b).twice());
      }
      for (int length : new int[] {4, 5, 7}) {
        if (length <= 5) {
          all.add(
              one(
                      "RFFT" + axes + ", " + length,
                      x -> both(rfft("RFFT" + axes, x, length, "Tcomplex", DType.COMPLEX128)),
                      a)
                  .twice());
        }
        all.add(
            of(
                "IRFFT" + axes + ", " + length,
                in ->
                    rfft(
                        "IRFFT" + axes,
                        complex(in.get(0), in.get(1)),
                        length,
                        "Treal",
                        DType.FLOAT64),
                a,
                b));
      }
    }
  }

  private static Tensor rfft(String type, Tensor x, int length, String attribute, DType dtype) {
    Tensor sides = Op.vector(type.endsWith("2D") ? new long[] {3, length} : new long[] {length});
    return Op.of(type).in(x).in(sides).attr(attribute, dtype).one();
  }
}

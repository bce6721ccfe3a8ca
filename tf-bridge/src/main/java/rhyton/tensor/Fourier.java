package rhyton.tensor;

import java.util.Collection;
import java.util.List;

/** The ops behind {@link FourierOps}. Complex numbers are pairs of tensors, as in Keras. */
final class Fourier {
  private static final KerasOp.Family MATH = new KerasOp.Family("math");

  static final KerasOp FFT = MATH.op("FFT", c -> complex(c, "FFT"));
  static final KerasOp FFT2 = MATH.op("FFT2", c -> complex(c, "FFT2D"));
  static final KerasOp IFFT2 = MATH.op("IFFT2", c -> complex(c, "IFFT2D"));
  static final KerasOp RFFT =
      MATH.op(
          "RFFT",
          c -> Complexes.parts(rfft(wide(c.tensor(0)), (Number) c.option("fft_length"))),
          "fft_length",
          null);
  static final KerasOp IRFFT =
      MATH.op("IRFFT", c -> irfft(pair(c), (Number) c.option("fft_length")), "fft_length", null);
  static final KerasOp EXTRACT_SEQUENCES =
      MATH.op(
          "ExtractSequences",
          c -> frames(c.tensor(0), c.integer("sequence_length"), c.integer("sequence_stride")),
          "sequence_length",
          null,
          "sequence_stride",
          null);
  static final KerasOp STFT =
      MATH.op(
          "STFT",
          Fourier::stft,
          "sequence_length",
          null,
          "sequence_stride",
          null,
          "fft_length",
          null,
          "window",
          "hann",
          "center",
          true);
  static final KerasOp ISTFT =
      MATH.op(
          "ISTFT",
          Fourier::istft,
          "sequence_length",
          null,
          "sequence_stride",
          null,
          "fft_length",
          null,
          "length",
          null,
          "window",
          "hann",
          "center",
          true);

  private Fourier() {}

  static Collection<KerasOp> all() {
    return MATH.all();
  }

  private static Tensor pair(OpCall c) {
    if (!(c.arguments().get(0) instanceof List<?> parts) || parts.size() != 2) {
      throw new IllegalArgumentException(
          "The input must be a pair of tensors, real and imaginary parts. Received: "
              + c.arguments().get(0));
    }
    List<Tensor> both = c.tensors(0);
    return Complexes.of(both.get(0), both.get(1));
  }

  private static List<Tensor> complex(OpCall c, String type) {
    return Complexes.parts(Kernels.unary(type, pair(c)));
  }

  private static Tensor wide(Tensor x) {
    return x.dtype() == DType.FLOAT64 ? x : Kernels.cast(x, DType.FLOAT32);
  }

  /** The last axis filled up with zeros, if it is shorter than that. */
  private static Tensor longer(Tensor x, long length) {
    long known = x.shape().get(-1);
    if (known >= length) {
      return x;
    }
    Object missing =
        known >= 0
            ? (Object) (length - known)
            : Constants.integer(length).subtract(Kernels.shapeOf(x).getItem(-1)).maximum(0);
    Tensor after = Shaping.vector(List.of(missing));
    Tensor front = Constants.ints(new long[x.rank() - 1]);
    Tensor behind = Kernels.concat(List.of(front, after), 0);
    return Kernels.binary("Pad", x, ShapeOps.stack(List.of(behind.zerosLike(), behind), 1));
  }

  /** How long the last axis is, or the length that is asked for. */
  private static Tensor length(Tensor x, Number given) {
    return given == null
        ? Kernels.shapeOf(x).getItem(Slice.of(-1, null))
        : Constants.ints(given.longValue());
  }

  private static Tensor rfft(Tensor x, Number length) {
    Tensor all = length == null ? x : longer(x, length.longValue());
    DType complex = x.dtype() == DType.FLOAT64 ? DType.COMPLEX128 : DType.COMPLEX64;
    return Op.of("RFFT").in(all).in(length(x, length)).attr("Tcomplex", complex).one();
  }

  private static Tensor irfft(Tensor z, Number length) {
    Tensor all = length == null ? z : longer(z, length.longValue() / 2 + 1);
    Tensor sides = length(z, length);
    Tensor back = length == null ? sides.subtract(1).multiply(2) : sides;
    DType real = z.dtype() == DType.COMPLEX128 ? DType.FLOAT64 : DType.FLOAT32;
    return Op.of("IRFFT").in(all).in(back).attr("Treal", real).one();
  }

  private static Tensor range(Object from, Object to, long step) {
    return Op.of("Range")
        .in(Tensor.convert(from, DType.INT32))
        .in(Tensor.convert(to, DType.INT32))
        .in(Constants.integer(step))
        .one();
  }

  /** For each frame, which elements of the last axis are in it. */
  private static Tensor places(Object starts, int length, int stride) {
    return range(0, starts, stride).expandDims(1).add(range(0, length, 1));
  }

  private static Tensor frames(Tensor x, int length, int stride) {
    long known = x.shape().get(-1);
    Object starts =
        known >= 0
            ? (Object) Math.max(0, known - length + 1)
            : Kernels.shapeOf(x).getItem(-1).subtract(length - 1L).maximum(0);
    Tensor places = places(starts, length, stride);
    Tensor frames = Op.of("GatherV2").in(x).in(places).in(Constants.integer(x.rank() - 1)).one();
    return frames;
  }

  /** Frames added where they stood. */
  private static Tensor overlapped(Tensor frames, int length, int stride) {
    int rank = frames.rank();
    long known = frames.shape().get(-2);
    Object starts =
        known >= 0
            ? (Object) ((known - 1) * stride + 1)
            : Kernels.shapeOf(frames).getItem(-2).subtract(1).multiply(stride).add(1);
    Object size =
        starts instanceof Tensor tensor
            ? tensor.add(length - 1L)
            : (Object) ((Long) starts + length - 1);
    Tensor sums =
        Op.of("UnsortedSegmentSum")
            .in(frames.moveaxis(new int[] {-2, -1}, new int[] {0, 1}))
            .in(places(starts, length, stride))
            .in(Tensor.convert(size, DType.INT32))
            .one();
    return rank == 2 ? sums : sums.moveaxis(0, -1);
  }

  private static List<Tensor> stft(OpCall c) {
    Tensor x = c.tensor(0);
    if (x.dtype() != DType.FLOAT32 && x.dtype() != DType.FLOAT64) {
      throw new IllegalArgumentException(
          "STFT: the input must be of type float32 or float64. Received: dtype=" + x.dtype());
    }
    int length = c.integer("fft_length");
    Tensor window = Windows.padded("STFT", c, x.dtype());
    if (c.flag("center")) {
      int[][] around = new int[x.rank()][2];
      around[x.rank() - 1] = new int[] {length / 2, length / 2};
      x = x.pad(around, "reflect", null);
    }
    Tensor frames = frames(x, length, c.integer("sequence_stride"));
    Tensor seen = window == null ? frames : frames.multiply(window);
    return Complexes.parts(rfft(seen, length));
  }

  private static Tensor istft(OpCall c) {
    Tensor z = pair(c);
    int length = c.integer("fft_length");
    int stride = c.integer("sequence_stride");
    Tensor frames = irfft(z, length);
    Tensor window = Windows.padded("ISTFT", c, frames.dtype());
    Tensor seen = window == null ? frames : frames.multiply(Windows.inverse(window, stride));
    Tensor all = overlapped(seen, length, stride);
    boolean center = c.flag("center");
    int start = center ? length / 2 : 0;
    Object wanted = c.option("length");
    Integer end =
        wanted != null
            ? (Integer) (start + ((Number) wanted).intValue())
            : center ? (Integer) (-(length / 2)) : null;
    return all.getItem(Slice.ELLIPSIS, Slice.of(start, end));
  }
}

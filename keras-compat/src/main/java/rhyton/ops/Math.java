package rhyton.ops;

import java.util.List;
import rhyton.tensor.ComplexOps;
import rhyton.tensor.DecompositionOps;
import rhyton.tensor.ElementwiseOps;
import rhyton.tensor.FourierOps;
import rhyton.tensor.MathOps;
import rhyton.tensor.SegmentOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.TranscendentalOps;

/**
 * The functions of {@code keras.ops.math}: mathematics beyond NumPy. Each calls the method of
 * {@link Tensor} of the same name, where it is described in full.
 *
 * @see <a href="https://keras.io/api/ops/core/">keras.ops</a>
 */
@SuppressWarnings("JavaLangClash") // the name of Keras's module
public final class Math {
  private Math() {}

  /** The error function; see {@link ElementwiseOps#erf()}. */
  public static Tensor erf(Tensor x) {
    return x.erf();
  }

  /** One less the error function; see {@link TranscendentalOps#erfc()}. */
  public static Tensor erfc(Tensor x) {
    return x.erfc();
  }

  /** The inverse of the error function; see {@link TranscendentalOps#erfinv()}. */
  public static Tensor erfinv(Tensor x) {
    return x.erfinv();
  }

  /**
   * Cuts the last axis into sequences, which may overlap; what is left at the end is dropped; see
   * {@link FourierOps#extractSequences(int, int)}.
   */
  public static Tensor extractSequences(Tensor x, int sequenceLength, int sequenceStride) {
    return x.extractSequences(sequenceLength, sequenceStride);
  }

  /**
   * The Fourier transform along the last axis, where this tensor holds the real parts; see {@link
   * FourierOps#fft(Tensor)}.
   */
  public static List<Tensor> fft(Tensor real, Tensor imaginary) {
    return real.fft(imaginary);
  }

  /**
   * The Fourier transform along the last two axes, where this tensor holds the real parts; see
   * {@link FourierOps#fft2(Tensor)}.
   */
  public static List<Tensor> fft2(Tensor real, Tensor imaginary) {
    return real.fft2(imaginary);
  }

  /**
   * The inverse of {@link #fft2}, where this tensor holds the real parts; see {@link
   * FourierOps#ifft2(Tensor)}.
   */
  public static List<Tensor> ifft2(Tensor real, Tensor imaginary) {
    return real.ifft2(imaginary);
  }

  /**
   * Whether the class with the number in this tensor is among the k greatest predictions; equal
   * predictions count in its favour; see {@link MathOps#inTopK(Tensor, int)}.
   */
  public static Tensor inTopK(Tensor targets, Tensor predictions, int k) {
    return targets.inTopK(predictions, k);
  }

  /**
   * The inverse of {@link #rfft}, where this tensor holds the real parts; see {@link
   * FourierOps#irfft(Tensor, Integer)}.
   */
  public static Tensor irfft(Tensor real, Tensor imaginary, Integer fftLength) {
    return real.irfft(imaginary, fftLength);
  }

  /**
   * The inverse of {@link #stft}, where this tensor holds the real parts; see {@link
   * FourierOps#istft(Tensor, int, int, int, Integer, Object, boolean)}.
   */
  public static Tensor istft(
      Tensor real,
      Tensor imaginary,
      int sequenceLength,
      int sequenceStride,
      int fftLength,
      Integer length,
      Object window,
      boolean center) {
    return real.istft(imaginary, sequenceLength, sequenceStride, fftLength, length, window, center);
  }

  /**
   * The logarithm of the determinant of symmetric matrices with positive eigenvalues; see {@link
   * DecompositionOps#logdet()}.
   */
  public static Tensor logdet(Tensor x) {
    return x.logdet();
  }

  /**
   * The logarithm of the sum of exponentials, without overflow; see {@link
   * MathOps#logsumexp(int...)}.
   */
  public static Tensor logsumexp(Tensor x, int... axis) {
    return x.logsumexp(axis);
  }

  /**
   * The logarithm of the sum of exponentials, without overflow; see {@link
   * MathOps#logsumexp(boolean, int...)}.
   */
  public static Tensor logsumexp(Tensor x, boolean keepdims, int... axis) {
    return x.logsumexp(keepdims, axis);
  }

  /**
   * The Fourier transform of real numbers along the last axis; see {@link
   * FourierOps#rfft(Integer)}.
   */
  public static List<Tensor> rfft(Tensor x, Integer fftLength) {
    return x.rfft(fftLength);
  }

  /** One over the square root: {@code 1 / sqrt(x)}; see {@link ElementwiseOps#rsqrt()}. */
  public static Tensor rsqrt(Tensor x) {
    return x.rsqrt();
  }

  /**
   * The greatest elements of rows with the same number; rows with a negative number are left out;
   * see {@link SegmentOps#segmentMax(Object, Integer, boolean)}.
   */
  public static Tensor segmentMax(
      Tensor x, Object segmentIds, Integer numSegments, boolean sorted) {
    return x.segmentMax(segmentIds, numSegments, sorted);
  }

  /**
   * The least elements of rows with the same number; rows with a negative number are left out; see
   * {@link SegmentOps#segmentMin(Object, Integer, boolean)}.
   */
  public static Tensor segmentMin(
      Tensor x, Object segmentIds, Integer numSegments, boolean sorted) {
    return x.segmentMin(segmentIds, numSegments, sorted);
  }

  /**
   * The products of rows with the same number; rows with a negative number are left out; see {@link
   * SegmentOps#segmentProd(Object, Integer, boolean)}.
   */
  public static Tensor segmentProd(
      Tensor x, Object segmentIds, Integer numSegments, boolean sorted) {
    return x.segmentProd(segmentIds, numSegments, sorted);
  }

  /**
   * The sums of rows with the same number; rows with a negative number are left out; see {@link
   * SegmentOps#segmentSum(Object, Integer, boolean)}.
   */
  public static Tensor segmentSum(
      Tensor x, Object segmentIds, Integer numSegments, boolean sorted) {
    return x.segmentSum(segmentIds, numSegments, sorted);
  }

  /**
   * The Fourier transform of short times: of sequences that overlap, each faded by a window; see
   * {@link FourierOps#stft(int, int, int, Object, boolean)}.
   */
  public static List<Tensor> stft(
      Tensor x,
      int sequenceLength,
      int sequenceStride,
      int fftLength,
      Object window,
      boolean center) {
    return x.stft(sequenceLength, sequenceStride, fftLength, window, center);
  }

  /** The k greatest elements along the last axis; see {@link MathOps#topK(int, boolean)}. */
  public static List<Tensor> topK(Tensor x, int k, boolean sorted) {
    return x.topK(k, sorted);
  }

  /**
   * Complex numbers from pairs: the last axis holds real and imaginary parts; see {@link
   * ComplexOps#viewAsComplex()}.
   */
  public static Tensor viewAsComplex(Tensor x) {
    return x.viewAsComplex();
  }

  /**
   * Pairs from complex numbers: a new last axis holds real and imaginary parts; see {@link
   * ComplexOps#viewAsReal()}.
   */
  public static Tensor viewAsReal(Tensor x) {
    return x.viewAsReal();
  }
}

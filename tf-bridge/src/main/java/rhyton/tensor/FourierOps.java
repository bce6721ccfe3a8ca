package rhyton.tensor;

import java.util.List;

/**
 * Fourier transforms. Complex numbers come in and go out as two tensors, real and imaginary parts.
 *
 * @see <a href="https://keras.io/api/ops/fft/">keras.ops.fft</a>
 */
public sealed interface FourierOps permits Tensor {

  /**
   * The Fourier transform along the last axis, where this tensor holds the real parts.
   *
   * @param imaginary the imaginary parts
   * @return real and imaginary parts
   */
  default List<Tensor> fft(Tensor imaginary) {
    return Fourier.FFT.many(OpCall.of(List.of(this, imaginary)));
  }

  /**
   * The Fourier transform along the last two axes, where this tensor holds the real parts.
   *
   * @param imaginary the imaginary parts
   * @return real and imaginary parts
   */
  default List<Tensor> fft2(Tensor imaginary) {
    return Fourier.FFT2.many(OpCall.of(List.of(this, imaginary)));
  }

  /**
   * The inverse of {@link #fft2}, where this tensor holds the real parts.
   *
   * @param imaginary the imaginary parts
   * @return real and imaginary parts
   */
  default List<Tensor> ifft2(Tensor imaginary) {
    return Fourier.IFFT2.many(OpCall.of(List.of(this, imaginary)));
  }

  /**
   * The Fourier transform of real numbers along the last axis.
   *
   * @param fftLength to which length the axis is cut, or filled up with zeros, first; null for its
   *     own
   * @return real and imaginary parts of the {@code length / 2 + 1} coefficients that are not
   *     conjugates of others
   */
  default List<Tensor> rfft(Integer fftLength) {
    return Fourier.RFFT.many(OpCall.of(this).with("fft_length", fftLength));
  }

  /**
   * The inverse of {@link #rfft}, where this tensor holds the real parts.
   *
   * @param imaginary the imaginary parts
   * @param fftLength the length of the result; null for twice the number of coefficients less 2
   * @return real numbers
   */
  default Tensor irfft(Tensor imaginary, Integer fftLength) {
    return Fourier.IRFFT.one(OpCall.of(List.of(this, imaginary)).with("fft_length", fftLength));
  }

  /**
   * Cuts the last axis into sequences, which may overlap; what is left at the end is dropped.
   *
   * @param sequenceLength how long they are
   * @param sequenceStride how far apart they begin
   * @return {@code (…, sequences, sequenceLength)}
   */
  default Tensor extractSequences(int sequenceLength, int sequenceStride) {
    return Fourier.EXTRACT_SEQUENCES.one(
        OpCall.of(this)
            .with("sequence_length", sequenceLength)
            .with("sequence_stride", sequenceStride));
  }

  /**
   * The Fourier transform of short times: of sequences that overlap, each faded by a window.
   *
   * @param sequenceLength how long they are
   * @param sequenceStride how far apart they begin
   * @param fftLength the length of the transform, at least that of a sequence
   * @param window "hann", "hamming", numbers, or null for none
   * @param center whether the ends are mirrored so that sequences stand around their times
   * @return real and imaginary parts, {@code (…, sequences, fftLength / 2 + 1)}
   */
  default List<Tensor> stft(
      int sequenceLength, int sequenceStride, int fftLength, Object window, boolean center) {
    return Fourier.STFT.many(
        OpCall.of(this)
            .with("sequence_length", sequenceLength)
            .with("sequence_stride", sequenceStride)
            .with("fft_length", fftLength)
            .with("window", window)
            .with("center", center));
  }

  /**
   * The inverse of {@link #stft}, where this tensor holds the real parts.
   *
   * @param imaginary the imaginary parts
   * @param sequenceLength how long the sequences are
   * @param sequenceStride how far apart they begin
   * @param fftLength the length of the transform
   * @param length the length of the result; null for what the sequences give
   * @param window "hann", "hamming", numbers, or null for none
   * @param center whether the ends were mirrored
   * @return the signal, along the last axis
   */
  default Tensor istft(
      Tensor imaginary,
      int sequenceLength,
      int sequenceStride,
      int fftLength,
      Integer length,
      Object window,
      boolean center) {
    return Fourier.ISTFT.one(
        OpCall.of(List.of(this, imaginary))
            .with("sequence_length", sequenceLength)
            .with("sequence_stride", sequenceStride)
            .with("fft_length", fftLength)
            .with("length", length)
            .with("window", window)
            .with("center", center));
  }
}

package rhyton.ops;

import java.util.List;
import rhyton.tensor.ActivationOps;
import rhyton.tensor.ConvOps;
import rhyton.tensor.DType;
import rhyton.tensor.LossOps;
import rhyton.tensor.NnOps;
import rhyton.tensor.NormOps;
import rhyton.tensor.PatchOps;
import rhyton.tensor.PoolOps;
import rhyton.tensor.SequenceOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.WindowOptions;

/**
 * The functions of {@code keras.ops.nn}: functions of neural networks. Each calls the method of
 * {@link Tensor} of the same name, where it is described in full.
 *
 * @see <a href="https://keras.io/api/ops/nn/">keras.ops</a>
 */
public final class Nn {
  private Nn() {}

  /**
   * The means of windows that are laid out so that the result has a given size; see {@link
   * PoolOps#adaptiveAveragePool(long[], String)}.
   */
  public static Tensor adaptiveAveragePool(Tensor x, long[] outputSize, String dataFormat) {
    return x.adaptiveAveragePool(outputSize, dataFormat);
  }

  /**
   * The greatest elements of windows that are laid out so that the result has a given size; see
   * {@link PoolOps#adaptiveMaxPool(long[], String)}.
   */
  public static Tensor adaptiveMaxPool(Tensor x, long[] outputSize, String dataFormat) {
    return x.adaptiveMaxPool(outputSize, dataFormat);
  }

  /**
   * {@code averagePool} side by side, with padding "valid"; see {@link
   * PoolOps#averagePool(long...)}.
   */
  public static Tensor averagePool(Tensor x, long... poolSize) {
    return x.averagePool(poolSize);
  }

  /**
   * The mean of the elements in each window; what lies outside of the input does not count; see
   * {@link PoolOps#averagePool(long[], WindowOptions)}.
   */
  public static Tensor averagePool(Tensor x, long[] poolSize, WindowOptions options) {
    return x.averagePool(poolSize, options);
  }

  /**
   * Normalizes each channel with a given mean and variance: {@code (x - mean) * scale /
   * sqrt(variance + epsilon) + offset}; see {@link NormOps#batchNormalization(Tensor, Tensor, int,
   * Tensor, Tensor, double)}.
   */
  public static Tensor batchNormalization(
      Tensor x,
      Tensor mean,
      Tensor variance,
      int axis,
      Tensor offset,
      Tensor scale,
      double epsilon) {
    return x.batchNormalization(mean, variance, axis, offset, scale, epsilon);
  }

  /**
   * Binary crossentropy: {@code -(t log(p) + (1 - t) log(1 - p))}; see {@link
   * LossOps#binaryCrossentropy(Tensor, boolean)}.
   */
  public static Tensor binaryCrossentropy(Tensor target, Tensor output, boolean fromLogits) {
    return target.binaryCrossentropy(output, fromLogits);
  }

  /**
   * Categorical crossentropy: {@code -sum(t log(p))}; this tensor holds a probability for each
   * class; see {@link LossOps#categoricalCrossentropy(Tensor, boolean, int)}.
   */
  public static Tensor categoricalCrossentropy(
      Tensor target, Tensor output, boolean fromLogits, int axis) {
    return target.categoricalCrossentropy(output, fromLogits, axis);
  }

  /** {@code celu} with alpha = 1; see {@link ActivationOps#celu()}. */
  public static Tensor celu(Tensor x) {
    return x.celu();
  }

  /**
   * Continuously differentiable exponential linear unit: {@code max(x, 0) + min(0, alpha * (exp(x /
   * alpha) - 1))}; see {@link ActivationOps#celu(double)}.
   */
  public static Tensor celu(Tensor x, double alpha) {
    return x.celu(alpha);
  }

  /** {@code conv} with strides 1 and padding "valid"; see {@link ConvOps#conv(Object)}. */
  public static Tensor conv(Tensor x, Object kernel) {
    return x.conv(kernel);
  }

  /** Convolution; see {@link ConvOps#conv(Object, WindowOptions)}. */
  public static Tensor conv(Tensor x, Object kernel, WindowOptions options) {
    return x.conv(kernel, options);
  }

  /**
   * Transposed convolution: what {@code conv} does, backwards, so strides make the result larger;
   * see {@link ConvOps#convTranspose(Object, WindowOptions)}.
   */
  public static Tensor convTranspose(Tensor x, Object kernel, WindowOptions options) {
    return x.convTranspose(kernel, options);
  }

  /**
   * Searches for the most probable sequences of classes; see {@link
   * SequenceOps#ctcBeamSearchDecode(Object, int, int, int)}.
   */
  public static List<Tensor> ctcBeamSearchDecode(
      Tensor x, Object sequenceLengths, int beamWidth, int topPaths, int maskIndex) {
    return x.ctcBeamSearchDecode(sequenceLengths, beamWidth, topPaths, maskIndex);
  }

  /**
   * Takes the most probable class of each step, drops repetitions and masks; see {@link
   * SequenceOps#ctcGreedyDecode(Object, boolean, int)}.
   */
  public static List<Tensor> ctcGreedyDecode(
      Tensor x, Object sequenceLengths, boolean mergeRepeated, int maskIndex) {
    return x.ctcGreedyDecode(sequenceLengths, mergeRepeated, maskIndex);
  }

  /**
   * The CTC loss, where this tensor holds the targets; see {@link SequenceOps#ctcLoss(Tensor,
   * Object, Object, int)}.
   */
  public static Tensor ctcLoss(
      Tensor target, Tensor output, Object targetLength, Object outputLength, int maskIndex) {
    return target.ctcLoss(output, targetLength, outputLength, maskIndex);
  }

  /**
   * Spreads channels over space: blocks of {@code blockSize²} channels become squares; see {@link
   * PatchOps#depthToSpace(int, String)}.
   */
  public static Tensor depthToSpace(Tensor x, int blockSize, String dataFormat) {
    return x.depthToSpace(blockSize, dataFormat);
  }

  /**
   * Convolution of each channel with filters of its own, for sequences and images; see {@link
   * ConvOps#depthwiseConv(Object, WindowOptions)}.
   */
  public static Tensor depthwiseConv(Tensor x, Object kernel, WindowOptions options) {
    return x.depthwiseConv(kernel, options);
  }

  /**
   * Attention: {@code softmax(query · keyᵀ · scale + bias) · value}, where this tensor is the
   * query; see {@link NnOps#dotProductAttention(Tensor, Tensor, Tensor, Tensor, Double, boolean)}.
   */
  public static Tensor dotProductAttention(
      Tensor query,
      Tensor key,
      Tensor value,
      Tensor bias,
      Tensor mask,
      Double scale,
      boolean isCausal) {
    return query.dotProductAttention(key, value, bias, mask, scale, isCausal);
  }

  /** {@code elu} with alpha = 1; see {@link ActivationOps#elu()}. */
  public static Tensor elu(Tensor x) {
    return x.elu();
  }

  /**
   * Exponential linear unit: {@code x} above 0, {@code alpha * (exp(x) - 1)} below; see {@link
   * ActivationOps#elu(double)}.
   */
  public static Tensor elu(Tensor x, double alpha) {
    return x.elu(alpha);
  }

  /**
   * Puts the columns of {@code unfold} back where they were cut out; what overlaps is added; see
   * {@link PatchOps#fold(long[], long[], int, int, int)}.
   */
  public static Tensor fold(
      Tensor x, long[] outputSize, long[] kernelSize, int dilation, int padding, int stride) {
    return x.fold(outputSize, kernelSize, dilation, padding, stride);
  }

  /** {@code gelu}, approximated; see {@link ActivationOps#gelu()}. */
  public static Tensor gelu(Tensor x) {
    return x.gelu();
  }

  /**
   * Gaussian error linear unit: {@code x * P(X <= x)} for a standard normal X; see {@link
   * ActivationOps#gelu(boolean)}.
   */
  public static Tensor gelu(Tensor x, boolean approximate) {
    return x.gelu(approximate);
  }

  /** {@code glu} along the last axis; see {@link ActivationOps#glu()}. */
  public static Tensor glu(Tensor x) {
    return x.glu();
  }

  /**
   * Gated linear unit: {@code a * sigmoid(b)}, where a and b are the two halves of x; see {@link
   * ActivationOps#glu(int)}.
   */
  public static Tensor glu(Tensor x, int axis) {
    return x.glu(axis);
  }

  /** {@code hardShrink} with a threshold of 0.5; see {@link ActivationOps#hardShrink()}. */
  public static Tensor hardShrink(Tensor x) {
    return x.hardShrink();
  }

  /**
   * Sets to 0 what is near it: {@code x} where {@code |x| > threshold}, 0 elsewhere; see {@link
   * ActivationOps#hardShrink(double)}.
   */
  public static Tensor hardShrink(Tensor x, double threshold) {
    return x.hardShrink(threshold);
  }

  /** Straight sigmoid: {@code relu6(x + 3) / 6}; see {@link ActivationOps#hardSigmoid()}. */
  public static Tensor hardSigmoid(Tensor x) {
    return x.hardSigmoid();
  }

  /** Straight swish: {@code x * hardSigmoid(x)}; see {@link ActivationOps#hardSilu()}. */
  public static Tensor hardSilu(Tensor x) {
    return x.hardSilu();
  }

  /**
   * Straight hyperbolic tangent: {@code min(max(x, -1), 1)}; see {@link ActivationOps#hardTanh()}.
   */
  public static Tensor hardTanh(Tensor x) {
    return x.hardTanh();
  }

  /**
   * Normalizes over axes with their own mean and variance: {@code (x - mean) * gamma /
   * sqrt(variance + epsilon) + beta}; see {@link NormOps#layerNormalization(Tensor, Tensor, Double,
   * int...)}.
   */
  public static Tensor layerNormalization(
      Tensor x, Tensor gamma, Tensor beta, Double epsilon, int... axis) {
    return x.layerNormalization(gamma, beta, epsilon, axis);
  }

  /**
   * Normalizes over axes, or only multiplies; see {@link NormOps#layerNormalization(Tensor, Tensor,
   * Double, boolean, int...)}.
   */
  public static Tensor layerNormalization(
      Tensor x, Tensor gamma, Tensor beta, Double epsilon, boolean rmsScaling, int... axis) {
    return x.layerNormalization(gamma, beta, epsilon, rmsScaling, axis);
  }

  /** {@code leakyRelu} with a slope of 0.2; see {@link ActivationOps#leakyRelu()}. */
  public static Tensor leakyRelu(Tensor x) {
    return x.leakyRelu();
  }

  /**
   * Rectifier that lets some of the negative through: {@code x} above 0, {@code negativeSlope * x}
   * below; see {@link ActivationOps#leakyRelu(double)}.
   */
  public static Tensor leakyRelu(Tensor x, double negativeSlope) {
    return x.leakyRelu(negativeSlope);
  }

  /**
   * The logarithm of the sigmoid: {@code -log(1 + exp(-x))}; see {@link
   * ActivationOps#logSigmoid()}.
   */
  public static Tensor logSigmoid(Tensor x) {
    return x.logSigmoid();
  }

  /** The logarithm of {@code softmax}; see {@link ActivationOps#logSoftmax(int...)}. */
  public static Tensor logSoftmax(Tensor x, int... axis) {
    return x.logSoftmax(axis);
  }

  /** {@code maxPool} side by side, with padding "valid"; see {@link PoolOps#maxPool(long...)}. */
  public static Tensor maxPool(Tensor x, long... poolSize) {
    return x.maxPool(poolSize);
  }

  /** The greatest element in each window; see {@link PoolOps#maxPool(long[], WindowOptions)}. */
  public static Tensor maxPool(Tensor x, long[] poolSize, WindowOptions options) {
    return x.maxPool(poolSize, options);
  }

  /** Mean and variance over axes; see {@link NormOps#moments(boolean, int...)}. */
  public static List<Tensor> moments(Tensor x, boolean keepdims, int... axes) {
    return x.moments(keepdims, axes);
  }

  /**
   * Vectors of zeros with ones where the numbers of a sample say; see {@link NnOps#multiHot(int,
   * DType)}.
   */
  public static Tensor multiHot(Tensor x, int numClasses, DType dtype) {
    return x.multiHot(numClasses, dtype);
  }

  /**
   * Divides by the norm, so that it becomes 1; see {@link NormOps#normalize(int, Double, int...)}.
   */
  public static Tensor normalize(Tensor x, int order, Double epsilon, int... axis) {
    return x.normalize(order, epsilon, axis);
  }

  /** Vectors of zeros with a one where the number says; see {@link NnOps#oneHot(int, DType)}. */
  public static Tensor oneHot(Tensor x, int numClasses, DType dtype) {
    return x.oneHot(numClasses, dtype);
  }

  /** Complex numbers of given lengths (this tensor) and angles; see {@link NnOps#polar(Tensor)}. */
  public static Tensor polar(Tensor abs, Tensor angle) {
    return abs.polar(angle);
  }

  /**
   * Peak signal-to-noise ratio in decibels: {@code 20 log10(maxVal) - 10 log10(mean((x1 - x2)²))};
   * see {@link NnOps#psnr(Tensor, double)}.
   */
  public static Tensor psnr(Tensor x1, Tensor x2, double maxVal) {
    return x1.psnr(x2, maxVal);
  }

  /** Rectified linear unit: {@code max(x, 0)}; see {@link ActivationOps#relu()}. */
  public static Tensor relu(Tensor x) {
    return x.relu();
  }

  /**
   * Rectified linear unit with an upper limit: {@code min(max(x, 0), 6)}; see {@link
   * ActivationOps#relu6()}.
   */
  public static Tensor relu6(Tensor x) {
    return x.relu6();
  }

  /**
   * Divides by the root of the mean square: {@code x * scale / sqrt(mean(x²) + epsilon)}; see
   * {@link NormOps#rmsNormalization(Tensor, Double, int...)}.
   */
  public static Tensor rmsNormalization(Tensor x, Tensor scale, Double epsilon, int... axis) {
    return x.rmsNormalization(scale, epsilon, axis);
  }

  /**
   * Scaled exponential linear unit: {@code elu} with alpha = 1.67326324, times 1.05070098; see
   * {@link ActivationOps#selu()}.
   */
  public static Tensor selu(Tensor x) {
    return x.selu();
  }

  /**
   * {@code depthwiseConv} followed by a convolution with a kernel of size 1, which mixes the
   * channels; see {@link ConvOps#separableConv(Object, Object, WindowOptions)}.
   */
  public static Tensor separableConv(
      Tensor x, Object depthwiseKernel, Object pointwiseKernel, WindowOptions options) {
    return x.separableConv(depthwiseKernel, pointwiseKernel, options);
  }

  /** Logistic function: {@code 1 / (1 + exp(-x))}; see {@link ActivationOps#sigmoid()}. */
  public static Tensor sigmoid(Tensor x) {
    return x.sigmoid();
  }

  /** Swish: {@code x * sigmoid(x)}; see {@link ActivationOps#silu()}. */
  public static Tensor silu(Tensor x) {
    return x.silu();
  }

  /** Shrinks towards 0 by 0.5, as {@code softShrink}; see {@link ActivationOps#softShrink()}. */
  public static Tensor softShrink(Tensor x) {
    return x.softShrink();
  }

  /**
   * Shrinks towards 0: {@code x - threshold} above the threshold, {@code x + threshold} below its
   * negative, 0 between; see {@link ActivationOps#softShrink(double)}.
   */
  public static Tensor softShrink(Tensor x, double threshold) {
    return x.softShrink(threshold);
  }

  /** {@code softmax} along the last axis; see {@link ActivationOps#softmax()}. */
  public static Tensor softmax(Tensor x) {
    return x.softmax();
  }

  /** Softmax: {@code exp(x) / sum(exp(x))}; see {@link ActivationOps#softmax(int...)}. */
  public static Tensor softmax(Tensor x, int... axis) {
    return x.softmax(axis);
  }

  /** Smooth rectifier: {@code log(exp(x) + 1)}; see {@link ActivationOps#softplus()}. */
  public static Tensor softplus(Tensor x) {
    return x.softplus();
  }

  /** {@code x / (|x| + 1)}; see {@link ActivationOps#softsign()}. */
  public static Tensor softsign(Tensor x) {
    return x.softsign();
  }

  /**
   * Packs space into channels: squares become blocks of {@code blockSize²} channels; see {@link
   * PatchOps#spaceToDepth(int, String)}.
   */
  public static Tensor spaceToDepth(Tensor x, int blockSize, String dataFormat) {
    return x.spaceToDepth(blockSize, dataFormat);
  }

  /**
   * Categorical crossentropy where this tensor holds the number of the class; see {@link
   * LossOps#sparseCategoricalCrossentropy(Tensor, boolean)}.
   */
  public static Tensor sparseCategoricalCrossentropy(
      Tensor target, Tensor output, boolean fromLogits) {
    return target.sparseCategoricalCrossentropy(output, fromLogits);
  }

  /**
   * Categorical crossentropy where this tensor holds the number of the class; see {@link
   * LossOps#sparseCategoricalCrossentropy(Tensor, boolean, int)}.
   */
  public static Tensor sparseCategoricalCrossentropy(
      Tensor target, Tensor output, boolean fromLogits, int axis) {
    return target.sparseCategoricalCrossentropy(output, fromLogits, axis);
  }

  /**
   * Rectifier with a parabola around 0: 0 up to -1, x from 1 on, {@code (x + 1)² / 4} between; see
   * {@link ActivationOps#sparsePlus()}.
   */
  public static Tensor sparsePlus(Tensor x) {
    return x.sparsePlus();
  }

  /**
   * Straight sigmoid: 0 up to -1, 1 from 1 on, {@code (x + 1) / 2} between; see {@link
   * ActivationOps#sparseSigmoid()}.
   */
  public static Tensor sparseSigmoid(Tensor x) {
    return x.sparseSigmoid();
  }

  /** {@code sparsemax} along the last axis; see {@link ActivationOps#sparsemax()}. */
  public static Tensor sparsemax(Tensor x) {
    return x.sparsemax();
  }

  /**
   * Sparsemax: like softmax, but small elements become exactly 0; see {@link
   * ActivationOps#sparsemax(int)}.
   */
  public static Tensor sparsemax(Tensor x, int axis) {
    return x.sparsemax(axis);
  }

  /** {@code squareplus} with b = 4; see {@link ActivationOps#squareplus()}. */
  public static Tensor squareplus(Tensor x) {
    return x.squareplus();
  }

  /**
   * Smooth rectifier without exponential: {@code (x + sqrt(x² + b)) / 2}; see {@link
   * ActivationOps#squareplus(double)}.
   */
  public static Tensor squareplus(Tensor x, double b) {
    return x.squareplus(b);
  }

  /** {@code x - tanh(x)}; see {@link ActivationOps#tanhShrink()}. */
  public static Tensor tanhShrink(Tensor x) {
    return x.tanhShrink();
  }

  /**
   * Replaces what is not above a threshold: {@code x} where {@code x > threshold}; see {@link
   * ActivationOps#threshold(double, double)}.
   */
  public static Tensor threshold(Tensor x, double threshold, double defaultValue) {
    return x.threshold(threshold, defaultValue);
  }

  /**
   * Cuts out windows: each becomes a column; see {@link PatchOps#unfold(long[], int, int, int)}.
   */
  public static Tensor unfold(Tensor x, long[] kernelSize, int dilation, int padding, int stride) {
    return x.unfold(kernelSize, dilation, padding, stride);
  }
}

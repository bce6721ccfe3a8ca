package rhyton.activations;

import rhyton.tensor.Tensor;

/**
 * The functions of {@code keras.activations}. They work element by element, on tensors of any
 * shape, unless they have an axis.
 *
 * <pre>{@code
 * Tensor y = Activations.leakyRelu(x, 0.1);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/activations/">keras.activations</a>
 */
public final class Activations {
  private Activations() {}

  /**
   * Continuous exponential linear unit: {@code max(x, 0) + min(0, alpha * (exp(x / alpha) - 1))}.
   */
  public static Tensor celu(Tensor x) {
    return celu(x, 1);
  }

  /**
   * Continuous exponential linear unit: {@code max(x, 0) + min(0, alpha * (exp(x / alpha) - 1))}.
   *
   * @param x the input
   * @param alpha what very negative elements approach, negated; 1 if left out
   * @return the output
   */
  public static Tensor celu(Tensor x, double alpha) {
    return x.celu(alpha);
  }

  /** Exponential linear unit: {@code x} where it is positive, else {@code alpha * (exp(x) - 1)}. */
  public static Tensor elu(Tensor x) {
    return elu(x, 1);
  }

  /**
   * Exponential linear unit: {@code x} where it is positive, else {@code alpha * (exp(x) - 1)}.
   *
   * @param x the input
   * @param alpha what very negative elements approach, negated; 1 if left out
   * @return the output
   */
  public static Tensor elu(Tensor x, double alpha) {
    return x.elu(alpha);
  }

  /** {@code exp(x)}. */
  public static Tensor exponential(Tensor x) {
    return x.exp();
  }

  /** Gaussian error linear unit: {@code x * P(X <= x)} for a normal X. */
  public static Tensor gelu(Tensor x) {
    return gelu(x, false);
  }

  /**
   * Gaussian error linear unit: {@code x * P(X <= x)} for a normal X.
   *
   * @param x the input
   * @param approximate whether to compute it with tanh in place of erf; false if left out
   * @return the output
   */
  public static Tensor gelu(Tensor x, boolean approximate) {
    return x.gelu(approximate);
  }

  /** Gated linear unit: one half of the elements times the sigmoid of the other half. */
  public static Tensor glu(Tensor x) {
    return glu(x, -1);
  }

  /**
   * Gated linear unit: one half of the elements times the sigmoid of the other half.
   *
   * @param x the input
   * @param axis the axis that is halved; the last if left out
   * @return the output
   */
  public static Tensor glu(Tensor x, int axis) {
    return x.glu(axis);
  }

  /** {@code x} where its size is above the threshold, else 0. */
  public static Tensor hardShrink(Tensor x) {
    return hardShrink(x, 0.5);
  }

  /**
   * {@code x} where its size is above the threshold, else 0.
   *
   * @param x the input
   * @param threshold the threshold; 0.5 if left out
   * @return the output
   */
  public static Tensor hardShrink(Tensor x, double threshold) {
    return x.hardShrink(threshold);
  }

  /** A sigmoid of straight lines: {@code relu6(x + 3) / 6}. */
  public static Tensor hardSigmoid(Tensor x) {
    return x.hardSigmoid();
  }

  /** {@code x * hardSigmoid(x)}, also called hard swish. */
  public static Tensor hardSilu(Tensor x) {
    return x.hardSilu();
  }

  /** {@code x} kept between -1 and 1. */
  public static Tensor hardTanh(Tensor x) {
    return x.hardTanh();
  }

  /** {@code x} where it is positive, else {@code negativeSlope * x}. */
  public static Tensor leakyRelu(Tensor x) {
    return leakyRelu(x, 0.2);
  }

  /**
   * {@code x} where it is positive, else {@code negativeSlope * x}.
   *
   * @param x the input
   * @param negativeSlope the slope for negative elements; 0.2 if left out
   * @return the output
   */
  public static Tensor leakyRelu(Tensor x, double negativeSlope) {
    return x.leakyRelu(negativeSlope);
  }

  /** The input itself. */
  public static Tensor linear(Tensor x) {
    return x;
  }

  /** The logarithm of the sigmoid: {@code -softplus(-x)}. */
  public static Tensor logSigmoid(Tensor x) {
    return x.logSigmoid();
  }

  /** The logarithm of the softmax along the last axis. */
  public static Tensor logSoftmax(Tensor x) {
    return logSoftmax(x, -1);
  }

  /**
   * The logarithm of the softmax.
   *
   * @param x the input
   * @param axis the axis, or several axes that are taken together
   * @return the output
   */
  public static Tensor logSoftmax(Tensor x, int... axis) {
    return x.logSoftmax(axis);
  }

  /** {@code x * tanh(softplus(x))}. */
  public static Tensor mish(Tensor x) {
    return x.multiply(x.softplus().tanh());
  }

  /** Rectified linear unit: {@code max(x, 0)}. */
  public static Tensor relu(Tensor x) {
    return x.relu();
  }

  /**
   * Rectified linear unit with all options: {@code maxValue} where x is above it, x down to the
   * threshold, below that {@code negativeSlope * (x - threshold)}.
   *
   * @param x the input
   * @param negativeSlope the slope below the threshold
   * @param maxValue the largest output, or null for no limit
   * @param threshold where x begins to count
   * @return the output
   */
  public static Tensor relu(Tensor x, double negativeSlope, Double maxValue, double threshold) {
    if (negativeSlope != 0 && maxValue == null && threshold == 0) {
      return x.leakyRelu(negativeSlope);
    }
    Tensor y = threshold == 0 ? x.relu() : x.greater(threshold).where(x, 0);
    if (maxValue != null) {
      y = y.clip(0, maxValue);
    }
    if (negativeSlope == 0) {
      return y;
    }
    return y.subtract(x.negative().add(threshold).relu().multiply(negativeSlope));
  }

  /** Rectified linear unit that ends at 6: {@code min(max(x, 0), 6)}. */
  public static Tensor relu6(Tensor x) {
    return x.relu6();
  }

  /** Scaled exponential linear unit: {@code 1.0507 * elu(x, 1.6733)}. */
  public static Tensor selu(Tensor x) {
    return x.selu();
  }

  /**
   * Logistic function: {@code 1 / (1 + exp(-x))}. Cross-entropies of the output are computed from
   * the input, which is exact where the output is close to 0 or 1.
   *
   * @param x the input
   * @return the output
   */
  public static Tensor sigmoid(Tensor x) {
    return from(x, x.sigmoid());
  }

  /** Sigmoid linear unit, also called swish: {@code x * sigmoid(x)}. */
  public static Tensor silu(Tensor x) {
    return x.silu();
  }

  /**
   * Softmax along the last axis. Cross-entropies of the output are computed from the input, which
   * is exact where the output is close to 0.
   *
   * @param x the input
   * @return the output
   */
  public static Tensor softmax(Tensor x) {
    return softmax(x, -1);
  }

  /**
   * Softmax: {@code exp(x) / sum(exp(x))}.
   *
   * @param x the input
   * @param axis the axis, or several axes that are taken together
   * @return the output
   */
  public static Tensor softmax(Tensor x, int... axis) {
    return from(x, x.softmax(axis));
  }

  /** Smooth rectifier: {@code log(1 + exp(x))}. */
  public static Tensor softplus(Tensor x) {
    return x.softplus();
  }

  /** {@code x} moved towards 0 by the threshold, and 0 where it would pass it. */
  public static Tensor softShrink(Tensor x) {
    return softShrink(x, 0.5);
  }

  /**
   * {@code x} moved towards 0 by the threshold, and 0 where it would pass it.
   *
   * @param x the input
   * @param threshold the threshold; 0.5 if left out
   * @return the output
   */
  public static Tensor softShrink(Tensor x, double threshold) {
    return x.softShrink(threshold);
  }

  /** {@code x / (1 + |x|)}. */
  public static Tensor softsign(Tensor x) {
    return x.softsign();
  }

  /**
   * {@code max(x - t, 0)}, where Keras's threshold t depends on the largest elements along an axis.
   */
  public static Tensor sparsemax(Tensor x) {
    return sparsemax(x, -1);
  }

  /**
   * {@code max(x - t, 0)}, where Keras's threshold t depends on the largest elements along an axis.
   *
   * @param x the input
   * @param axis the axis; the last if left out
   * @return the output
   */
  public static Tensor sparsemax(Tensor x, int axis) {
    return x.sparsemax(axis);
  }

  /** 0 up to -1, {@code (x + 1)² / 4} up to 1, then {@code x}. */
  public static Tensor sparsePlus(Tensor x) {
    return x.sparsePlus();
  }

  /** 0 up to -1, {@code (x + 1) / 2} up to 1, then 1. */
  public static Tensor sparseSigmoid(Tensor x) {
    return x.sparseSigmoid();
  }

  /** {@code (x + sqrt(x² + b)) / 2}. */
  public static Tensor squareplus(Tensor x) {
    return squareplus(x, 4);
  }

  /**
   * {@code (x + sqrt(x² + b)) / 2}.
   *
   * @param x the input
   * @param b how round the corner is; 4 if left out
   * @return the output
   */
  public static Tensor squareplus(Tensor x, double b) {
    return x.squareplus(b);
  }

  /** Hyperbolic tangent. */
  public static Tensor tanh(Tensor x) {
    return x.tanh();
  }

  /** {@code x - tanh(x)}. */
  public static Tensor tanhShrink(Tensor x) {
    return x.tanhShrink();
  }

  /**
   * {@code x} where it is above the threshold, else another value.
   *
   * @param x the input
   * @param threshold the threshold
   * @param defaultValue the other value
   * @return the output
   */
  public static Tensor threshold(Tensor x, double threshold, double defaultValue) {
    return x.threshold(threshold, defaultValue);
  }

  /** Remembers what probabilities were computed from. */
  private static Tensor from(Tensor logits, Tensor probabilities) {
    probabilities.setLogits(logits);
    return probabilities;
  }
}

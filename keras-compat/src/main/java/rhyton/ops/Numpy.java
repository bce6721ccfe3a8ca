package rhyton.ops;

import java.util.List;
import rhyton.tensor.ArithmeticOps;
import rhyton.tensor.ComplexOps;
import rhyton.tensor.CreationOps;
import rhyton.tensor.DType;
import rhyton.tensor.DecompositionOps;
import rhyton.tensor.DiagonalOps;
import rhyton.tensor.ElementwiseOps;
import rhyton.tensor.IndexingOps;
import rhyton.tensor.LinalgOps;
import rhyton.tensor.ReductionOps;
import rhyton.tensor.Shape;
import rhyton.tensor.ShapeOps;
import rhyton.tensor.Tensor;
import rhyton.tensor.TranscendentalOps;

/**
 * The functions of {@code keras.ops.numpy}: arithmetic, shapes, reductions and other functions of
 * NumPy. Each calls the method of {@link Tensor} of the same name, where it is described in full.
 *
 * @see <a href="https://keras.io/api/ops/numpy/">keras.ops</a>
 */
public final class Numpy {
  private Numpy() {}

  /** The absolute value {@code |x|}; see {@link ElementwiseOps#absolute()}. */
  public static Tensor absolute(Tensor x) {
    return x.absolute();
  }

  /** Adds element by element: {@code x1 + x2}; see {@link ArithmeticOps#add(Object)}. */
  public static Tensor add(Tensor x1, Object x2) {
    return x1.add(x2);
  }

  /** Whether all elements are true over axes; see {@link ReductionOps#all()}. */
  public static Tensor all(Tensor x) {
    return x.all();
  }

  /** Whether all elements are true over axes; see {@link ReductionOps#all(int...)}. */
  public static Tensor all(Tensor x, int... axis) {
    return x.all(axis);
  }

  /** Whether all elements are true over axes; see {@link ReductionOps#all(boolean, int...)}. */
  public static Tensor all(Tensor x, boolean keepdims, int... axis) {
    return x.all(keepdims, axis);
  }

  /** The angle of complex numbers, in radians; see {@link ComplexOps#angle()}. */
  public static Tensor angle(Tensor x) {
    return x.angle();
  }

  /** Whether an element is true over axes; see {@link ReductionOps#any()}. */
  public static Tensor any(Tensor x) {
    return x.any();
  }

  /** Whether an element is true over axes; see {@link ReductionOps#any(int...)}. */
  public static Tensor any(Tensor x, int... axis) {
    return x.any(axis);
  }

  /** Whether an element is true over axes; see {@link ReductionOps#any(boolean, int...)}. */
  public static Tensor any(Tensor x, boolean keepdims, int... axis) {
    return x.any(keepdims, axis);
  }

  /**
   * Numbers in a row: {@code start, start + step, …}, up to but without {@code stop}; see {@link
   * CreationOps#arange(Object, Object, Object, DType)}.
   */
  public static Tensor arange(Object start, Object stop, Object step, DType dtype) {
    return CreationOps.arange(start, stop, step, dtype);
  }

  /** The angle with this cosine; see {@link TranscendentalOps#arccos()}. */
  public static Tensor arccos(Tensor x) {
    return x.arccos();
  }

  /** The inverse of the hyperbolic cosine; see {@link TranscendentalOps#arccosh()}. */
  public static Tensor arccosh(Tensor x) {
    return x.arccosh();
  }

  /** The angle with this sine; see {@link TranscendentalOps#arcsin()}. */
  public static Tensor arcsin(Tensor x) {
    return x.arcsin();
  }

  /** The inverse of the hyperbolic sine; see {@link TranscendentalOps#arcsinh()}. */
  public static Tensor arcsinh(Tensor x) {
    return x.arcsinh();
  }

  /** The angle with this tangent; see {@link TranscendentalOps#arctan()}. */
  public static Tensor arctan(Tensor x) {
    return x.arctan();
  }

  /**
   * The angle of points, of which this tensor holds the second coordinates, y; see {@link
   * TranscendentalOps#arctan2(Object)}.
   */
  public static Tensor arctan2(Tensor x1, Object x2) {
    return x1.arctan2(x2);
  }

  /** The inverse of the hyperbolic tangent; see {@link TranscendentalOps#arctanh()}. */
  public static Tensor arctanh(Tensor x) {
    return x.arctanh();
  }

  /**
   * Where the largest element is along an axis; the first of equal ones; see {@link
   * ReductionOps#argmax(int)}.
   */
  public static Tensor argmax(Tensor x, int axis) {
    return x.argmax(axis);
  }

  /**
   * Where the smallest element is along an axis; the first of equal ones; see {@link
   * ReductionOps#argmin(int)}.
   */
  public static Tensor argmin(Tensor x, int axis) {
    return x.argmin(axis);
  }

  /**
   * The indices that sort an axis in rising order; equal elements keep theirs; see {@link
   * IndexingOps#argsort(Integer)}.
   */
  public static Tensor argsort(Tensor x, Integer axis) {
    return x.argsort(axis);
  }

  /** Repeats axes of length 1 until the shape is met; see {@link ShapeOps#broadcastTo(long...)}. */
  public static Tensor broadcastTo(Tensor x, long... shape) {
    return x.broadcastTo(shape);
  }

  /** Rounds up; see {@link ElementwiseOps#ceil()}. */
  public static Tensor ceil(Tensor x) {
    return x.ceil();
  }

  /**
   * Limits the elements: {@code min(max(x, xMin), xMax)}; see {@link ElementwiseOps#clip(Object,
   * Object)}.
   */
  public static Tensor clip(Tensor x, Object xMin, Object xMax) {
    return x.clip(xMin, xMax);
  }

  /** Joins tensors along an axis that they have; see {@link ShapeOps#concatenate(List, int)}. */
  public static Tensor concatenate(List<Tensor> tensors, int axis) {
    return ShapeOps.concatenate(tensors, axis);
  }

  /** The complex conjugate, under its short name; see {@link ComplexOps#conj()}. */
  public static Tensor conj(Tensor x) {
    return x.conj();
  }

  /** The complex conjugate; see {@link ComplexOps#conjugate()}. */
  public static Tensor conjugate(Tensor x) {
    return x.conjugate();
  }

  /** The cosine of an angle in radians; see {@link ElementwiseOps#cos()}. */
  public static Tensor cos(Tensor x) {
    return x.cos();
  }

  /** The hyperbolic cosine; see {@link TranscendentalOps#cosh()}. */
  public static Tensor cosh(Tensor x) {
    return x.cosh();
  }

  /** Running products along an axis; see {@link ReductionOps#cumprod(int)}. */
  public static Tensor cumprod(Tensor x, int axis) {
    return x.cumprod(axis);
  }

  /** The running sum along an axis; see {@link ReductionOps#cumsum(int)}. */
  public static Tensor cumsum(Tensor x, int axis) {
    return x.cumsum(axis);
  }

  /**
   * A square matrix with this vector as its diagonal; of a matrix, its diagonal; see {@link
   * DiagonalOps#diag(int)}.
   */
  public static Tensor diag(Tensor x, int k) {
    return x.diag(k);
  }

  /**
   * A square matrix with all elements of this tensor, row by row, as its diagonal; see {@link
   * DiagonalOps#diagflat(int)}.
   */
  public static Tensor diagflat(Tensor x, int k) {
    return x.diagflat(k);
  }

  /** The diagonals of matrices; see {@link DiagonalOps#diagonal(int, int, int)}. */
  public static Tensor diagonal(Tensor x, int offset, int axis1, int axis2) {
    return x.diagonal(offset, axis1, axis2);
  }

  /**
   * Divides element by element: {@code x1 / x2}; whole numbers give float32; see {@link
   * ArithmeticOps#divide(Object)}.
   */
  public static Tensor divide(Tensor x1, Object x2) {
    return x1.divide(x2);
  }

  /**
   * Divides, and gives 0 where the divisor is 0; whole numbers give float32; see {@link
   * ArithmeticOps#divideNoNan(Object)}.
   */
  public static Tensor divideNoNan(Tensor x1, Object x2) {
    return x1.divideNoNan(x2);
  }

  /**
   * Products of tensors summed over some axes, in Einstein's notation: {@code einsum("ij,jk->ik",
   * a, b)} is a product of matrices; see {@link LinalgOps#einsum(String, Tensor...)}.
   */
  public static Tensor einsum(String subscripts, Tensor... operands) {
    return LinalgOps.einsum(subscripts, operands);
  }

  /** Whether elements are equal; see {@link ArithmeticOps#equal(Object)}. */
  public static Tensor equal(Tensor x1, Object x2) {
    return x1.equal(x2);
  }

  /** The exponential {@code e ** x}; see {@link ElementwiseOps#exp()}. */
  public static Tensor exp(Tensor x) {
    return x.exp();
  }

  /** Inserts an axis of length 1; see {@link ShapeOps#expandDims(int)}. */
  public static Tensor expandDims(Tensor x, int axis) {
    return x.expandDims(axis);
  }

  /** {@code e ** x - 1}, exact for small x; see {@link ElementwiseOps#expm1()}. */
  public static Tensor expm1(Tensor x) {
    return x.expm1();
  }

  /** Reverses the order of elements; see {@link ShapeOps#flip(int...)}. */
  public static Tensor flip(Tensor x, int... axis) {
    return x.flip(axis);
  }

  /** Rounds down; see {@link ElementwiseOps#floor()}. */
  public static Tensor floor(Tensor x) {
    return x.floor();
  }

  /**
   * Divides and rounds down: {@code floor(x1 / x2)}; see {@link ArithmeticOps#floorDivide(Object)}.
   */
  public static Tensor floorDivide(Tensor x1, Object x2) {
    return x1.floorDivide(x2);
  }

  /** One number everywhere; see {@link CreationOps#full(Shape, Object, DType)}. */
  public static Tensor full(Shape shape, Object fillValue, DType dtype) {
    return CreationOps.full(shape, fillValue, dtype);
  }

  /**
   * One number everywhere, in the shape and type of this tensor; see {@link
   * CreationOps#fullLike(Object)}.
   */
  public static Tensor fullLike(Tensor x, Object fillValue) {
    return x.fullLike(fillValue);
  }

  /** Picks with a key as Python's brackets take it; see {@link ShapeOps#getItem(Object...)}. */
  public static Tensor getItem(Tensor x, Object... key) {
    return x.getItem(key);
  }

  /** Whether {@code x1 > x2}; see {@link ArithmeticOps#greater(Object)}. */
  public static Tensor greater(Tensor x1, Object x2) {
    return x1.greater(x2);
  }

  /** Whether {@code x1 >= x2}; see {@link ArithmeticOps#greaterEqual(Object)}. */
  public static Tensor greaterEqual(Tensor x1, Object x2) {
    return x1.greaterEqual(x2);
  }

  /**
   * The modified Bessel function of the first kind, of order 0; see {@link TranscendentalOps#i0()}.
   */
  public static Tensor i0(Tensor x) {
    return x.i0();
  }

  /** The imaginary part; see {@link ComplexOps#imag()}. */
  public static Tensor imag(Tensor x) {
    return x.imag();
  }

  /**
   * Whether the element is neither infinite nor not a number; see {@link
   * ElementwiseOps#isfinite()}.
   */
  public static Tensor isfinite(Tensor x) {
    return x.isfinite();
  }

  /** Whether the element is infinite; see {@link ElementwiseOps#isinf()}. */
  public static Tensor isinf(Tensor x) {
    return x.isinf();
  }

  /** Whether the element is not a number; see {@link ElementwiseOps#isnan()}. */
  public static Tensor isnan(Tensor x) {
    return x.isnan();
  }

  /** Whether {@code x1 < x2}; see {@link ArithmeticOps#less(Object)}. */
  public static Tensor less(Tensor x1, Object x2) {
    return x1.less(x2);
  }

  /** Whether {@code x1 <= x2}; see {@link ArithmeticOps#lessEqual(Object)}. */
  public static Tensor lessEqual(Tensor x1, Object x2) {
    return x1.lessEqual(x2);
  }

  /** The natural logarithm; see {@link ElementwiseOps#log()}. */
  public static Tensor log(Tensor x) {
    return x.log();
  }

  /** {@code log(1 + x)}, exact for small x; see {@link ElementwiseOps#log1p()}. */
  public static Tensor log1p(Tensor x) {
    return x.log1p();
  }

  /**
   * Whether both are true; numbers count as true if they are not 0; see {@link
   * ArithmeticOps#logicalAnd(Object)}.
   */
  public static Tensor logicalAnd(Tensor x1, Object x2) {
    return x1.logicalAnd(x2);
  }

  /** Whether the element is false, or 0; see {@link ElementwiseOps#logicalNot()}. */
  public static Tensor logicalNot(Tensor x) {
    return x.logicalNot();
  }

  /**
   * Whether one of both is true; numbers count as true if they are not 0; see {@link
   * ArithmeticOps#logicalOr(Object)}.
   */
  public static Tensor logicalOr(Tensor x1, Object x2) {
    return x1.logicalOr(x2);
  }

  /**
   * The product of matrices: {@code x1 · x2}; further axes in front are batches and broadcast, a
   * vector counts as a row on the left and as a column on the right; see {@link
   * LinalgOps#matmul(Object)}.
   */
  public static Tensor matmul(Tensor x1, Object x2) {
    return x1.matmul(x2);
  }

  /** The largest element over axes; see {@link ReductionOps#max()}. */
  public static Tensor max(Tensor x) {
    return x.max();
  }

  /** The largest element over axes; see {@link ReductionOps#max(int...)}. */
  public static Tensor max(Tensor x, int... axis) {
    return x.max(axis);
  }

  /** The largest element over axes; see {@link ReductionOps#max(boolean, int...)}. */
  public static Tensor max(Tensor x, boolean keepdims, int... axis) {
    return x.max(keepdims, axis);
  }

  /** The larger of two elements; see {@link ArithmeticOps#maximum(Object)}. */
  public static Tensor maximum(Tensor x1, Object x2) {
    return x1.maximum(x2);
  }

  /** The mean over axes; whole numbers give float32; see {@link ReductionOps#mean()}. */
  public static Tensor mean(Tensor x) {
    return x.mean();
  }

  /** The mean over axes; whole numbers give float32; see {@link ReductionOps#mean(int...)}. */
  public static Tensor mean(Tensor x, int... axis) {
    return x.mean(axis);
  }

  /**
   * The mean over axes; whole numbers give float32; see {@link ReductionOps#mean(boolean, int...)}.
   */
  public static Tensor mean(Tensor x, boolean keepdims, int... axis) {
    return x.mean(keepdims, axis);
  }

  /** The smallest element over axes; see {@link ReductionOps#min()}. */
  public static Tensor min(Tensor x) {
    return x.min();
  }

  /** The smallest element over axes; see {@link ReductionOps#min(int...)}. */
  public static Tensor min(Tensor x, int... axis) {
    return x.min(axis);
  }

  /** The smallest element over axes; see {@link ReductionOps#min(boolean, int...)}. */
  public static Tensor min(Tensor x, boolean keepdims, int... axis) {
    return x.min(keepdims, axis);
  }

  /** The smaller of two elements; see {@link ArithmeticOps#minimum(Object)}. */
  public static Tensor minimum(Tensor x1, Object x2) {
    return x1.minimum(x2);
  }

  /**
   * The remainder with the sign of the divisor: {@code x1 - floor(x1 / x2) * x2}; see {@link
   * ArithmeticOps#mod(Object)}.
   */
  public static Tensor mod(Tensor x1, Object x2) {
    return x1.mod(x2);
  }

  /**
   * Moves axes to other places; the others keep their order; see {@link IndexingOps#moveaxis(int[],
   * int[])}.
   */
  public static Tensor moveaxis(Tensor x, int[] source, int[] destination) {
    return x.moveaxis(source, destination);
  }

  /**
   * Moves one axis to another place; the others keep their order; see {@link
   * IndexingOps#moveaxis(int, int)}.
   */
  public static Tensor moveaxis(Tensor x, int source, int destination) {
    return x.moveaxis(source, destination);
  }

  /** Multiplies element by element: {@code x1 * x2}; see {@link ArithmeticOps#multiply(Object)}. */
  public static Tensor multiply(Tensor x1, Object x2) {
    return x1.multiply(x2);
  }

  /** The negative: {@code -x}; see {@link ElementwiseOps#negative()}. */
  public static Tensor negative(Tensor x) {
    return x.negative();
  }

  /** Whether elements differ; see {@link ArithmeticOps#notEqual(Object)}. */
  public static Tensor notEqual(Tensor x1, Object x2) {
    return x1.notEqual(x2);
  }

  /** Ones; see {@link CreationOps#ones(Shape, DType)}. */
  public static Tensor ones(Shape shape, DType dtype) {
    return CreationOps.ones(shape, dtype);
  }

  /** Ones of the shape of this tensor; see {@link CreationOps#onesLike(DType)}. */
  public static Tensor onesLike(Tensor x, DType dtype) {
    return x.onesLike(dtype);
  }

  /** Ones of the shape and type of this tensor; see {@link CreationOps#onesLike()}. */
  public static Tensor onesLike(Tensor x) {
    return x.onesLike();
  }

  /** Puts elements around; see {@link ShapeOps#pad(int[][])}. */
  public static Tensor pad(Tensor x, int[][] padWidth) {
    return x.pad(padWidth);
  }

  /** Puts elements around; see {@link ShapeOps#pad(int[][], String, Object)}. */
  public static Tensor pad(Tensor x, int[][] padWidth, String mode, Object constantValues) {
    return x.pad(padWidth, mode, constantValues);
  }

  /** Raises to a power: {@code x1 ** x2}; see {@link ArithmeticOps#power(Object)}. */
  public static Tensor power(Tensor x1, Object x2) {
    return x1.power(x2);
  }

  /** The product over axes; see {@link ReductionOps#prod()}. */
  public static Tensor prod(Tensor x) {
    return x.prod();
  }

  /** The product over axes; see {@link ReductionOps#prod(int...)}. */
  public static Tensor prod(Tensor x, int... axis) {
    return x.prod(axis);
  }

  /** The product over axes; see {@link ReductionOps#prod(boolean, int...)}. */
  public static Tensor prod(Tensor x, boolean keepdims, int... axis) {
    return x.prod(keepdims, axis);
  }

  /** The real part; see {@link ComplexOps#real()}. */
  public static Tensor real(Tensor x) {
    return x.real();
  }

  /** One over x; see {@link ElementwiseOps#reciprocal()}. */
  public static Tensor reciprocal(Tensor x) {
    return x.reciprocal();
  }

  /** Repeats each element along an axis; see {@link ShapeOps#repeat(int, int)}. */
  public static Tensor repeat(Tensor x, int repeats, int axis) {
    return x.repeat(repeats, axis);
  }

  /** Repeats each element as often as said for it; see {@link ShapeOps#repeat(int[], int)}. */
  public static Tensor repeat(Tensor x, int[] repeats, int axis) {
    return x.repeat(repeats, axis);
  }

  /** The same elements in another shape; see {@link ShapeOps#reshape(long...)}. */
  public static Tensor reshape(Tensor x, long... newshape) {
    return x.reshape(newshape);
  }

  /**
   * The same elements in another shape, of which some dimensions may be known only when it runs;
   * see {@link ShapeOps#reshape(List)}.
   */
  public static Tensor reshape(Tensor x, List<?> newshape) {
    return x.reshape(newshape);
  }

  /**
   * Moves elements along an axis; what leaves at the end comes in at the beginning; see {@link
   * IndexingOps#roll(int, Integer)}.
   */
  public static Tensor roll(Tensor x, int shift, Integer axis) {
    return x.roll(shift, axis);
  }

  /**
   * Moves elements along several axes; what leaves at the end comes in at the beginning; see {@link
   * IndexingOps#roll(int[], int[])}.
   */
  public static Tensor roll(Tensor x, int[] shift, int[] axis) {
    return x.roll(shift, axis);
  }

  /**
   * Rounds to the nearest whole number, halves to the even one; see {@link ElementwiseOps#round()}.
   */
  public static Tensor round(Tensor x) {
    return x.round();
  }

  /**
   * Rounds to a number of decimals, halves to the even one; see {@link ElementwiseOps#round(int)}.
   */
  public static Tensor round(Tensor x, int decimals) {
    return x.round(decimals);
  }

  /** -1, 0 or 1, by the sign; see {@link ElementwiseOps#sign()}. */
  public static Tensor sign(Tensor x) {
    return x.sign();
  }

  /** The sine of an angle in radians; see {@link ElementwiseOps#sin()}. */
  public static Tensor sin(Tensor x) {
    return x.sin();
  }

  /** The hyperbolic sine; see {@link TranscendentalOps#sinh()}. */
  public static Tensor sinh(Tensor x) {
    return x.sinh();
  }

  /**
   * Sign and logarithm of the absolute value of the determinant; see {@link
   * DecompositionOps#slogdet()}.
   */
  public static List<Tensor> slogdet(Tensor x) {
    return x.slogdet();
  }

  /** Sorts along an axis, in rising order; see {@link IndexingOps#sort(Integer)}. */
  public static Tensor sort(Tensor x, Integer axis) {
    return x.sort(axis);
  }

  /** Cuts into equal parts; see {@link ShapeOps#split(int, int)}. */
  public static List<Tensor> split(Tensor x, int sections, int axis) {
    return x.split(sections, axis);
  }

  /** Cuts at indices; see {@link ShapeOps#split(long[], int)}. */
  public static List<Tensor> split(Tensor x, long[] indices, int axis) {
    return x.split(indices, axis);
  }

  /** The square root; see {@link ElementwiseOps#sqrt()}. */
  public static Tensor sqrt(Tensor x) {
    return x.sqrt();
  }

  /** The square {@code x * x}; see {@link ElementwiseOps#square()}. */
  public static Tensor square(Tensor x) {
    return x.square();
  }

  /** Drops axes of length 1; see {@link ShapeOps#squeeze(int...)}. */
  public static Tensor squeeze(Tensor x, int... axis) {
    return x.squeeze(axis);
  }

  /** Joins tensors of one shape along a new axis; see {@link ShapeOps#stack(List, int)}. */
  public static Tensor stack(List<Tensor> tensors, int axis) {
    return ShapeOps.stack(tensors, axis);
  }

  /** The standard deviation over axes: the root of {@code var}; see {@link ReductionOps#std()}. */
  public static Tensor std(Tensor x) {
    return x.std();
  }

  /**
   * The standard deviation over axes: the root of {@code var}; see {@link
   * ReductionOps#std(int...)}.
   */
  public static Tensor std(Tensor x, int... axis) {
    return x.std(axis);
  }

  /**
   * The standard deviation over axes: the root of {@code var}; see {@link ReductionOps#std(boolean,
   * int...)}.
   */
  public static Tensor std(Tensor x, boolean keepdims, int... axis) {
    return x.std(keepdims, axis);
  }

  /** Subtracts element by element: {@code x1 - x2}; see {@link ArithmeticOps#subtract(Object)}. */
  public static Tensor subtract(Tensor x1, Object x2) {
    return x1.subtract(x2);
  }

  /**
   * The sum over axes; narrow whole numbers are summed as 32-bit ones; see {@link
   * ReductionOps#sum()}.
   */
  public static Tensor sum(Tensor x) {
    return x.sum();
  }

  /**
   * The sum over axes; narrow whole numbers are summed as 32-bit ones; see {@link
   * ReductionOps#sum(int...)}.
   */
  public static Tensor sum(Tensor x, int... axis) {
    return x.sum(axis);
  }

  /**
   * The sum over axes; narrow whole numbers are summed as 32-bit ones; see {@link
   * ReductionOps#sum(boolean, int...)}.
   */
  public static Tensor sum(Tensor x, boolean keepdims, int... axis) {
    return x.sum(keepdims, axis);
  }

  /** Exchanges two axes; see {@link IndexingOps#swapaxes(int, int)}. */
  public static Tensor swapaxes(Tensor x, int axis1, int axis2) {
    return x.swapaxes(axis1, axis2);
  }

  /** Picks by index along an axis; see {@link ShapeOps#take(Object, int)}. */
  public static Tensor take(Tensor x, Object indices, int axis) {
    return x.take(indices, axis);
  }

  /**
   * Looks up elements along an axis, in each line by indices of its own; see {@link
   * IndexingOps#takeAlongAxis(Object, Integer)}.
   */
  public static Tensor takeAlongAxis(Tensor x, Object indices, Integer axis) {
    return x.takeAlongAxis(indices, axis);
  }

  /** The tangent of an angle in radians; see {@link ElementwiseOps#tan()}. */
  public static Tensor tan(Tensor x) {
    return x.tan();
  }

  /** The hyperbolic tangent; see {@link ElementwiseOps#tanh()}. */
  public static Tensor tanh(Tensor x) {
    return x.tanh();
  }

  /** Repeats the whole tensor along its axes; see {@link ShapeOps#tile(long...)}. */
  public static Tensor tile(Tensor x, long... repeats) {
    return x.tile(repeats);
  }

  /**
   * The sums of diagonals of matrices; narrow whole numbers are summed as 32-bit ones; see {@link
   * DiagonalOps#trace(int, int, int)}.
   */
  public static Tensor trace(Tensor x, int offset, int axis1, int axis2) {
    return x.trace(offset, axis1, axis2);
  }

  /** Reorders the axes; see {@link ShapeOps#transpose(int...)}. */
  public static Tensor transpose(Tensor x, int... axes) {
    return x.transpose(axes);
  }

  /**
   * The lower triangles of matrices, the last two axes; all else is 0; see {@link
   * DiagonalOps#tril(int)}.
   */
  public static Tensor tril(Tensor x, int k) {
    return x.tril(k);
  }

  /**
   * The upper triangles of matrices, the last two axes; all else is 0; see {@link
   * DiagonalOps#triu(int)}.
   */
  public static Tensor triu(Tensor x, int k) {
    return x.triu(k);
  }

  /**
   * Divides as Python's operator does: {@code x1 / x2}; whole numbers give float32; see {@link
   * ArithmeticOps#trueDivide(Object)}.
   */
  public static Tensor trueDivide(Tensor x1, Object x2) {
    return x1.trueDivide(x2);
  }

  /** The variance over axes: the mean of {@code (x - mean(x))²}; see {@link ReductionOps#var()}. */
  public static Tensor var(Tensor x) {
    return x.var();
  }

  /**
   * The variance over axes: the mean of {@code (x - mean(x))²}; see {@link
   * ReductionOps#var(int...)}.
   */
  public static Tensor var(Tensor x, int... axis) {
    return x.var(axis);
  }

  /**
   * The variance over axes: the mean of {@code (x - mean(x))²}; see {@link
   * ReductionOps#var(boolean, int...)}.
   */
  public static Tensor var(Tensor x, boolean keepdims, int... axis) {
    return x.var(keepdims, axis);
  }

  /**
   * Chooses between two values: {@code this ? x1 : x2}, where this tensor holds truth values; see
   * {@link ArithmeticOps#where(Object, Object)}.
   */
  public static Tensor where(Tensor condition, Object x1, Object x2) {
    return condition.where(x1, x2);
  }

  /** Where this tensor is true, or not 0; see {@link ArithmeticOps#where()}. */
  public static List<Tensor> where(Tensor condition) {
    return condition.where();
  }

  /** Zeros; see {@link CreationOps#zeros(Shape, DType)}. */
  public static Tensor zeros(Shape shape, DType dtype) {
    return CreationOps.zeros(shape, dtype);
  }

  /** Zeros of the shape of this tensor; see {@link CreationOps#zerosLike(DType)}. */
  public static Tensor zerosLike(Tensor x, DType dtype) {
    return x.zerosLike(dtype);
  }

  /** Zeros of the shape and type of this tensor; see {@link CreationOps#zerosLike()}. */
  public static Tensor zerosLike(Tensor x) {
    return x.zerosLike();
  }
}

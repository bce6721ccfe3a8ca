package rhyton.random;

import java.util.List;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Tensor;

/** TensorFlow's random ops without state, which all draw from one counter-based generator. */
final class Philox {
  private static final int ALGORITHM = 1;
  private static final long SEED_LIMIT = (1L << 31) - 2;

  private Philox() {}

  /** The seed as the ops want it: two 32-bit integers. */
  static Tensor reduce(Tensor pair) {
    return pair.mod(SEED_LIMIT).cast(DType.INT32);
  }

  /** Numbers of one of the ops of the second version. */
  static Tensor draw(String type, Tensor shape, Tensor seed, DType dtype) {
    return start(type, shape, seed).attr("dtype", dtype).one();
  }

  /** Such an op, up to its own inputs. */
  static Op start(String type, Tensor shape, Tensor seed) {
    List<Tensor> key = Op.of("StatelessRandomGetKeyCounter").in(seed).all();
    return Op.of(type).in(shape).in(key.get(0)).in(key.get(1)).in(Tensor.of(ALGORITHM));
  }
}

package rhyton.graph;

import java.util.ArrayList;
import java.util.List;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * What a layer is told while it computes: whether this is training, the mask of its input, the type
 * to compute in; and where it reports additional losses.
 */
public final class CallContext {
  private static final ThreadLocal<CallContext> CURRENT = new ThreadLocal<>();

  private final boolean training;
  private final List<Tensor> losses;
  private final List<Tensor> masks;
  private final DType computeDtype;
  private final long batch;

  private CallContext(
      boolean training, List<Tensor> losses, List<Tensor> masks, DType computeDtype, long batch) {
    this.training = training;
    this.losses = losses;
    this.masks = masks;
    this.computeDtype = computeDtype;
    this.batch = batch;
  }

  /**
   * The context of a whole call of a model or layer.
   *
   * @param training whether weights are being trained
   * @return the context, without losses
   */
  public static CallContext outermost(boolean training) {
    return ofBatch(training, -1);
  }

  /**
   * The context of a step that is traced for batches of one size: weights that are made meanwhile
   * are made for batches of any size.
   *
   * @param training whether weights are being trained
   * @param samples the number of samples of a batch
   * @return the context, without losses
   */
  public static CallContext ofBatch(boolean training, long samples) {
    return new CallContext(training, new ArrayList<>(), List.of(), null, samples);
  }

  /**
   * The shape that a layer is built for when it meets a tensor.
   *
   * @param context the context of the call, or null
   * @param tensor the tensor
   * @return its shape, without the size of the batch that a step is traced for
   */
  public static Shape shape(CallContext context, Tensor tensor) {
    Shape shape = tensor.shape();
    boolean ofBatch = context != null && context.batch >= 0 && shape.rank() > 0;
    return ofBatch && shape.get(0) == context.batch ? shape.with(0, -1) : shape;
  }

  /** Returns the context of the call under way on this thread, or null. */
  public static CallContext current() {
    return CURRENT.get();
  }

  /**
   * The context for one layer inside this call.
   *
   * @param masks the masks of the layer's inputs, null where there is none
   * @param dtype the type in which the layer computes
   * @param trains whether the layer trains; null: as the call around
   * @return the layer's context, which shares the losses
   */
  public CallContext inner(List<Tensor> masks, DType dtype, Boolean trains) {
    return new CallContext(trains == null ? training : trains, losses, masks, dtype, batch);
  }

  /** What runs inside of a context. */
  @FunctionalInterface
  public interface Action<T> {
    /** Runs. */
    T run();
  }

  /**
   * Runs something with this context as the current one.
   *
   * @param action what runs
   * @param <T> the type of its result
   * @return its result
   */
  public <T> T during(Action<T> action) {
    CallContext before = CURRENT.get();
    CURRENT.set(this);
    try {
      return action.run();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  /** Returns whether weights are being trained: dropout drops only then. */
  public boolean training() {
    return training;
  }

  /** Returns the mask of the first input, or null. */
  public Tensor mask() {
    return masks.isEmpty() ? null : masks.get(0);
  }

  /** Returns the masks of all inputs, null where there is none. */
  public List<Tensor> masks() {
    return masks;
  }

  /**
   * The value of a weight, in the type in which the layer computes.
   *
   * @param weight the weight
   * @return its value
   */
  public Tensor read(Weight weight) {
    Tensor value = weight.read();
    boolean cast = computeDtype != null && value.dtype().isFloating();
    return cast ? value.cast(computeDtype) : value;
  }

  /**
   * Adds to the loss of the model.
   *
   * @param loss a tensor of shape ()
   */
  public void addLoss(Tensor loss) {
    losses.add(loss);
  }

  /** Returns the losses that layers have added in this call. */
  public List<Tensor> losses() {
    return losses;
  }
}

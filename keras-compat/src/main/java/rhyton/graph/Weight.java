package rhyton.graph;

import java.util.function.UnaryOperator;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.Variable;

/**
 * A variable of a layer, an optimizer or a metric: its value lives in native memory, until its
 * owner is closed.
 */
public final class Weight implements AutoCloseable {
  private final String path;
  private final Variable variable;
  private final UnaryOperator<Tensor> penalty;
  private final UnaryOperator<Tensor> constraint;
  private final boolean startsTrainable;
  private boolean trainable;

  /**
   * A weight.
   *
   * @param path its owner's name and its own, such as {@code dense/kernel}
   * @param value its first value, which is copied
   * @param trainable whether training changes it
   * @param penalty the regularizer: what it adds to the loss; null for none
   * @param constraint what its value is brought to after each step; null for none
   */
  public Weight(
      String path,
      Tensor value,
      boolean trainable,
      UnaryOperator<Tensor> penalty,
      UnaryOperator<Tensor> constraint) {
    this.path = path;
    this.variable = new Variable(path, value);
    this.startsTrainable = trainable;
    this.trainable = trainable;
    this.penalty = penalty;
    this.constraint = constraint;
  }

  /**
   * A weight that training does not change.
   *
   * @param path its owner's name and its own
   * @param value its first value, which is copied
   */
  public Weight(String path, Tensor value) {
    this(path, value, false, null, null);
  }

  /** Returns the owner's name and its own, such as {@code dense/kernel}. */
  public String path() {
    return path;
  }

  /** Returns its own name, such as {@code kernel}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns the shape of its value. */
  public Shape shape() {
    return variable.shape();
  }

  /** Returns the type of its value. */
  public DType dtype() {
    return variable.dtype();
  }

  /** Returns whether training changes it. */
  public boolean trainable() {
    return trainable;
  }

  /** Returns whether it is of a kind that training changes, frozen or not. */
  public boolean startsTrainable() {
    return startsTrainable;
  }

  /**
   * Freezes or thaws it. A training that runs already goes on as it began.
   *
   * @param trainable whether training changes it
   */
  public void setTrainable(boolean trainable) {
    this.trainable = trainable;
  }

  /** Returns the regularizer, or null. */
  public UnaryOperator<Tensor> penalty() {
    return penalty;
  }

  /** Returns the constraint, or null. */
  public UnaryOperator<Tensor> constraint() {
    return constraint;
  }

  /** Returns the native variable, for optimizers and files. */
  public Variable variable() {
    return variable;
  }

  /** Returns the value of this moment; inside a traced function, a symbol of it. */
  public Tensor read() {
    return variable.read();
  }

  /**
   * Gives it a new value.
   *
   * @param value the value, of the same type and shape
   */
  public void assign(Tensor value) {
    variable.assign(value);
  }

  /** Returns the value as a Java array, such as {@code float[][]}. */
  public Object toArray() {
    try (TensorScope scope = TensorScope.open()) {
      return read().toArray();
    }
  }

  /** Returns whether it was closed. */
  public boolean isClosed() {
    return variable.isClosed();
  }

  /** Frees the value. Closing twice is harmless. */
  @Override
  public void close() {
    variable.close();
  }

  /** Returns path, shape and dtype, as Keras prints a variable. */
  @Override
  public String toString() {
    return "<Variable path=" + path + ", shape=" + shape() + ", dtype=" + dtype() + ">";
  }
}

package rhyton.architecture;

import java.util.List;
import java.util.Map;
import rhyton.config.ArgValues;
import rhyton.config.KerasType;
import rhyton.graph.CallContext;
import rhyton.layers.ArgLayer;
import rhyton.models.Model;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;

/** The names that examples take for granted. Examples are compiled with it and never run. */
public abstract class Prelude {
  protected Tensor x;
  protected Tensor y;
  protected Tensor a;
  protected Tensor b;
  protected Tensor left;
  protected Tensor right;
  protected Tensor before;
  protected Tensor after;
  protected Tensor code;
  protected Tensor gate;
  protected Tensor image;
  protected Tensor images;
  protected Tensor kernel;
  protected Tensor loss;
  protected Tensor meta;
  protected Tensor scores;
  protected Tensor shortcut;
  protected Tensor yPred;
  protected Tensor yTrue;
  protected Tensor zeros;
  protected Variable counter;
  protected Variable total;
  protected Variable w;
  protected List<Variable> variables;
  protected List<TensorSpec> specs;
  protected Map<String, Double> logs;
  protected StringBuilder out;
  protected Model model;
  protected java.nio.file.Path path;
  protected boolean wider;

  protected abstract Tensor mine(Shape shape);

  protected abstract double loss();

  protected abstract void use(Object... values);

  /** A layer of the user's own. */
  protected static final class MyLayer extends ArgLayer<MyLayer> {
    public static final KerasType<MyLayer> TYPE = KerasType.layer("MyLayer", MyLayer::new);

    private MyLayer(ArgValues args) {
      super(args);
    }

    @Override
    public KerasType<MyLayer> type() {
      return TYPE;
    }

    @Override
    protected Tensor call(Tensor x, CallContext ctx) {
      return x;
    }
  }
}

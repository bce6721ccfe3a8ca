package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import rhyton.config.Arg;
import rhyton.config.ArgValues;
import rhyton.config.Codec;
import rhyton.config.Family;
import rhyton.config.KerasType;
import rhyton.config.Tickets;
import rhyton.config.TypeRegistry;
import rhyton.graph.CallContext;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;

/**
 * Cells on top of each other as one cell: the output of each is the input of the next in the same
 * time step.
 *
 * <p>One loop with all cells is faster than a layer for each.
 *
 * <p><b>Shapes</b> input {@code (batch, …)} as the first cell takes it, output as the last one
 * gives it; the states are those of all cells, the first cell's first.
 *
 * <pre>{@code
 * var cells = new StackedRNNCells(new LSTMCell(32), new GRUCell(16));
 * Tensor last = new RNN(cells).apply(x);
 * }</pre>
 *
 * @see <a href="https://keras.io/api/layers/recurrent_layers/stacked_rnn_cell/">StackedRNNCells</a>
 */
public final class StackedRNNCells extends ArgLayer<StackedRNNCells> implements RNNCell {
  /** The cells, that of the input first. */
  public static final Arg<List<Layer>> CELLS =
      Arg.required(
              "cells", Codec.list(Codec.object(Family.LAYER, Layer.class, TypeRegistry::standard)))
          .check(
              "a list of cells",
              cells -> !cells.isEmpty() && cells.stream().allMatch(RNNCell.class::isInstance));

  /** Keras's class. */
  public static final KerasType<StackedRNNCells> TYPE =
      KerasType.layer("StackedRNNCells", StackedRNNCells::new, CELLS);

  /**
   * Cells on top of each other.
   *
   * @param cells the cells, that of the input first; each is an {@link RNNCell}
   */
  public StackedRNNCells(Layer... cells) {
    this(ArgValues.NONE.with(CELLS, List.of(cells)));
  }

  private StackedRNNCells(ArgValues args) {
    super(args);
    trackList("cells", arg(CELLS));
  }

  @Override
  public KerasType<StackedRNNCells> type() {
    return TYPE;
  }

  @Override
  protected void settle() {
    arg(CELLS).forEach(Tickets::settleNow);
    super.settle();
  }

  private RNNCell cell(int index) {
    return (RNNCell) arg(CELLS).get(index);
  }

  @Override
  public List<Shape> stateShapes() {
    return arg(CELLS).stream().flatMap(c -> ((RNNCell) c).stateShapes().stream()).toList();
  }

  @Override
  public Shape outputShape() {
    return cell(arg(CELLS).size() - 1).outputShape();
  }

  @Override
  protected void build(Shape input) {
    Shape shape = input;
    for (Layer cell : arg(CELLS)) {
      buildInside(cell, shape);
      shape = Shape.of(input.get(0)).append(((RNNCell) cell).outputShape().toArray());
    }
  }

  @Override
  public CellOutput step(Tensor x, List<Tensor> states, CallContext ctx) {
    CellRun run = begin(x, states, ctx);
    return run.step(run.project(x), states);
  }

  CellRun begin(Tensor x, List<Tensor> states, CallContext ctx) {
    List<CellRun> runs = new ArrayList<>();
    List<Integer> ends = new ArrayList<>(List.of(0));
    Tensor input = x;
    for (int i = 0; i < arg(CELLS).size(); i++) {
      int from = ends.get(i);
      ends.add(from + cell(i).stateShapes().size());
      runs.add(CellRun.of(arg(CELLS).get(i), input, states.subList(from, ends.get(i + 1)), ctx));
      input = BatchZeros.like(x, cell(i).outputShape(), x.dtype());
    }
    return new StackRun(runs, ends);
  }
}

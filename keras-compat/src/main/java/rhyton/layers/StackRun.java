package rhyton.layers;

import java.util.ArrayList;
import java.util.List;
import rhyton.tensor.Tensor;

/**
 * Cells on top of each other in one call of their layer.
 *
 * @param runs the calls of the cells
 * @param ends where the states of each cell begin, and behind the last the number of all states
 */
record StackRun(List<CellRun> runs, List<Integer> ends) implements CellRun {
  @Override
  public List<Tensor> project(Tensor x) {
    return runs.get(0).project(x);
  }

  @Override
  public CellOutput step(List<Tensor> projected, List<Tensor> states) {
    List<Tensor> next = new ArrayList<>();
    Tensor output = null;
    for (int i = 0; i < runs.size(); i++) {
      CellRun run = runs.get(i);
      CellOutput made =
          run.step(
              i == 0 ? projected : run.project(output),
              states.subList(ends.get(i), ends.get(i + 1)));
      output = made.output();
      next.addAll(made.states());
    }
    return new CellOutput(output, next);
  }

  @Override
  public int outputState() {
    int last = runs.size() - 1;
    int index = runs.get(last).outputState();
    return index < 0 ? -1 : ends.get(last) + index;
  }
}

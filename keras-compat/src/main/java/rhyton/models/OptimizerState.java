package rhyton.models;

import java.io.IOException;
import java.util.List;
import rhyton.graph.Weight;
import rhyton.optimizers.Optimizer;
import rhyton.saving.WeightStore;
import rhyton.saving.hdf5.H5File;
import rhyton.saving.hdf5.H5Writer;

/** The variables of a model's optimizer in files. */
final class OptimizerState {
  private static final System.Logger LOG = System.getLogger(OptimizerState.class.getName());

  private OptimizerState() {}

  static void write(Model model, H5Writer out) throws IOException {
    Optimizer<?> optimizer = model.optimizer();
    if (optimizer != null) {
      WeightStore.writeOptimizer(out, optimizer.name(), optimizer.variables());
    }
  }

  /** Lets the optimizer go on where the file stopped; a state that does not fit is skipped. */
  static void read(Model model, H5File file) {
    Optimizer<?> optimizer = model.optimizer();
    int stored = WeightStore.optimizerVariables(file);
    if (optimizer == null || stored == 0) {
      return;
    }
    List<Weight> variables = optimizer.variables();
    if (!optimizer.isBuilt() && stored != variables.size()) {
      model.trainer().buildOptimizer();
      variables = optimizer.variables();
    }
    if (stored != variables.size()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Skipping the state of optimizer `{0}`: the file has {1} variables, the optimizer has"
              + " {2}",
          optimizer.name(),
          stored,
          variables.size());
      return;
    }
    WeightStore.readOptimizer(file, variables);
  }
}

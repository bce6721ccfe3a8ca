package rhyton.savedmodel;

import java.util.List;
import rhyton.tensor.Tensor;
import rhyton.tensor.runtime.NativeSession;

/** Runs graphs of TensorFlow 1, whose variables only a session can keep. */
record SessionRunner(NativeSession session) implements Runner {
  @Override
  public List<Tensor> run(List<String> feeds, List<Tensor> values, List<String> fetches) {
    return Tensor.run(session, feeds, values, fetches);
  }

  @Override
  public void prepare(List<String> feeds, List<String> fetches) {
    // TensorFlow has the whole graph.
  }

  @Override
  public void close() {
    session.close();
  }
}

package rhyton.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import rhyton.layers.Dense;
import rhyton.models.Input;
import rhyton.models.Model;
import rhyton.models.Sequential;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;
import rhyton.tensor.function.CompiledFunction;
import rhyton.tensor.function.TensorSpec;

/**
 * Does a thing many times and prints by how much the process has grown. Runs in a virtual machine
 * whose heap is resident from its start, so that what grows is native memory.
 */
final class MemoryGrowth {
  private MemoryGrowth() {}

  /** Prints a line for each kind of work; the arguments are how often each is done. */
  public static void main(String[] args) throws IOException {
    report("eager ops", Integer.parseInt(args[0]), MemoryGrowth::ops);
    report("function calls", Integer.parseInt(args[1]), MemoryGrowth::calls);
    Path file = Files.createTempFile("rhyton-memory", ".keras");
    try {
      try (Sequential model = new Sequential(Input.of(256), new Dense(256), new Dense(1))) {
        model.save(file);
      }
      report("models loaded", Integer.parseInt(args[2]), count -> loads(file, count));
    } finally {
      Files.delete(file);
    }
  }

  /** A tenth of the work goes before, for what is made once and kept. */
  private static void report(String name, int count, IntConsumer work) {
    work.accept(Math.max(20, count / 10));
    System.gc();
    double before = Clock.resident();
    work.accept(count);
    System.gc();
    double growth = Clock.resident() - before;
    System.out.printf(Locale.ROOT, "%s\t%d\t%.1f%n", name, count, growth);
  }

  private static void ops(int count) {
    try (Tensor one = Tensor.of(new float[] {1, 2, 3})) {
      for (int i = 0; i < count; i++) {
        one.add(one).close();
      }
    }
  }

  private static void calls(int count) {
    List<TensorSpec> specs = List.of(new TensorSpec(DType.FLOAT32, Shape.of(-1)));
    try (Tensor x = Tensor.of(new float[256]);
        CompiledFunction twice =
            CompiledFunction.trace("twice", specs, in -> List.of(in.get(0).multiply(2)))) {
      for (int i = 0; i < count; i++) {
        twice.call(List.of(x)).get(0).close();
      }
    }
  }

  private static void loads(Path file, int count) {
    for (int i = 0; i < count; i++) {
      try (TensorScope scope = TensorScope.open();
          Model model = Model.load(file)) {
        model.predict(new float[1][256]).floats();
      }
    }
  }
}

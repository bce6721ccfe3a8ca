package rhyton.savedmodel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.control.Branches;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;

/** Small SavedModels to be written. */
final class Samples {
  private Samples() {}

  /** Adds its argument to what it has. */
  static SavedModelWriter counter(Variable total) {
    SavedModelWriter writer = new SavedModelWriter();
    writer.addVariable("total", total, false);
    writer.addEndpoint(
        Endpoint.of(
            "serve",
            List.of(new TensorSpec(DType.FLOAT32, Shape.SCALAR, "number")),
            in -> {
              total.assignAdd(in.get(0));
              return List.of(total.read());
            }));
    return writer;
  }

  /** Multiplies numbers. */
  static SavedModelWriter line(Variable slope) {
    SavedModelWriter writer = new SavedModelWriter();
    writer.addVariable("slope", slope, true);
    writer.addEndpoint(
        Endpoint.of(
            "serve",
            List.of(new TensorSpec(DType.FLOAT32, Shape.of(-1), "x")),
            in -> List.of(in.get(0).multiply(slope.read()))));
    return writer;
  }

  /**
   * A dense layer, a dictionary of names that are not sorted, a list of more than ten results, and
   * a variable that nobody is told of.
   */
  static SavedModelWriter all(Variable kernel, Variable bias, Variable steps, Variable secret) {
    SavedModelWriter writer = new SavedModelWriter();
    writer.addVariable("dense/kernel", kernel, true);
    writer.addVariable("dense/bias", bias, true);
    writer.addVariable("steps", steps, false);
    writer.addEndpoint(
        Endpoint.of(
            "serve",
            List.of(new TensorSpec(DType.FLOAT32, Shape.of(-1, 3), "x")),
            in -> List.of(in.get(0).matmul(kernel.read()).add(bias.read()).relu())));
    writer.addEndpoint(
        Endpoint.of(
                "by_name",
                List.of(
                    new TensorSpec(DType.FLOAT32, Shape.of(-1, 3), "wide"),
                    new TensorSpec(DType.FLOAT32, Shape.of(-1, 3), "Deep part")),
                in -> {
                  Branches.when(steps.read().equal(0), () -> steps.assignAdd(secret.read()));
                  var sum = in.get(0).multiply(2).add(in.get(1)).matmul(kernel.read());
                  return List.of(sum.add(bias.read()), sum.multiply(secret.read()));
                })
            .withArguments(Structure.DICTIONARY)
            .returningDictionary(List.of("shifted", "doubled")));
    writer.addEndpoint(
        Endpoint.of(
                "many",
                List.of(
                    new TensorSpec(DType.FLOAT32, Shape.of(-1), "u"),
                    new TensorSpec(DType.FLOAT32, Shape.of(-1), "a")),
                in ->
                    IntStream.range(0, 12)
                        .mapToObj(i -> in.get(0).multiply(i).subtract(in.get(1)))
                        .toList())
            .returningList());
    writer.addFile("notes/read.me", "told".getBytes(StandardCharsets.UTF_8));
    return writer;
  }
}

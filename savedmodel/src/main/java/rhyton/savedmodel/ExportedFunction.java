package rhyton.savedmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.ResourceHandleProto;
import rhyton.tensor.DType;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.Trace;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;
import rhyton.tensor.runtime.NativeFunction;

/**
 * A function as it stands in a file: its arguments are tensors and then the handles of the
 * variables that it uses.
 *
 * @param name its name in the file
 * @param inputs the tensors that it takes
 * @param outputs type and shape of its results
 * @param variables the variables whose handles follow the tensors
 * @param definition the function
 * @param parts the functions that it calls
 */
record ExportedFunction(
    String name,
    List<TensorSpec> inputs,
    List<TensorSpec> outputs,
    List<Variable> variables,
    FunctionDef definition,
    List<FunctionDef> parts) {
  private static final String CALL = "StatefulPartitionedCall";
  private static final AtomicLong COUNT = new AtomicLong();

  static ExportedFunction trace(
      String name, List<TensorSpec> inputs, UnaryOperator<List<Tensor>> body) {
    try (Trace trace = Trace.beginTakingHandles()) {
      List<Tensor> arguments = new ArrayList<>();
      for (TensorSpec input : inputs) {
        arguments.add(trace.placeholder(input.dtype(), input.shape(), input.name()));
      }
      List<Tensor> results = body.apply(arguments).stream().map(trace::local).toList();
      List<Variable> variables =
          trace.variables().handleArguments().stream()
              .map(resource -> (Variable) resource)
              .toList();
      String temporary = "rhyton_export_" + COUNT.incrementAndGet();
      try (NativeFunction function = trace.finish(temporary, results)) {
        Map<String, NativeFunction> all = new LinkedHashMap<>();
        collect(function, name, all);
        List<FunctionDef> renamed = renamed(all);
        return new ExportedFunction(
            name,
            inputs,
            results.stream().map(TensorSpec::of).toList(),
            variables,
            described(renamed.get(0), inputs, variables),
            renamed.subList(1, renamed.size()));
      }
    }
  }

  private static void collect(
      NativeFunction function, String name, Map<String, NativeFunction> all) {
    all.put(name, function);
    for (NativeFunction part : function.parts()) {
      collect(part, name + "_part_" + all.size(), all);
    }
  }

  private static List<FunctionDef> renamed(Map<String, NativeFunction> all) {
    Map<String, String> names = new LinkedHashMap<>();
    all.forEach((name, function) -> names.put(function.name(), name));
    Renaming renaming =
        new Renaming(name -> names.getOrDefault(name, name), UnaryOperator.identity());
    return all.values().stream()
        .map(function -> renaming.function(Protos.functionDef(function.toFunctionDef())))
        .toList();
  }

  /** Says what the resources are and which shapes are known. */
  private static FunctionDef described(
      FunctionDef function, List<TensorSpec> inputs, List<Variable> variables) {
    FunctionDef.Builder described = function.toBuilder();
    for (int i = 0; i < variables.size(); i++) {
      described
          .getSignatureBuilder()
          .getInputArgBuilder(inputs.size() + i)
          .addHandleData(
              ResourceHandleProto.DtypeAndShape.newBuilder()
                  .setDtype(Protos.type(variables.get(i).dtype()))
                  .setShape(Protos.shape(variables.get(i).shape())));
    }
    return described.putAttr("_input_shapes", shapes(inputs, variables)).build();
  }

  private static AttrValue shapes(List<TensorSpec> inputs, List<Variable> variables) {
    return Protos.shapes(
        Stream.concat(
                inputs.stream().map(TensorSpec::shape), variables.stream().map(v -> Shape.SCALAR))
            .toList());
  }

  /** The types of all arguments. */
  List<DType> argumentTypes() {
    return Stream.concat(
            inputs.stream().map(TensorSpec::dtype), variables.stream().map(v -> DType.RESOURCE))
        .toList();
  }

  List<DType> resultTypes() {
    return outputs.stream().map(TensorSpec::dtype).toList();
  }

  /** An op that calls this function. */
  NodeDef call(String node, List<String> arguments) {
    return NodeDef.newBuilder()
        .setName(node)
        .setOp(CALL)
        .addAllInput(arguments)
        .putAttr("Tin", Protos.types(argumentTypes()))
        .putAttr("Tout", Protos.types(resultTypes()))
        .putAttr("f", Protos.function(name))
        .build();
  }

  /** The same function with arguments and results in another order. */
  ExportedFunction wrapped(String wrapper, List<Integer> inputOrder, List<Integer> outputOrder) {
    OpDef inner = definition.getSignature();
    OpDef.Builder signature = OpDef.newBuilder().setName(wrapper).setIsStateful(true);
    inputOrder.forEach(i -> signature.addInputArg(inner.getInputArg(i)));
    for (int i = inputs.size(); i < inner.getInputArgCount(); i++) {
      signature.addInputArg(inner.getInputArg(i));
    }
    List<String> arguments = inner.getInputArgList().stream().map(OpDef.ArgDef::getName).toList();
    FunctionDef.Builder function = FunctionDef.newBuilder().addNodeDef(call(CALL, arguments));
    for (int i = 0; i < outputOrder.size(); i++) {
      TensorSpec output = outputs.get(outputOrder.get(i));
      String identity = i == 0 ? "Identity" : "Identity_" + i;
      String result = "identity_" + i;
      function.addNodeDef(
          NodeDef.newBuilder()
              .setName(identity)
              .setOp("Identity")
              .addInput(CALL + ":output:" + outputOrder.get(i))
              .putAttr("T", Protos.attribute(output.dtype())));
      signature.addOutputArg(
          OpDef.ArgDef.newBuilder().setName(result).setType(Protos.type(output.dtype())));
      function.putRet(result, identity + ":output:0");
    }
    signature.addControlOutput(CALL);
    function.putControlRet(CALL, CALL).setSignature(signature);
    List<TensorSpec> ordered = inputOrder.stream().map(inputs::get).toList();
    function.putAttr("_input_shapes", shapes(ordered, variables));
    return new ExportedFunction(
        wrapper,
        ordered,
        outputOrder.stream().map(outputs::get).toList(),
        variables,
        function.build(),
        List.of());
  }
}

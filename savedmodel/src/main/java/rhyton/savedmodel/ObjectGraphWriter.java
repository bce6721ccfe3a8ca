package rhyton.savedmodel;

import com.google.protobuf.BoolValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedBareConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedUserObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedVariable;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.ObjectReference;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph.TrackableObject.SerializedTensor;
import org.tensorflow.proto.VersionDef;
import rhyton.tensor.function.TensorSpec;
import rhyton.tensor.function.Variable;

/**
 * The objects that Python finds in a SavedModel, with the attributes that Keras gives its exports:
 * lists of variables, a method for each endpoint, and the signatures.
 */
final class ObjectGraphWriter {
  private final List<SavedObject.Builder> nodes = new ArrayList<>();
  private final List<ExportedVariable> variables;
  private final Map<Variable, Integer> variableNodes = new IdentityHashMap<>();
  private final Map<ExportedVariable, String> keys = new LinkedHashMap<>();
  private final SavedObjectGraph.Builder graph = SavedObjectGraph.newBuilder();
  private final int signatures;

  ObjectGraphWriter(List<ExportedVariable> variables) {
    this.variables = variables;
    int root = add(userObject("_generic_user_object"));
    List<ExportedVariable> listed = variables.stream().filter(ExportedVariable::listed).toList();
    int all = list(root, "variables");
    int trainable = list(root, "trainable_variables");
    int others = list(root, "non_trainable_variables");
    int used = list(root, "_all_variables");
    list(root, "_misc_assets");
    signatures = child(root, "signatures", userObject("signature_map"));
    for (ExportedVariable variable : listed) {
      int node = variable(variable, "variables/" + nodes.get(all).getChildrenCount());
      append(all, node);
      append(variable.trainable() ? trainable : others, node);
    }
    for (ExportedVariable variable : variables) {
      String path = "_all_variables/" + nodes.get(used).getChildrenCount();
      append(used, variable.listed() ? nodeOf(variable) : variable(variable, path));
    }
  }

  private int nodeOf(ExportedVariable variable) {
    return variableNodes.get(variable.variable());
  }

  private int add(SavedObject.Builder node) {
    nodes.add(node);
    return nodes.size() - 1;
  }

  private int child(int parent, String name, SavedObject.Builder node) {
    int id = add(node);
    link(parent, name, id);
    return id;
  }

  private void link(int parent, String name, int id) {
    nodes.get(parent).addChildren(ObjectReference.newBuilder().setNodeId(id).setLocalName(name));
  }

  private int list(int parent, String name) {
    return child(parent, name, userObject("trackable_list_wrapper"));
  }

  private void append(int list, int id) {
    link(list, Integer.toString(nodes.get(list).getChildrenCount()), id);
  }

  private static SavedObject.Builder userObject(String identifier) {
    VersionDef version = VersionDef.newBuilder().setProducer(1).setMinConsumer(1).build();
    return SavedObject.newBuilder()
        .setUserObject(SavedUserObject.newBuilder().setIdentifier(identifier).setVersion(version));
  }

  private int variable(ExportedVariable variable, String path) {
    keys.put(variable, path + "/.ATTRIBUTES/VARIABLE_VALUE");
    int node =
        add(
            SavedObject.newBuilder()
                .setVariable(
                    SavedVariable.newBuilder()
                        .setName(variable.name())
                        .setTrainable(variable.trainable())
                        .setDtype(Protos.type(variable.variable().dtype()))
                        .setShape(Protos.shape(variable.variable().shape()))));
    variableNodes.put(variable.variable(), node);
    return node;
  }

  /** Adds the method of an endpoint. */
  void addMethod(Endpoint endpoint, ExportedFunction function) {
    StructuredValue argument = Structs.of(endpoint.arguments(), endpoint.inputs());
    List<TensorSpec> results =
        named(function.outputs(), endpoint.outputNames(function.outputs().size()));
    register(
        function,
        Structs.tuple(List.of(Structs.tuple(List.of(argument)), Structs.dictionary(Map.of()))),
        Structs.of(endpoint.results(), results));
    List<String> args = List.of("args_0");
    int trace =
        add(
            bare(function, function.inputs().size())
                .setFunctionSpec(Structs.function(args, List.of(), Structs.none()))
                .build());
    SavedFunction.Builder method =
        SavedFunction.newBuilder()
            .addConcreteFunctions(function.name())
            .setFunctionSpec(Structs.function(args, List.of(), Structs.tuple(List.of(argument))));
    int node = child(0, endpoint.name(), SavedObject.newBuilder().setFunction(method));
    link(node, "trace_0", trace);
    nodes
        .get(node)
        .addDependencies(ObjectReference.newBuilder().setNodeId(trace).setLocalName("trace_0"));
  }

  /** Adds a signature: a function whose arguments and results are named and sorted. */
  void addSignature(String name, ExportedFunction function, List<String> outputNames) {
    List<TensorSpec> outputs = named(function.outputs(), outputNames);
    register(
        function,
        Structs.tuple(List.of(Structs.tuple(List.of()), Structs.dictionaryOf(function.inputs()))),
        Structs.dictionaryOf(outputs));
    List<String> names = function.inputs().stream().map(TensorSpec::name).toList();
    SavedBareConcreteFunction.Builder bare =
        bare(function, names.size() == 1 ? 1 : 0)
            .setFunctionSpec(Structs.function(List.of(), names, Structs.none()));
    link(signatures, name, add(bare.build()));
  }

  private int add(SavedBareConcreteFunction function) {
    return add(SavedObject.newBuilder().setBareConcreteFunction(function));
  }

  private static SavedBareConcreteFunction.Builder bare(ExportedFunction function, int positional) {
    return SavedBareConcreteFunction.newBuilder()
        .setConcreteFunctionName(function.name())
        .addAllArgumentKeywords(function.inputs().stream().map(TensorSpec::name).toList())
        .setAllowedPositionalArguments(positional);
  }

  private void register(
      ExportedFunction function, StructuredValue arguments, StructuredValue results) {
    graph.putConcreteFunctions(
        function.name(),
        SavedConcreteFunction.newBuilder()
            .addAllBoundInputs(function.variables().stream().map(variableNodes::get).toList())
            .setCanonicalizedInputSignature(arguments)
            .setOutputSignature(results)
            .build());
  }

  private static List<TensorSpec> named(List<TensorSpec> specs, List<String> names) {
    List<TensorSpec> named = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      named.add(new TensorSpec(specs.get(i).dtype(), specs.get(i).shape(), names.get(i)));
    }
    return named;
  }

  SavedObjectGraph build() {
    nodes.forEach(graph::addNodes);
    return graph.build();
  }

  /** The checkpoint's key of each variable. */
  Map<ExportedVariable, String> keys() {
    return keys;
  }

  /** The same objects as a checkpoint knows them. */
  TrackableObjectGraph checkpoint() {
    TrackableObjectGraph.Builder objects = TrackableObjectGraph.newBuilder();
    for (SavedObject.Builder node : nodes) {
      objects.addNodes(TrackableObject.newBuilder().addAllChildren(node.getChildrenList()));
    }
    for (ExportedVariable variable : variables) {
      objects
          .getNodesBuilder(nodeOf(variable))
          .setHasCheckpointValues(BoolValue.of(true))
          .addAttributes(
              SerializedTensor.newBuilder()
                  .setName("VARIABLE_VALUE")
                  .setFullName(variable.name())
                  .setCheckpointKey(keys.get(variable)));
    }
    return objects.build();
  }
}

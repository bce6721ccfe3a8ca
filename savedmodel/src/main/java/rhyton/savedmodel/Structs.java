package rhyton.savedmodel;

import java.util.List;
import java.util.Map;
import org.tensorflow.proto.SavedObjectGraphOuterClass.FunctionSpec;
import org.tensorflow.proto.Struct.DictValue;
import org.tensorflow.proto.Struct.ListValue;
import org.tensorflow.proto.Struct.NamedTupleValue;
import org.tensorflow.proto.Struct.NoneValue;
import org.tensorflow.proto.Struct.PairValue;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.proto.Struct.TensorSpecProto;
import org.tensorflow.proto.Struct.TupleValue;
import rhyton.tensor.function.TensorSpec;

/** Python's nested values and the form of its functions, as object graphs describe them. */
final class Structs {
  private Structs() {}

  static StructuredValue none() {
    return StructuredValue.newBuilder().setNoneValue(NoneValue.getDefaultInstance()).build();
  }

  static StructuredValue text(String text) {
    return StructuredValue.newBuilder().setStringValue(text).build();
  }

  static StructuredValue list(List<StructuredValue> values) {
    return StructuredValue.newBuilder()
        .setListValue(ListValue.newBuilder().addAllValues(values))
        .build();
  }

  static StructuredValue tuple(List<StructuredValue> values) {
    return StructuredValue.newBuilder()
        .setTupleValue(TupleValue.newBuilder().addAllValues(values))
        .build();
  }

  static StructuredValue dictionary(Map<String, StructuredValue> values) {
    return StructuredValue.newBuilder()
        .setDictValue(DictValue.newBuilder().putAllFields(values))
        .build();
  }

  static StructuredValue spec(TensorSpec spec) {
    return StructuredValue.newBuilder()
        .setTensorSpecValue(
            TensorSpecProto.newBuilder()
                .setName(spec.name())
                .setDtype(Protos.type(spec.dtype()))
                .setShape(Protos.shape(spec.shape())))
        .build();
  }

  /** Some tensors, put together. */
  static StructuredValue of(Structure structure, List<TensorSpec> specs) {
    return switch (structure) {
      case SINGLE -> spec(specs.get(0));
      case LIST -> list(specs.stream().map(Structs::spec).toList());
      case DICTIONARY -> dictionaryOf(specs);
    };
  }

  static StructuredValue dictionaryOf(List<TensorSpec> specs) {
    DictValue.Builder fields = DictValue.newBuilder();
    specs.forEach(spec -> fields.putFields(spec.name(), spec(spec)));
    return StructuredValue.newBuilder().setDictValue(fields).build();
  }

  /** What Python knows of a function's arguments: positional ones and those given by name. */
  static FunctionSpec function(List<String> args, List<String> named, StructuredValue signature) {
    NamedTupleValue spec =
        NamedTupleValue.newBuilder()
            .setName("FullArgSpec")
            .addValues(pair("args", list(args.stream().map(Structs::text).toList())))
            .addValues(pair("varargs", none()))
            .addValues(pair("varkw", none()))
            .addValues(pair("defaults", none()))
            .addValues(pair("kwonlyargs", list(named.stream().map(Structs::text).toList())))
            .addValues(pair("kwonlydefaults", none()))
            .addValues(pair("annotations", dictionary(Map.of())))
            .build();
    return FunctionSpec.newBuilder()
        .setFullargspec(StructuredValue.newBuilder().setNamedTupleValue(spec))
        .setInputSignature(signature)
        .build();
  }

  private static PairValue pair(String key, StructuredValue value) {
    return PairValue.newBuilder().setKey(key).setValue(value).build();
  }
}

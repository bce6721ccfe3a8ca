package rhyton.savedmodel;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import rhyton.tensor.DType;
import rhyton.tensor.Op;
import rhyton.tensor.Shape;
import rhyton.tensor.Tensor;
import rhyton.tensor.TensorScope;

/** The values beside a graph, in TensorFlow's own format, by key. */
final class Checkpoint {
  /** The key of the objects that the values belong to. */
  static final String OBJECTS = "_CHECKPOINTABLE_OBJECT_GRAPH";

  private final Path prefix;

  /** The values of a SavedModel. */
  Checkpoint(Path folder) {
    this.prefix = folder.resolve("variables").resolve("variables");
  }

  boolean exists() {
    return Files.isRegularFile(prefix.resolveSibling("variables.index"));
  }

  /** What the paths of its files begin with. */
  Tensor prefix() {
    return Tensor.of(prefix.toString());
  }

  /** Reads one value. */
  Tensor read(String key, DType dtype) {
    return Op.of("RestoreV2")
        .in(prefix())
        .in(Tensor.of(new String[] {key}))
        .in(Tensor.of(new String[] {""}))
        .attr("dtypes", List.of(dtype))
        .one();
  }

  /** Reads which objects the values belong to. */
  TrackableObjectGraph objects() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor text = read(OBJECTS, DType.STRING);
      Tensor bytes = Op.of("DecodeRaw").in(text).attr("out_type", DType.UINT8).one();
      return TrackableObjectGraph.parseFrom(bytes.toBytes());
    } catch (InvalidProtocolBufferException e) {
      throw new SavedModelException(prefix + ": `" + OBJECTS + "`: " + e.getMessage(), e);
    }
  }

  /** Writes values, and which objects they belong to. */
  void write(Map<String, Tensor> values, TrackableObjectGraph objects) {
    try (TensorScope scope = TensorScope.open()) {
      Map<String, Tensor> all = new TreeMap<>(values);
      all.put(OBJECTS, text(objects));
      save(prefix(), all, this);
    }
  }

  static Tensor text(TrackableObjectGraph objects) {
    return Tensor.ofStrings(Shape.SCALAR, new byte[][] {objects.toByteArray()});
  }

  /** Adds or runs the op that writes values. */
  static void save(Tensor prefix, Map<String, Tensor> values, Object writes) {
    Op.of("SaveV2")
        .in(prefix)
        .in(Tensor.of(values.keySet().toArray(String[]::new)))
        .in(wholeTensors(values.size()))
        .in(List.copyOf(values.values()))
        .writes(writes)
        .all();
  }

  /** Adds or runs the op that reads values. */
  static List<Tensor> restore(Tensor prefix, List<String> keys, List<DType> dtypes) {
    return Op.of("RestoreV2")
        .in(prefix)
        .in(Tensor.of(keys.toArray(String[]::new)))
        .in(wholeTensors(keys.size()))
        .attr("dtypes", dtypes)
        .all();
  }

  private static Tensor wholeTensors(int count) {
    String[] slices = new String[count];
    Arrays.fill(slices, "");
    return Tensor.of(slices);
  }
}

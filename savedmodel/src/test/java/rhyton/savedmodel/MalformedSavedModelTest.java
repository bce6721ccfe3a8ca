package rhyton.savedmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;
import rhyton.tensor.DType;

/** Damaged and hostile SavedModels end in an exception that says what is wrong. */
final class MalformedSavedModelTest {
  @TempDir private Path temporary;

  @Tag("golden")
  @TestFactory
  Stream<DynamicTest> saysWhatIsWrong() {
    Path folder = GoldenFiles.root().resolve("malformed");
    List<DynamicTest> tests = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      JsonNode files = GoldenFiles.json(folder.resolve("index.json")).get("files");
      for (Map.Entry<String, JsonNode> file : files.properties()) {
        if (file.getKey().startsWith("sm_")) {
          tests.add(
              DynamicTest.dynamicTest(
                  file.getKey(), () -> check(folder.resolve(file.getKey()), file.getValue())));
        }
      }
    }
    return tests.stream();
  }

  private static void check(Path folder, JsonNode facts) {
    assertEquals("error", facts.get("expect").asText());
    SavedModelException e =
        assertThrows(SavedModelException.class, () -> SavedModel.load(folder).close());
    SavedModelGoldenTest.assertSays(e, facts.get("message_words"));
    assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../case.json", "/etc/hostname", ".."})
  void refusesAssetsOutsideOfTheFolder(String name) throws IOException {
    Path folder =
        changed("tf_tables_assets", graph -> graph.getAssetFileDefBuilder(0).setFilename(name));
    SavedModelException e =
        assertThrows(SavedModelException.class, () -> SavedModel.load(folder).close());
    assertTrue(e.getMessage().contains("`" + name + "` lies outside"), e.getMessage());
  }

  @Test
  void refusesConstantsOfAbsurdSize() throws IOException {
    TensorProto.Builder zeros = TensorProto.newBuilder().setDtype(DataType.DT_FLOAT);
    zeros.setTensorShape(
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dim.newBuilder().setSize(1L << 40))
            .addDim(TensorShapeProto.Dim.newBuilder().setSize(1L << 40)));
    NodeDef.Builder node = NodeDef.newBuilder().setName("zeros").setOp("Const");
    node.putAttr("dtype", Protos.attribute(DType.FLOAT32));
    node.putAttr("value", AttrValue.newBuilder().setTensor(zeros.addFloatVal(0)).build());
    Path folder =
        changed(
            "export_tfk218_mlp",
            graph -> {
              graph.getGraphDefBuilder().addNode(node);
              graph.getGraphDefBuilder().getLibraryBuilder().getFunctionBuilder(0).addNodeDef(node);
            });
    SavedModelException e =
        assertThrows(SavedModelException.class, () -> SavedModel.load(folder).close());
    assertTrue(e.getMessage().contains("`zeros`"), e.getMessage());
  }

  @Test
  void namesAnOpThatIsNotThere() throws IOException {
    Path folder =
        changed(
            "export_tfk218_mlp",
            graph -> {
              var signature = graph.getSignatureDefOrThrow("serving_default").toBuilder();
              String output = signature.getOutputsMap().keySet().iterator().next();
              signature.putOutputs(
                  output,
                  signature.getOutputsOrThrow(output).toBuilder().setName("nowhere:0").build());
              graph.putSignatureDef("serving_default", signature.build());
            });
    SavedModelException e =
        assertThrows(SavedModelException.class, () -> SavedModel.load(folder).close());
    assertTrue(e.getMessage().contains("there is no op `nowhere`"), e.getMessage());
  }

  @Test
  void saysThatAFolderIsNone() {
    SavedModelException e =
        assertThrows(SavedModelException.class, () -> SavedModel.load(temporary));
    assertEquals(temporary + " is not a SavedModel: it has no file saved_model.pb", e.getMessage());
  }

  /** A copy of a case's model with another graph. */
  private Path changed(String name, Consumer<MetaGraphDef.Builder> change) throws IOException {
    Path folder = temporary.resolve("model");
    copy(GoldenFiles.own().resolve(name).resolve("model"), folder);
    Path file = folder.resolve("saved_model.pb");
    var model = org.tensorflow.proto.SavedModel.parseFrom(Files.readAllBytes(file)).toBuilder();
    change.accept(model.getMetaGraphsBuilder(0));
    Files.write(file, model.build().toByteArray());
    return folder;
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(from)) {
      all = paths.sorted().toList();
    }
    for (Path path : all) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
  }
}

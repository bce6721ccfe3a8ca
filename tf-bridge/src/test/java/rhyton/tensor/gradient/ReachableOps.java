package rhyton.tensor.gradient;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.OpList;
import rhyton.tensor.Tensor;

/**
 * The ops of TensorFlow that the compiled code of this module can call: all texts in it that are
 * names of native ops, also those put together from two texts of one class.
 */
final class ReachableOps {
  private static final Set<DataType> CONTINUOUS =
      Set.of(
          DataType.DT_HALF,
          DataType.DT_BFLOAT16,
          DataType.DT_FLOAT,
          DataType.DT_DOUBLE,
          DataType.DT_COMPLEX64,
          DataType.DT_COMPLEX128);

  private ReachableOps() {}

  /** The names of ops that take and give numbers that change continuously. */
  static Set<String> continuous() {
    Map<String, OpDef> known = natives();
    Set<String> found = new TreeSet<>();
    for (Set<String> texts : textsOfClasses()) {
      Set<String> named = new HashSet<>(texts);
      for (String text : texts) {
        if (text.indexOf('\u0001') >= 0) {
          texts.forEach(part -> named.add(text.replace("\u0001", part)));
        }
      }
      named.stream()
          .map(known::get)
          .filter(op -> op != null && isContinuous(op))
          .forEach(op -> found.add(op.getName()));
    }
    return found;
  }

  private static Map<String, OpDef> natives() {
    Tensor.of(1f).close(); // loads the library
    Map<String, OpDef> ops = new HashMap<>();
    try (TF_Buffer buffer = tensorflow.TF_GetAllOpList()) {
      byte[] bytes = new byte[(int) buffer.length()];
      new org.bytedeco.javacpp.BytePointer(buffer.data()).get(bytes);
      OpList.parseFrom(bytes).getOpList().forEach(op -> ops.put(op.getName(), op));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ops;
  }

  private static boolean isContinuous(OpDef op) {
    return op.getInputArgList().stream().anyMatch(arg -> isContinuous(op, arg))
        && op.getOutputArgList().stream().anyMatch(arg -> isContinuous(op, arg));
  }

  private static boolean isContinuous(OpDef op, OpDef.ArgDef arg) {
    if (!arg.getTypeListAttr().isEmpty()) {
      return true;
    }
    if (arg.getTypeAttr().isEmpty()) {
      return CONTINUOUS.contains(arg.getType());
    }
    OpDef.AttrDef attr =
        op.getAttrList().stream()
            .filter(one -> one.getName().equals(arg.getTypeAttr()))
            .findFirst()
            .orElseThrow();
    List<DataType> allowed = attr.getAllowedValues().getList().getTypeList();
    return allowed.isEmpty() || allowed.stream().anyMatch(CONTINUOUS::contains);
  }

  // ---- class files ---------------------------------------------------------------------------

  private static List<Set<String>> textsOfClasses() {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(ReachableOps::texts)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      return Path.of(Tensor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The texts in the constant pool of a class, see chapter 4.4 of the JVM's specification. */
  private static Set<String> texts(Path file) {
    Set<String> texts = new HashSet<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(8);
      int count = in.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts.add(in.readUTF());
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++;
          }
          case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          default -> throw new IOException(file + ": unknown constant " + tag);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}

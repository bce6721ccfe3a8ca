package rhyton.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Examples in Javadoc and in the documents compile, or are copies of code that does; links lead
 * somewhere. Names that an example takes for granted are fields of {@link Prelude}.
 */
final class DocumentationTest {
  /** The modules whose classes are on the class path here. */
  private static final List<String> MODULES = List.of("tf-bridge", "savedmodel", "keras-compat");

  private static final List<String> DOCUMENTS =
      List.of(
          "README.md",
          "CHANGELOG.md",
          "CONTRIBUTING.md",
          "DEVIATIONS.md",
          "docs/ARCHITECTURE.md",
          "docs/ADD_A_LAYER.md",
          "docs/YOUR_OWN.md",
          "tools/README.md");

  /** Variables of single examples that are of another type than in the others. */
  private static final Map<String, String> OWN_VARIABLES =
      Map.of(
          "ArgValues.java", "Arg<Integer> UNITS; Arg<Boolean> USE_BIAS;",
          "H5Writer.java", "java.nio.ByteBuffer kernel;",
          "SavedModelWriter.java", "Variable kernel; TensorSpec x;");

  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern JAVADOC =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\}</pre>", Pattern.DOTALL);
  private static final Pattern MARKDOWN =
      Pattern.compile("^```java\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  private static final Path ROOT = root();

  /** An example: where it stands, the package that it is compiled in, its text. */
  private record Example(String file, String packageName, String text) {
    String source(int number, String imports) {
      String body = text.replaceAll("(?m)^public ", "");
      return ("package " + packageName + ";\n" + imports)
          + ("abstract class Example" + number + " extends rhyton.architecture.Prelude {\n")
          + OWN_VARIABLES.getOrDefault(file, "")
          + ("\nvoid run() throws Exception {\n" + body + "\n}\n}\n");
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All Java files below a folder of a module, with their texts. */
  private static Map<Path, String> sources(Path folder) {
    Map<Path, String> texts = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(f -> f.toString().endsWith(".java")).forEach(f -> texts.put(f, read(f)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  private static List<Example> examplesOfJavadoc() {
    List<Example> examples = new ArrayList<>();
    for (String module : MODULES) {
      sources(ROOT.resolve(module).resolve("src/main/java"))
          .forEach(
              (file, text) -> {
                Matcher packages = PACKAGE.matcher(text);
                assertTrue(packages.find(), file::toString);
                for (Matcher m = JAVADOC.matcher(text); m.find(); ) {
                  String example = m.group(1).replaceAll("(?m)^ *\\* ?", "");
                  examples.add(
                      new Example(file.getFileName().toString(), packages.group(1), example));
                }
              });
    }
    return examples;
  }

  private static List<Example> examplesOf(String document) {
    List<Example> examples = new ArrayList<>();
    for (Matcher m = MARKDOWN.matcher(read(ROOT.resolve(document))); m.find(); ) {
      examples.add(new Example(document, "rhyton.documents", m.group(1)));
    }
    return examples;
  }

  /** Without white space, because the formatter breaks lines elsewhere than a document. */
  private static String dense(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String allSources() {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.filter(m -> Files.exists(m.resolve("pom.xml"))).toList()) {
        for (String part : List.of("src/main/java", "src/test/java")) {
          sources(module.resolve(part))
              .forEach((file, text) -> all.append(JAVADOC.matcher(text).replaceAll("")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dense(all.toString());
  }

  private static String imports() {
    TreeSet<String> packages = new TreeSet<>(List.of("java.nio.file", "java.util"));
    for (String module : MODULES) {
      Path main = ROOT.resolve(module).resolve("src/main/java");
      sources(main).keySet().stream()
          .map(file -> main.relativize(file.getParent()).toString())
          .forEach(folder -> packages.add(folder.replace('/', '.').replace('\\', '.')));
    }
    return packages.stream().map(p -> "import " + p + ".*;\n").collect(Collectors.joining());
  }

  @Test
  void examplesCompileOrAreCopies(@TempDir Path classes) {
    List<Example> examples = examplesOfJavadoc();
    assertTrue(examples.size() > 50, "few examples were found: " + examples.size());
    DOCUMENTS.forEach(document -> examples.addAll(examplesOf(document)));
    String code = allSources();
    examples.removeIf(example -> code.contains(dense(example.text())));
    assertEquals("", errors(examples, classes));
  }

  private static String errors(List<Example> examples, Path classes) {
    String imports = imports();
    Map<URI, String> files = new TreeMap<>();
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      String source = example.source(i, imports);
      URI uri = URI.create("string:///Example" + i + ".java");
      files.put(uri, example.file());
      sources.add(
          new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return source;
            }
          });
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options = List.of("-proc:none", "-Xlint:none", "-d", classes.toString());
    compiler.getTask(null, null, found, options, null, sources).call();
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> files.get(d.getSource().toUri()) + ": " + d.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theReadmeShowsTheQuickstart() {
    String program = read(ROOT.resolve("samples/src/main/java/rhyton/samples/Quickstart.java"));
    String shown = examplesOf("README.md").get(0).text();
    assertTrue(dense(program).contains(dense(shown)), "not the text of Quickstart.java:\n" + shown);
  }

  @Test
  void linksLeadToFiles() {
    List<String> broken = new ArrayList<>();
    for (String document : DOCUMENTS) {
      Path file = ROOT.resolve(document);
      for (Matcher m = LINK.matcher(read(file)); m.find(); ) {
        if (!Files.exists(file.resolveSibling(m.group(1)))) {
          broken.add(document + ": " + m.group(1));
        }
      }
    }
    assertEquals(List.of(), broken);
  }
}

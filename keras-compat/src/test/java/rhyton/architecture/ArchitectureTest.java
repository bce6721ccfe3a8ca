package rhyton.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The structure that docs/ARCHITECTURE.md describes, held against all sources of the project. */
final class ArchitectureTest {
  /** Modules from below to above: a module may import those before it that are named for it. */
  private static final Map<String, Set<String>> MODULES =
      Map.of(
          "tf-bridge", Set.of(),
          "savedmodel", Set.of("tf-bridge"),
          "keras-compat", Set.of("tf-bridge", "savedmodel"),
          "native-check", Set.of("tf-bridge", "savedmodel", "keras-compat"),
          "samples", Set.of("tf-bridge", "savedmodel", "keras-compat"),
          "cli", Set.of("tf-bridge", "savedmodel", "keras-compat", "native-check"),
          "benchmarks", Set.of("tf-bridge", "savedmodel", "keras-compat"));

  /** The packages of keras-compat in layers: a package imports packages of layers below only. */
  private static final List<Set<String>> LAYERS =
      List.of(
          Set.of("rhyton.utils"),
          Set.of("rhyton.config"),
          Set.of("rhyton.graph", "rhyton.ops", "rhyton.saving.hdf5"),
          Set.of("rhyton.random"),
          Set.of(
              "rhyton.initializers",
              "rhyton.regularizers",
              "rhyton.constraints",
              "rhyton.activations"),
          Set.of("rhyton.layers.options"),
          Set.of("rhyton.optimizers.schedules"),
          Set.of("rhyton.losses"),
          Set.of("rhyton.metrics"),
          Set.of("rhyton.layers", "rhyton.optimizers", "rhyton.callbacks", "rhyton.data"),
          Set.of("rhyton.training", "rhyton.saving"),
          Set.of("rhyton.models"),
          Set.of("rhyton.verify"));

  /** Classes that others extend though they are not abstract: the base of all file errors. */
  private static final Set<String> OPEN_CLASSES = Set.of("FileFormatException");

  /** Files that are longer than a page by their nature: an input has to be put together by hand. */
  private static final Set<String> LONG_FILES = Set.of("InputLayer.java");

  /** A package of classes that only forward, as many lines as there are functions. */
  private static final String FORWARDING = "rhyton.ops";

  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+)\\.[A-Z]\\w*", Pattern.MULTILINE);
  private static final Pattern CLASS =
      Pattern.compile("^(?:public )?((?:[a-z-]+ )*)class (\\w+)", Pattern.MULTILINE);

  private record Source(String module, Path path, String text) {
    String packageName() {
      Matcher matcher = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE).matcher(text);
      return matcher.find() ? matcher.group(1) : "";
    }

    Set<String> importedPackages() {
      Set<String> packages = new TreeSet<>();
      for (Matcher m = IMPORT.matcher(text); m.find(); ) {
        packages.add(m.group(1).replaceAll("\\.[A-Z].*", ""));
      }
      return packages;
    }

    String file() {
      return path.getFileName().toString();
    }
  }

  private static final List<Source> SOURCES = read();

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static List<Source> read() {
    List<Source> sources = new ArrayList<>();
    for (String module : MODULES.keySet()) {
      Path main = root().resolve(module).resolve("src/main/java");
      if (!Files.exists(main)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(main)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          sources.add(new Source(module, file, Files.readString(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }

  private static void none(List<String> wrong) {
    assertEquals("", String.join("\n", new TreeSet<>(wrong)));
  }

  @Test
  void importsOfModulesPointDown() {
    Map<String, String> moduleOf = new TreeMap<>();
    SOURCES.forEach(source -> moduleOf.put(source.packageName(), source.module()));
    List<String> wrong = new ArrayList<>();
    for (Source source : SOURCES) {
      for (String imported : source.importedPackages()) {
        String module = moduleOf.get(imported);
        boolean allowed =
            module == null
                || module.equals(source.module())
                || MODULES.get(source.module()).contains(module);
        if (!allowed) {
          wrong.add(source.path() + " (" + source.module() + ") imports " + imported);
        }
      }
    }
    none(wrong);
  }

  @Test
  void importsOfKerasPackagesPointDown() {
    List<String> wrong = new ArrayList<>();
    for (Source source : SOURCES) {
      if (!source.module().equals("keras-compat")) {
        continue;
      }
      int own = layer(source.packageName());
      assertTrue(own >= 0, source.packageName() + " has no place in the layers of packages");
      for (String imported : source.importedPackages()) {
        boolean family =
            imported.startsWith(source.packageName()) || source.packageName().startsWith(imported);
        if (layer(imported) >= own && !family) {
          wrong.add(source.packageName() + "." + source.file() + " imports " + imported);
        }
      }
    }
    none(wrong);
  }

  private static int layer(String packageName) {
    for (int i = 0; i < LAYERS.size(); i++) {
      if (LAYERS.get(i).contains(packageName)) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void onlyTheBridgeKnowsTheNativeLibrary() {
    List<String> wrong = new ArrayList<>();
    for (Source source : SOURCES) {
      for (String imported : source.importedPackages()) {
        boolean tensorflow = imported.startsWith("org.tensorflow");
        boolean protos = imported.startsWith("org.tensorflow.proto");
        boolean pointers = imported.startsWith("org.bytedeco");
        boolean bridge = source.module().equals("tf-bridge");
        boolean allowed = bridge || (protos && source.module().equals("savedmodel"));
        if ((tensorflow || pointers) && !allowed) {
          wrong.add(source.path() + " imports " + imported);
        }
      }
    }
    none(wrong);
  }

  @Test
  void aPageIsShort() {
    List<String> wrong = new ArrayList<>();
    for (Source source : SOURCES) {
      long lines = source.text().lines().count();
      boolean layer =
          source.packageName().equals("rhyton.layers") && source.text().contains("TYPE =");
      int limit = layer ? 120 : 400;
      boolean forwarding = source.packageName().equals(FORWARDING);
      if (lines > limit && !forwarding && !LONG_FILES.contains(source.file())) {
        wrong.add(source.file() + " has " + lines + " lines, more than " + limit);
      }
    }
    none(wrong);
  }

  @Test
  void aMethodIsShort() {
    List<String> wrong = new ArrayList<>();
    Pattern begin = Pattern.compile("^ {2}[\\w@<].*\\{$");
    for (Source source : SOURCES) {
      List<String> lines = source.text().lines().toList();
      int from = -1;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        boolean type = line.matches(".*\\b(class|interface|record|enum)\\b.*");
        if (from < 0 && begin.matcher(line).matches() && !type) {
          from = i;
        } else if (from >= 0 && line.equals("  }")) {
          if (i - from > 40) {
            wrong.add(source.file() + ": " + lines.get(from).strip() + " has " + (i - from));
          }
          from = -1;
        }
      }
    }
    none(wrong);
  }

  @Test
  void aClassIsFinalOrMadeForExtension() {
    List<String> wrong = new ArrayList<>();
    for (Source source : SOURCES) {
      for (Matcher m = CLASS.matcher(source.text()); m.find(); ) {
        boolean decided = m.group(1).matches(".*(final|abstract|sealed).*");
        if (!decided && !OPEN_CLASSES.contains(m.group(2))) {
          wrong.add(source.file() + ": " + m.group(2));
        }
      }
    }
    none(wrong);
  }

  @Test
  void everyPackageSaysWhatItIs() {
    Set<String> said = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (Source source : SOURCES) {
      all.add(source.packageName());
      if (source.file().equals("package-info.java")) {
        said.add(source.packageName());
        assertTrue(
            source.text().contains("/**"), source.packageName() + " says nothing about itself");
      }
    }
    all.removeAll(said);
    assertEquals(Set.of(), all);
  }
}

package rhyton.cli;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import picocli.CommandLine.Option;
import rhyton.config.Revivable;
import rhyton.config.TypeProvider;
import rhyton.models.LoadOptions;

/** The option {@code --classpath}: jars with layers and other classes that files may name. */
final class UserClasses {
  @Option(
      names = "--classpath",
      paramLabel = "JAR",
      description =
          "A jar with your own layers, which it names in"
              + " META-INF/services/rhyton.config.TypeProvider; several as in Java's class path.")
  private List<String> paths = List.of();

  /** The options to load a model with. */
  LoadOptions loadOptions() throws IOException {
    List<URL> jars = new ArrayList<>();
    for (String path : paths) {
      for (String jar : path.split(File.pathSeparator)) {
        if (!Files.exists(Path.of(jar))) {
          throw new NoSuchFileException(jar);
        }
        jars.add(Path.of(jar).toUri().toURL());
      }
    }
    return jars.isEmpty()
        ? new LoadOptions()
        : new LoadOptions().customObjects(types(jars).toArray(Revivable<?>[]::new));
  }

  /** The loader stays open as long as the process: classes may be loaded later. */
  private List<Revivable<?>> types(List<URL> jars) throws IOException {
    ClassLoader own = UserClasses.class.getClassLoader();
    URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), own);
    if (loader.findResource("META-INF/services/" + TypeProvider.class.getName()) == null) {
      throw new IOException(
          String.join(File.pathSeparator, paths)
              + ": has no META-INF/services/"
              + TypeProvider.class.getName()
              + ", which names the class that lists your layers");
    }
    List<Revivable<?>> types = new ArrayList<>();
    try {
      ServiceLoader.load(TypeProvider.class, loader)
          .forEach(provider -> types.addAll(provider.types()));
    } catch (ServiceConfigurationError e) {
      throw new IOException(String.join(File.pathSeparator, paths) + ": " + e.getMessage(), e);
    }
    return types;
  }
}

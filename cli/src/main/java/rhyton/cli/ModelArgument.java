package rhyton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rhyton.models.Model;
import rhyton.savedmodel.SavedModel;
import rhyton.saving.FileKind;
import rhyton.saving.KerasFile;
import rhyton.saving.hdf5.H5File;

/** The argument {@code MODEL} and the options that say how it is loaded. */
final class ModelArgument {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "A .keras file, a folder with its members, or a SavedModel folder; with --architecture"
              + " also a file that holds only weights. The content tells which it is.")
  private Path path;

  @Option(
      names = "--architecture",
      paramLabel = "A.json",
      description = "The architecture, for a MODEL that holds only weights.")
  private Path architecture;

  @Mixin private UserClasses classes;

  Path path() {
    return path;
  }

  FileKind kind() throws IOException {
    return FileKind.of(path);
  }

  /** Whether there is no Keras model in it, only signatures that can be called. */
  boolean hasOnlySignatures() throws IOException {
    return kind() == FileKind.SAVED_MODEL
        && SavedModel.extraFile(path, KerasFile.IN_SAVED_MODEL + KerasFile.CONFIG) == null;
  }

  /** Loads what must be a SavedModel. */
  SavedModel loadSavedModel() throws IOException {
    if (kind() != FileKind.SAVED_MODEL) {
      throw new IllegalArgumentException(path + " is not a SavedModel: it has no signatures");
    }
    return SavedModel.load(path);
  }

  /**
   * Loads what must be a Keras model.
   *
   * @param use what it is loaded for, such as "trained"
   */
  Model load(String use) throws IOException {
    if (hasOnlySignatures()) {
      throw new IllegalArgumentException(
          path + " is a SavedModel without a Keras model in it: it cannot be " + use);
    }
    if (architecture != null) {
      Model model = Model.fromJson(Files.readString(architecture), classes.loadOptions());
      try {
        model.loadWeights(path);
        return model;
      } catch (RuntimeException e) {
        model.close();
        throw e;
      }
    }
    if (kind() == FileKind.HDF5 && holdsOnlyWeights()) {
      throw new IllegalArgumentException(
          path + " holds only weights: give the architecture with --architecture A.json");
    }
    return Model.load(path, classes.loadOptions());
  }

  /** Loads a model that has compile settings. */
  Model loadCompiled(String use) throws IOException {
    Model model = load(use);
    if (model.compiled() == null) {
      model.close();
      throw new IllegalArgumentException(
          path + " has no compile settings (optimizer, loss): it cannot be " + use);
    }
    return model;
  }

  private boolean holdsOnlyWeights() throws IOException {
    try (H5File file = H5File.open(path)) {
      return !file.attributes("").containsKey("model_config");
    }
  }
}

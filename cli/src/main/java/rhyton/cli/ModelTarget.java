package rhyton.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import rhyton.models.Model;

/**
 * Where a model goes; the suffix says in which format, and a folder is a SavedModel.
 *
 * @param path the file or folder
 * @param format what it will be
 */
record ModelTarget(Path path, Format format) {
  /** The formats. */
  enum Format {
    /** Keras's file of a whole model. */
    KERAS,
    /** Only the weights, as HDF5. */
    WEIGHTS,
    /** TensorFlow's folder, with the Keras model inside. */
    SAVED_MODEL
  }

  /** Reads the argument; a suffix that is not known is wrong usage. */
  static final class Converter implements ITypeConverter<ModelTarget> {
    @Override
    public ModelTarget convert(String value) {
      Path path = Path.of(value);
      String name = value.toLowerCase(Locale.ROOT);
      if (Files.isDirectory(path) || name.endsWith("/") || name.endsWith("\\")) {
        return new ModelTarget(path, Format.SAVED_MODEL);
      }
      if (name.endsWith(".keras")) {
        return new ModelTarget(path, Format.KERAS);
      }
      if (name.endsWith(".weights.h5")) {
        return new ModelTarget(path, Format.WEIGHTS);
      }
      if (name.matches(".*\\.[a-z][a-z0-9]*")) {
        throw new TypeConversionException(
            ("'" + value + "' must end in .keras or .weights.h5, or be a folder for a SavedModel:")
                + " a name without suffix, or with a / at its end");
      }
      return new ModelTarget(path, Format.SAVED_MODEL);
    }
  }

  void save(Model model) {
    switch (format) {
      case KERAS -> model.save(path);
      case SAVED_MODEL -> model.export(path);
      case WEIGHTS -> model.saveWeights(path);
    }
  }
}

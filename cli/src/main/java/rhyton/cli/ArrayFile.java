package rhyton.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import rhyton.tensor.Npy;
import rhyton.tensor.Npz;
import rhyton.tensor.Tensor;

/**
 * A file of arrays; its suffix says the format.
 *
 * @param path the file
 * @param format what it is
 */
record ArrayFile(Path path, Format format) {
  /** The formats. */
  enum Format {
    /** NumPy's archive of named arrays. */
    NPZ,
    /** One array. */
    NPY,
    /** Text: a header line, then a line a sample with a number a feature. */
    CSV
  }

  /** Reads the argument of an option; another suffix is wrong usage. */
  static final class Converter implements ITypeConverter<ArrayFile> {
    @Override
    public ArrayFile convert(String value) {
      for (Format format : Format.values()) {
        if (value.toLowerCase(Locale.ROOT).endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
          return new ArrayFile(Path.of(value), format);
        }
      }
      throw new TypeConversionException("'" + value + "' must end in .npz, .npy or .csv");
    }
  }

  /** The arrays by their keys; the only one of a .npy or .csv file is {@code x}. */
  Map<String, Tensor> read() throws IOException {
    return switch (format) {
      case NPZ -> Npz.readAll(path);
      case NPY -> Map.of("x", Npy.read(path));
      case CSV -> Map.of("x", CsvTable.read(path));
    };
  }

  /** Refuses what the format cannot hold, before the work begins. */
  void requireRoomFor(int outputs) {
    if (format != Format.NPZ && outputs != 1) {
      throw new IllegalArgumentException(
          path + " can hold one array, the model has " + outputs + " outputs: write a .npz file");
    }
  }

  /** Writes the outputs of a model: {@code predict}, or {@code predict0}, {@code predict1}, … */
  void write(List<Tensor> outputs) throws IOException {
    requireRoomFor(outputs.size());
    switch (format) {
      case NPZ -> Npz.write(path, named(outputs));
      case NPY -> Npy.write(path, outputs.get(0));
      case CSV -> CsvTable.write(path, outputs.get(0));
    }
  }

  private static Map<String, Tensor> named(List<Tensor> outputs) {
    if (outputs.size() == 1) {
      return Map.of("predict", outputs.get(0));
    }
    Map<String, Tensor> named = new LinkedHashMap<>();
    outputs.forEach(output -> named.put("predict" + named.size(), output));
    return named;
  }
}

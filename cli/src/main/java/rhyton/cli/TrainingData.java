package rhyton.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import rhyton.models.Model;
import rhyton.tensor.Npz;

/**
 * An .npz file with inputs and targets.
 *
 * @param path the file
 */
record TrainingData(Path path) {
  /** What help says of the arrays. */
  static final String KEYS =
      "Arrays of the .npz file: inputs x; or x0, x1, ... in the order of the model's inputs; or"
          + " their names. Targets y; or y0, y1, ...; or y:NAME. Weights of samples sample_weight,"
          + " sample_weight0, ... or sample_weight:NAME.";

  /** Reads the argument of an option; another suffix is wrong usage. */
  static final class Converter implements ITypeConverter<TrainingData> {
    @Override
    public TrainingData convert(String value) {
      if (!value.toLowerCase(Locale.ROOT).endsWith(".npz")) {
        throw new TypeConversionException("'" + value + "' must end in .npz");
      }
      return new TrainingData(Path.of(value));
    }
  }

  /** The samples in the order of the model. */
  ArrayKeys.Samples read(Model model) throws IOException {
    return new ArrayKeys(path, Npz.readAll(path), ModelNames.inputs(model), model::checkInputs)
        .samples(model.outputNames());
  }
}

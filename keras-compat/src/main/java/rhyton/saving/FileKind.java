package rhyton.saving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file or folder is, told by its content: names lie. */
public enum FileKind {
  /** A zip archive, as {@code .keras} files are. */
  ZIP,
  /** A folder with the members of such an archive. */
  FOLDER,
  /** An HDF5 file: weights, or a whole model in Keras's old format. */
  HDF5,
  /** A folder that TensorFlow calls a SavedModel. */
  SAVED_MODEL;

  private static final byte[] HDF5_SIGN = {(byte) 0x89, 'H', 'D', 'F'};
  private static final byte[] ZIP_SIGN = {'P', 'K'};

  /**
   * The kind of a file or folder.
   *
   * @param path the file or folder
   * @return what it is
   * @throws IOException if it cannot be read, or there is none
   * @throws KerasFileException if it is none of these
   */
  public static FileKind of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      if (Files.exists(path.resolve(KerasFile.CONFIG))) {
        return FOLDER;
      }
      if (Files.exists(path.resolve("saved_model.pb"))) {
        return SAVED_MODEL;
      }
      throw new KerasFileException(
          path + ": the folder has neither a config.json nor a saved_model.pb: it is no model");
    }
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(HDF5_SIGN.length);
    }
    if (Arrays.equals(start, HDF5_SIGN)) {
      return HDF5;
    }
    if (start.length > 2 && Arrays.equals(start, 0, 2, ZIP_SIGN, 0, 2)) {
      return ZIP;
    }
    throw new KerasFileException(
        path + ": is neither a zip archive, as .keras files are, nor an HDF5 file");
  }
}

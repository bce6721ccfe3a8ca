package rhyton.saving;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import rhyton.saving.hdf5.H5File;

/**
 * A {@code .keras} file, open for reading: a zip archive with the model's config as JSON and its
 * weights as HDF5, or a folder with the same members. It may come from a stranger.
 */
public final class KerasFile implements Closeable {
  /** The member with Keras's version. */
  public static final String METADATA = "metadata.json";

  /** The member with the model's config. */
  public static final String CONFIG = "config.json";

  /** The member with the weights. */
  public static final String WEIGHTS = "model.weights.h5";

  /** Where the members lie among the extra files of a SavedModel. */
  public static final String IN_SAVED_MODEL = "keras/";

  /** Configs are text; the largest ones seen have a few MiB. */
  private static final long MOST_JSON = 256L << 20;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Python writes NaN and Infinity
              .build());

  private final Path path;
  private final ZipFile zip;

  private KerasFile(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
  }

  /**
   * Opens a file.
   *
   * @param path the archive, or a folder with its members
   * @return the open file
   * @throws IOException if it cannot be read
   * @throws KerasFileException if the archive is damaged, or has members that lead out of it
   */
  public static KerasFile open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return new KerasFile(path, null);
    }
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw new KerasFileException(path + ": a damaged zip archive: " + e.getMessage(), e);
    }
    KerasFile file = new KerasFile(path, zip);
    try {
      zip.stream().map(ZipEntry::getName).forEach(file::checkMember);
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
    return file;
  }

  private void checkMember(String name) {
    String plain = name.replace('\\', '/');
    boolean leadsOut = List.of(plain.split("/")).contains("..");
    if (leadsOut || plain.startsWith("/") || plain.matches("[A-Za-z]:.*")) {
      throw bad(name, "a member of this name would lie outside of the archive: refused");
    }
  }

  /** Returns the names of the members. */
  public List<String> members() {
    List<String> names = new ArrayList<>();
    if (zip != null) {
      zip.stream().map(ZipEntry::getName).forEach(names::add);
      return names;
    }
    for (String name : List.of(METADATA, CONFIG, WEIGHTS)) {
      if (Files.exists(path.resolve(name))) {
        names.add(name);
      }
    }
    return names;
  }

  /**
   * Returns the model's config.
   *
   * @throws IOException if it cannot be read
   * @throws KerasFileException if it is missing, or not an object in JSON
   */
  public JsonNode config() throws IOException {
    return json(CONFIG);
  }

  /**
   * Returns what the file says of its writer, such as {@code keras_version}.
   *
   * @throws IOException if it cannot be read
   * @throws KerasFileException if it is missing, or not an object in JSON
   */
  public JsonNode metadata() throws IOException {
    return json(METADATA);
  }

  private JsonNode json(String member) throws IOException {
    try (InputStream in = new LimitedStream(open(member), MOST_JSON)) {
      JsonNode json = MAPPER.readTree(in);
      if (json == null || !json.isObject()) {
        throw bad(member, "must be an object in JSON");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw bad(member, "is not JSON that can be read: " + e.getOriginalMessage(), e);
    } catch (ZipException e) {
      throw bad(member, "is damaged: " + e.getMessage(), e);
    }
  }

  /**
   * Parses a config that is not in a file.
   *
   * @param json the text
   * @return the JSON
   * @throws KerasFileException if it is not JSON
   */
  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new KerasFileException("not JSON that can be read: " + e.getOriginalMessage(), e);
    }
  }

  private InputStream open(String member) throws IOException {
    if (zip == null) {
      if (!Files.isRegularFile(path.resolve(member))) {
        throw bad(member, "is missing");
      }
      return Files.newInputStream(path.resolve(member));
    }
    ZipEntry entry = zip.getEntry(member);
    if (entry == null) {
      throw bad(member, "is missing");
    }
    return zip.getInputStream(entry);
  }

  /**
   * Opens the weights.
   *
   * @return the HDF5 file, to be closed by the caller
   * @throws IOException if it cannot be read
   * @throws KerasFileException if it is missing or damaged
   */
  public H5File weights() throws IOException {
    if (!members().contains(WEIGHTS)) {
      throw bad(WEIGHTS, "is missing");
    }
    return zip == null ? H5File.open(path.resolve(WEIGHTS)) : H5File.openMember(path, WEIGHTS);
  }

  /**
   * An error in this file.
   *
   * @param member the member
   * @param problem what is wrong
   * @return the exception to throw
   */
  public KerasFileException bad(String member, String problem) {
    return bad(member, problem, null);
  }

  /**
   * An error in this file.
   *
   * @param member the member
   * @param problem what is wrong
   * @param cause what found it
   * @return the exception to throw
   */
  public KerasFileException bad(String member, String problem, Throwable cause) {
    return new KerasFileException(path.getFileName() + ": " + member + ": " + problem, cause);
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}

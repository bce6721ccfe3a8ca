package rhyton.saving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import rhyton.saving.hdf5.H5Writer;

/** Writes {@code .keras} files as Keras does: three members, not compressed, in this order. */
public final class KerasFileWriter {
  /** The release whose configs are written, less what Keras 3.1 does not know. */
  private static final String KERAS_VERSION = "3.15.1";

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd@HH:mm:ss");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private KerasFileWriter() {}

  /** What writes weights. */
  @FunctionalInterface
  public interface Weights {
    /**
     * Writes.
     *
     * @param out the HDF5 file
     * @throws IOException if it cannot be written
     */
    void write(H5Writer out) throws IOException;
  }

  /**
   * Writes an archive, whole or not at all.
   *
   * @param path where to
   * @param config the model's config
   * @param weights writes the weights
   * @throws IOException if it cannot be written
   */
  public static void write(Path path, ObjectNode config, Weights weights) throws IOException {
    AtomicFile.write(
        path,
        temporary -> {
          Path hdf5 = AtomicFile.sibling(temporary);
          try (OutputStream file = Files.newOutputStream(temporary);
              ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> text : texts(config).entrySet()) {
              add(zip, text.getKey(), text.getValue());
            }
            writeWeights(hdf5, weights);
            add(zip, KerasFile.WEIGHTS, hdf5);
          } finally {
            Files.deleteIfExists(hdf5);
          }
        });
  }

  /**
   * Writes a file of weights only, whole or not at all.
   *
   * @param path where to
   * @param weights writes the weights
   * @throws IOException if it cannot be written
   */
  public static void writeWeights(Path path, Weights weights) throws IOException {
    AtomicFile.write(
        path,
        temporary -> {
          try (H5Writer out = new H5Writer(temporary)) {
            weights.write(out);
          }
        });
  }

  /**
   * The members that are text, for those who keep a model's config in another place.
   *
   * @param config the model's config
   * @return the bytes by name, in Keras's order
   */
  public static Map<String, byte[]> texts(ObjectNode config) {
    try {
      Map<String, byte[]> texts = new LinkedHashMap<>();
      texts.put(KerasFile.METADATA, MAPPER.writeValueAsBytes(metadata()));
      texts.put(KerasFile.CONFIG, MAPPER.writeValueAsBytes(config));
      return texts;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A config cannot be written as JSON", e);
    }
  }

  private static ObjectNode metadata() {
    return MAPPER
        .createObjectNode()
        .put("keras_version", KERAS_VERSION)
        .put("date_saved", DATE.format(LocalDateTime.now(ZoneId.systemDefault())))
        .put("written_by", "Rhyton");
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    zip.putNextEntry(stored(name, content.length, checksum.getValue()));
    zip.write(content);
    zip.closeEntry();
  }

  private static void add(ZipOutputStream zip, String name, Path content) throws IOException {
    long checksum;
    try (CheckedInputStream in =
        new CheckedInputStream(Files.newInputStream(content), new CRC32())) {
      in.transferTo(OutputStream.nullOutputStream());
      checksum = in.getChecksum().getValue();
    }
    zip.putNextEntry(stored(name, Files.size(content), checksum));
    try (InputStream in = Files.newInputStream(content)) {
      in.transferTo(zip);
    }
    zip.closeEntry();
  }

  private static ZipEntry stored(String name, long size, long checksum) {
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(checksum);
    return entry;
  }
}

package rhyton.samples.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Downloads files whose size and SHA-256 are known. A file comes to its place in one move, when it
 * is whole and right; until then, and if anything fails, the place is as it was.
 */
final class Download {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

  private final Consumer<String> progress;
  private final Duration limit;

  /** Tells {@code progress} about each file; one file may take ten minutes. */
  Download(Consumer<String> progress) {
    this(progress, Duration.ofMinutes(10));
  }

  Download(Consumer<String> progress, Duration limit) {
    this.progress = progress;
    this.limit = limit;
  }

  /**
   * A file to download.
   *
   * @param name its name, here and behind the address
   * @param bytes its size
   * @param sha256 its SHA-256 in lower-case hexadecimal digits
   */
  record Item(String name, long bytes, String sha256) {}

  /** Brings a file into a folder, unless it is there already. */
  void into(Path folder, URI origin, Item item) throws IOException {
    var target = folder.resolve(item.name());
    if (Files.isRegularFile(target) && sha256(target).equals(item.sha256())) {
      return;
    }
    var address = origin.resolve(item.name());
    progress.accept(
        String.format(Locale.ROOT, "Downloading %s (%,d bytes)", address, item.bytes()));
    var part = folder.resolve("%s.%s.part".formatted(item.name(), UUID.randomUUID()));
    try {
      fetch(address, part, item.bytes());
      var found = sha256(part);
      if (!found.equals(item.sha256())) {
        throw new IOException(
            "%s is not the file that was expected: its SHA-256 is %s instead of %s"
                .formatted(address, found, item.sha256()));
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void fetch(URI address, Path part, long bytes) throws IOException {
    var client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    var request = HttpRequest.newBuilder(address).build();
    var response = client.sendAsync(request, info -> bodyOf(info, part, bytes));
    try {
      var answer = response.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.body() == null) {
        var length = answer.headers().firstValue("content-length").orElse("an unknown number of");
        throw new IOException(
            "Cannot download %s: HTTP status %d with %s bytes, expected are status 200 and %d bytes"
                .formatted(address, answer.statusCode(), length, bytes));
      }
    } catch (ExecutionException e) {
      throw new IOException(
          "Cannot download %s: %s".formatted(address, reason(e.getCause())), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException(
          "Cannot download %s: not done after %d s".formatted(address, limit.toSeconds()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The download of %s was interrupted".formatted(address));
    } finally {
      response.cancel(true);
    }
  }

  /** The file with the answer in it, null for an answer that cannot be right. */
  private static HttpResponse.BodySubscriber<Path> bodyOf(
      HttpResponse.ResponseInfo info, Path part, long bytes) {
    long announced = info.headers().firstValueAsLong("content-length").orElse(bytes);
    return info.statusCode() == 200 && announced == bytes
        ? BodySubscribers.ofFile(part)
        : BodySubscribers.replacing(null);
  }

  private static String reason(Throwable failure) {
    if (failure instanceof HttpTimeoutException) {
      return "no answer within %d s".formatted(CONNECT_TIMEOUT.toSeconds());
    }
    if (failure instanceof ConnectException) {
      return "no connection to the server; is there a network?";
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static String sha256(Path file) throws IOException {
    try (var in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package rhyton.samples.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
  private static final byte[] CONTENT = "hello".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "HELLO".getBytes(StandardCharsets.UTF_8);
  private static final String SHA256 =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private URI origin;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/data/good", exchange -> answer(exchange, 200, CONTENT));
    server.createContext("/data/other", exchange -> answer(exchange, 200, OTHER));
    server.createContext("/data/short", exchange -> answer(exchange, 200, new byte[2]));
    server.createContext("/data/error", exchange -> answer(exchange, 500, CONTENT));
    server.createContext("/data/stalls", this::stall);
    server.start();
    origin = URI.create("http://127.0.0.1:%d/data/".formatted(server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void bringsAFileAndSaysSo() throws IOException {
    download("good");
    assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("good")));
    assertEquals(List.of("Downloading " + origin + "good (5 bytes)"), told);
    assertOnly("good");
  }

  @Test
  void keepsAFileThatIsRightAndReplacesOneThatIsNot() throws IOException {
    var path = folder.resolve("good");
    Files.writeString(path, "hel");
    download("good");
    assertArrayEquals(CONTENT, Files.readAllBytes(path));
    told.clear();
    download("good");
    assertEquals(List.of(), told);
  }

  @Test
  void aFileWithAnotherChecksumIsNotKept() throws IOException {
    Files.writeString(folder.resolve("other"), "old");
    var message = failure("other");
    assertTrue(message.startsWith(origin + "other is not the file that was expected"), message);
    assertTrue(message.endsWith("instead of " + SHA256), message);
    assertEquals("old", Files.readString(folder.resolve("other")));
    assertOnly("other");
  }

  @Test
  void anotherStatusOrSizeIsAnError() throws IOException {
    var expected = ", expected are status 200 and 5 bytes";
    assertEquals(
        "Cannot download " + origin + "error: HTTP status 500 with 5 bytes" + expected,
        failure("error"));
    assertEquals(
        "Cannot download " + origin + "short: HTTP status 200 with 2 bytes" + expected,
        failure("short"));
    assertOnly();
  }

  @Test
  void withoutANetworkOneLineSaysSo() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    origin = URI.create("http://127.0.0.1:%d/".formatted(port));
    assertEquals(
        "Cannot download " + origin + "good: no connection to the server; is there a network?",
        failure("good"));
    origin = URI.create("http://name.invalid/");
    assertEquals(
        "Cannot download " + origin + "good: no connection to the server; is there a network?",
        failure("good"));
    assertOnly();
  }

  @Test
  void aServerThatStallsIsLeft() throws IOException {
    var download = new Download(told::add, Duration.ofSeconds(1));
    var error =
        assertThrows(IOException.class, () -> download.into(folder, origin, item("stalls")));
    assertEquals("Cannot download " + origin + "stalls: not done after 1 s", error.getMessage());
    assertOnly();
  }

  private void download(String name) throws IOException {
    new Download(told::add).into(folder, origin, item(name));
  }

  private String failure(String name) {
    return assertThrows(IOException.class, () -> download(name)).getMessage();
  }

  private static Download.Item item(String name) {
    return new Download.Item(name, CONTENT.length, SHA256);
  }

  private void assertOnly(String... names) throws IOException {
    try (var files = Files.list(folder)) {
      assertEquals(List.of(names), files.map(path -> path.getFileName().toString()).toList());
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Sends a part of the answer and no more until the test is over. */
  private void stall(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, CONTENT.length);
    exchange.getResponseBody().write(CONTENT, 0, 2);
    exchange.getResponseBody().flush();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}

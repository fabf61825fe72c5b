package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code data synthesize} and {@code data download}, the latter from a server of this test. */
class DataCommandTest {

  private static final String RATINGS =
      "userId,movieId,rating,timestamp\n1,1,4.5,1\n1,2,3.0,1\n2,1,4.0,1\n2,2,2.5,1\n";

  @TempDir private Path folder;

  @Test
  void synthesize_text_saysWhatToDoWithIt() {
    Path out = folder.resolve("d/ratings.dat");

    Run run = synthesize(out);

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("made up 300 ratings of 30 users and 20 movies: " + out + ", ")
        .endsWith("\nTrain on it with: reelrecs train --ratings " + out + "\n");
    assertThat(out.resolveSibling("movies.dat")).exists();
    assertThat(out.resolveSibling("users.dat")).exists();
    assertThat(Run.of("train", "--ratings", "" + out, "--out", folder.resolve("m") + "").out())
        .startsWith("Ratings    300 from ")
        .contains("\nMatrix     30 users x 20 movies, ")
        .contains("\nTitles     " + out.resolveSibling("movies.dat"));
  }

  @Test
  void synthesize_json_hasEveryFigure() throws IOException {
    Path out = folder.resolve("ratings.dat");

    Run run = synthesize(out, "--json", "--seed", "5", "--half-stars");

    assertThat(run.status()).isZero();
    JsonObject row = run.json().get(0);
    assertThat(row.keySet())
        .containsExactly(
            "ratings_file",
            "movies_file",
            "users_file",
            "users",
            "movies",
            "ratings",
            "seed",
            "half_stars",
            "shape",
            "bytes");
    assertThat(row.get("seed").getAsLong()).isEqualTo(5);
    assertThat(row.get("half_stars").getAsBoolean()).isTrue();
    assertThat(row.get("shape").getAsString()).isEqualTo("ml-1m");
    assertThat(row.get("bytes").getAsLong()).isEqualTo(Files.size(out));
    assertThat(Files.readString(out)).contains(".5::");
  }

  @Test
  void synthesize_size_isChangedByOptions() throws IOException {
    Path out = folder.resolve("ratings.dat");

    Run large = synthesize(out, "--json", "--size", "ml-32m");
    Run whole = synthesize(out, "--json", "--force", "--size=ml-100m", "--no-half-stars");
    Run other = synthesize(out, "--json", "--force", "--size=ml-32m", "--shape=ml-1m");

    JsonObject row = large.json().get(0);
    assertThat(row.get("users").getAsInt()).isEqualTo(30);
    assertThat(row.get("half_stars").getAsBoolean()).isTrue();
    assertThat(row.get("shape").getAsString()).isEqualTo("ml-32m");
    assertThat(whole.json().get(0).get("half_stars").getAsBoolean()).isFalse();
    assertThat(whole.json().get(0).get("shape").getAsString()).isEqualTo("ml-32m");
    assertThat(other.json().get(0).get("shape").getAsString()).isEqualTo("ml-1m");
    assertThat(synthesize(out, "--size", "ml-2m").problem())
        .contains("must be ml-1m or ml-32m or ml-100m, actual: ml-2m");
  }

  @Test
  void synthesize_existingFiles_areKeptUnlessForced() throws IOException {
    Path out = Files.writeString(folder.resolve("ratings.dat"), "mine");

    Run refused = synthesize(out);

    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.problem()).contains(out.toString(), "--force");
    assertThat(out).hasContent("mine");
    assertThat(out.resolveSibling("movies.dat")).doesNotExist();
    assertThat(synthesize(out, "--force").status()).isZero();
    assertThat(Files.readString(out)).startsWith("1::");
  }

  @Test
  void synthesize_usage_isSaidInPlainWords() {
    Run none = synthesize(folder.resolve("r"), "--users", "0");
    Run crowded = synthesize(folder.resolve("r"), "--ratings", "601");

    assertThat(none.status()).isEqualTo(2);
    assertThat(none.problem()).isEqualTo("users must be in [1, 100000000], actual: 0");
    assertThat(crowded.status()).isEqualTo(2);
    assertThat(crowded.problem()).startsWith("ratings must be <= 600, one for each pair of 30");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void download_fromAServer_isReadyToTrainOn() throws Exception {
    byte[] zip = zip();
    String md5 =
        HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(zip))
            + "  ml-latest-small.zip\n";
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Map<String, byte[]> files =
        Map.of(
            "/x/ml-latest-small.zip",
            zip,
            "/x/ml-latest-small.zip.md5",
            md5.getBytes(StandardCharsets.US_ASCII));
    server.createContext(
        "/x/",
        exchange -> {
          byte[] body = files.get(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
          if (body != null) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    try {
      // A mirror's address may lack the slash at the end.
      String mirror = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
      Run run = download("ml-latest-small", mirror, "--json");

      assertThat(run.status()).isZero();
      assertThat(run.err()).contains("GroupLens", "commercial use", "README");
      JsonObject row = run.json().get(0);
      assertThat(row.keySet())
          .containsExactly("name", "folder", "ratings_file", "movies_file", "source", "verified");
      assertThat(row.get("source").getAsString()).isEqualTo("download");
      assertThat(row.get("verified").getAsBoolean()).isTrue();
      assertThat(Path.of(row.get("ratings_file").getAsString())).hasContent(RATINGS);

      Run again = download("ml-latest-small", mirror);
      assertThat(again.status()).isZero();
      assertThat(again.out())
          .startsWith("ml-latest-small is in " + folder.resolve("ml-latest-small") + ", and its")
          .endsWith(
              "Train on it with: reelrecs train --ratings " + folder.resolve("ratings.dat") + "\n");

      Files.writeString(folder.resolve("ratings.dat"), "mine");
      Run refused = download("ml-latest-small", mirror);
      assertThat(refused.status()).isEqualTo(3);
      assertThat(refused.problem()).contains("--force");
      assertThat(download("ml-latest-small", mirror, "--force").status()).isZero();
      assertThat(folder.resolve("ratings.dat")).hasContent(RATINGS);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void download_offline_isOneClearMessage() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }

    Run run = download("ml-1m", "http://127.0.0.1:" + closed + "/");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().filter(line -> line.startsWith("reelrecs: ")))
        .singleElement()
        .asString()
        .contains("/ml-1m.zip could not be downloaded: no connection to 127.0.0.1.")
        .contains("reelrecs data synthesize");
    assertThat(folder.resolve("ratings.dat")).doesNotExist();
  }

  @Test
  void download_usage_isSaidInPlainWords() {
    Run unknown = download("ml-2m", "http://127.0.0.1:1/");
    Run address = download("ml-1m", "nowhere");
    Run opaque = download("ml-1m", "http:nowhere");

    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith("reelrecs: there is no data set \"ml-2m\"; there are:\n  ml-100k ")
        .contains("\n  ml-1m ", "\n  ml-latest-small ", "\n  ml-32m ");
    for (Run run : new Run[] {address, opaque}) {
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.problem()).startsWith("--from: base must be an http or https address");
    }
    assertThat(Run.of("data").problem())
        .startsWith("say what to do, as in: reelrecs data download");
    assertThat(Run.of("data", "download").problem()).contains("NAME");
  }

  /** Small data; more options win over these. */
  private static Run synthesize(Path out, String... more) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--users", "30");
    options.put("--movies", "20");
    options.put("--ratings", "300");
    options.put("--out", out.toString());
    List<String> args = new ArrayList<>(List.of("data", "synthesize"));
    List<String> given = List.of(more);
    options.forEach(
        (name, value) -> {
          if (!given.contains(name)) {
            args.addAll(List.of(name, value));
          }
        });
    args.addAll(given);
    return Run.of(args.toArray(String[]::new));
  }

  private Run download(String name, String mirror, String... more) {
    List<String> args = new ArrayList<>(List.of("data", "download", name));
    args.addAll(List.of("--folder", folder.toString(), "--from", mirror));
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "README.txt", "terms");
      put(zip, "ratings.csv", RATINGS);
      put(zip, "movies.csv", "movieId,title,genres\n1,One (2001),Drama\n2,Two (2002),Drama\n");
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry("ml-latest-small/" + name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}

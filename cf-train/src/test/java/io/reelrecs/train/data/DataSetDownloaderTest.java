package io.reelrecs.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.train.data.InstalledDataSet.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetDownloaderTest {

  @TempDir private Path root;
  private Path folder;
  private TestServer server;
  private byte[] zip;

  @BeforeEach
  void serve() throws Exception {
    folder = root.resolve("data");
    server = new TestServer();
    serve(TestZip.good().bytes());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void download_goodArchive_isUnpackedAndReadyToTrain() throws Exception {
    InstalledDataSet installed = download();
    assertThat(installed)
        .isEqualTo(
            new InstalledDataSet(
                folder.resolve("ml-test"),
                folder.resolve("ratings.dat"),
                folder.resolve("movies.dat"),
                Optional.of(folder.resolve("users.dat")),
                Source.DOWNLOAD,
                true));
    assertThat(installed.ratings()).hasContent(TestZip.RATINGS);
    assertThat(installed.movies()).content().startsWith("2|Title");
    assertThat(names(folder)).containsExactly("ml-test", "movies.dat", "ratings.dat", "users.dat");
    assertThat(names(installed.folder())).containsExactly("README", "u.data", "u.item", "u.user");
  }

  @Test
  void download_dataSetOfTheEnum_isAskedForAtItsPath() throws Exception {
    byte[] small =
        new TestZip()
            .with("ml-latest-small/ratings.csv", "userId,movieId,rating,timestamp\n1,1,4.0,9\n")
            .with("ml-latest-small/movies.csv", "movieId,title,genres\n1,T (1995),Drama\n")
            .with("ml-latest-small/README.txt", "terms")
            .bytes();
    server.put("ml-latest-small.zip", small);
    server.put("ml-latest-small.zip.md5", md5(small) + "  ml-latest-small.zip\n");
    new DataSetDownloader(options())
        .download(DataSet.ML_LATEST_SMALL, folder, ProgressListener.NONE);
    assertThat(server.requests)
        .containsExactly("GET ml-latest-small.zip.md5", "GET ml-latest-small.zip");
    assertThat(names(folder)).containsExactly("ml-latest-small", "movies.dat", "ratings.dat");
  }

  @Test
  void download_twice_fetchesOnce() throws Exception {
    download();
    server.requests.clear();
    assertThat(download().source()).isEqualTo(Source.ALREADY_THERE);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void download_brokenOffEachTime_goesOnFromThere() throws Exception {
    server.cutAfter = zip.length / 3 + 1;
    assertThat(download().ratings()).hasContent(TestZip.RATINGS);
    assertThat(server.requests)
        .hasSize(4)
        .startsWith("GET ml-test.zip.md5", "GET ml-test.zip")
        .anyMatch(request -> request.equals("GET ml-test.zip bytes=" + (zip.length / 3 + 1) + "-"));
  }

  @Test
  void download_brokenOffTooOften_keepsPartForTheNextCall() throws Exception {
    server.cutAfter = zip.length / 10;
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("broke off")
        .hasMessageContaining("goes on from there");
    assertThat(names(folder)).containsExactly("ml-test.zip.part", "ml-test.zip.part.version");
    long had = Files.size(folder.resolve("ml-test.zip.part"));
    server.cutAfter = Integer.MAX_VALUE;
    server.requests.clear();
    assertThat(download().ratings()).hasContent(TestZip.RATINGS);
    assertThat(server.requests)
        .containsExactly("GET ml-test.zip.md5", "GET ml-test.zip bytes=" + had + "-");
    assertThat(names(folder)).containsExactly("ml-test", "movies.dat", "ratings.dat", "users.dat");
  }

  @Test
  void download_partOfAnOlderVersion_startsOver() throws Exception {
    leavePart("\"version-0\"", "not the archive at all".getBytes(StandardCharsets.US_ASCII));
    assertThat(download().ratings()).hasContent(TestZip.RATINGS);
  }

  @Test
  void download_serverWithoutRanges_startsOver() throws Exception {
    server.ranges = false;
    leavePart("\"version-1\"", Arrays.copyOf(zip, 1000));
    assertThat(download().ratings()).hasContent(TestZip.RATINGS);
    assertThat(server.requests)
        .containsExactly("GET ml-test.zip.md5", "GET ml-test.zip bytes=1000-");
  }

  @Test
  void download_partOfUnknownVersion_startsOver() throws Exception {
    leavePart("", Arrays.copyOf(zip, 1000));
    assertThat(download().ratings()).hasContent(TestZip.RATINGS);
    assertThat(server.requests).containsExactly("GET ml-test.zip.md5", "GET ml-test.zip");
  }

  @Test
  void download_partThatIsComplete_isUsed() throws Exception {
    leavePart("\"version-1\"", zip);
    assertThat(download().ratings()).hasContent(TestZip.RATINGS);
  }

  @Test
  void download_partThatIsTooLong_startsOver() throws Exception {
    leavePart("\"version-1\"", Arrays.copyOf(zip, zip.length + 5));
    assertThat(download().ratings()).hasContent(TestZip.RATINGS);
    assertThat(server.requests).endsWith("GET ml-test.zip");
  }

  @Test
  void download_silentServer_givesUp() {
    server.cutAfter = 5000;
    server.stalls = true;
    DownloadOptions impatient =
        new DownloadOptions(
            server.base(), Duration.ofSeconds(5), Duration.ofMillis(200), ExistingFiles.REFUSE);
    assertThatThrownBy(() -> download(impatient))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("fell silent");
  }

  @Test
  void download_wrongChecksum_isRefusedAndPartRemoved() throws Exception {
    server.put("ml-test.zip.md5", "MD5 (ml-test.zip) = 00000000000000000000000000000000\n");
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining(md5(zip))
        .hasMessageContaining("should be 00000000000000000000000000000000");
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void download_knownChecksum_countsMoreThanPublishedOne() {
    server.put("ml-1m.zip", zip);
    server.put("ml-1m.zip.md5", md5(zip));
    assertThatThrownBy(
            () ->
                new DataSetDownloader(options())
                    .download(DataSet.ML_1M, folder, ProgressListener.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("should be c4d9eecfca2ab87c1945afe126590906");
  }

  @Test
  void download_noPublishedChecksum_isRefused() {
    server.put("ml-test.zip.md5", "<html>nothing here</html>");
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("has no checksum");
  }

  @Test
  void download_missingArchive_saysWhatTheServerSaid() {
    server.put("ml-gone.zip.md5", md5(zip));
    Archive gone =
        new Archive(
            "ml-gone", Optional.empty(), 1, 1, "u.data", "u.item", Optional.empty(), List.of());
    assertThatThrownBy(
            () -> new DataSetDownloader(options()).download(gone, folder, ProgressListener.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("HTTP status 404");
  }

  @Test
  void download_tooLargeArchive_isRefused() throws Exception {
    Archive tiny =
        new Archive(
            "ml-test",
            Optional.empty(),
            1000,
            1000,
            "u.data",
            "u.item",
            Optional.empty(),
            List.of());
    assertThatThrownBy(
            () -> new DataSetDownloader(options()).download(tiny, folder, ProgressListener.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("is larger than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "ml-test/../../evil",
        "/evil",
        "C:/evil",
        "ml-test\\..\\evil",
      })
  void download_entryThatLeadsOut_refusesAll(String name) throws Exception {
    serve(TestZip.good().with(name, "evil").bytes());
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("leads out of the folder");
    assertThat(names(root)).containsExactly("data");
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void download_tooManyEntries_isRefused() throws Exception {
    TestZip many = TestZip.good();
    for (int i = 0; i < 1000; i++) {
      many.with("ml-test/" + i, "");
    }
    serve(many.bytes());
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("1006 entries");
  }

  @Test
  void download_fileThatUnpacksTooLarge_isRefused() throws Exception {
    serve(
        new TestZip()
            .with("ml-test/README", "r")
            .with("ml-test/u.user", "u")
            .with("ml-test/u.item", "i")
            .with("ml-test/u.data", "0".repeat(1 << 19))
            .bytes());
    Archive small =
        new Archive(
            "ml-test",
            Optional.empty(),
            1 << 20,
            1 << 18,
            "u.data",
            "u.item",
            Optional.of("u.user"),
            List.of());
    assertThatThrownBy(
            () -> new DataSetDownloader(options()).download(small, folder, ProgressListener.NONE))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("unpacks to more than");
    assertThat(names(folder)).doesNotContain("ml-test", "ratings.dat");
  }

  @Test
  void download_incompleteArchive_leavesNothing() throws Exception {
    serve(new TestZip().with("ml-test/README", "r").with("ml-test/u.item", "i").bytes());
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("there is no ml-test/u.user in it");
    assertThat(names(folder)).doesNotContain("ml-test", "ratings.dat", "movies.dat");
  }

  @Test
  void download_noZipArchive_saysSo() throws Exception {
    serve("<html>maintenance</html>".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("no sound zip archive");
  }

  @Test
  void download_closedPort_saysWhatToDo() throws Exception {
    URI nowhere;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/datasets/movielens/");
    }
    assertThatThrownBy(() -> download(options().withBase(nowhere)))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(nowhere + "ml-test.zip could not be downloaded: no connection to")
        .hasMessageContaining("put the archive at " + folder.resolve("ml-test.zip"))
        .hasMessageContaining("reelrecs data synthesize");
    assertThat(names(folder)).isEmpty();
  }

  /** The top-level domain "invalid" is reserved: no resolver may know a name in it. */
  @Test
  void download_unknownHost_saysSo() {
    assertThatThrownBy(
            () -> download(options().withBase(URI.create("http://files.reelrecs.invalid/d/"))))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("files.reelrecs.invalid");
  }

  @Test
  void download_archiveInTheFolder_isUsedAndKept() throws Exception {
    Files.createDirectories(folder);
    Files.write(folder.resolve("ml-test.zip"), zip);
    InstalledDataSet installed = download();
    assertThat(installed.source()).isEqualTo(Source.LOCAL_ARCHIVE);
    assertThat(installed.verified()).isTrue();
    assertThat(server.requests).containsExactly("GET ml-test.zip.md5");
    assertThat(folder.resolve("ml-test.zip")).exists();
  }

  @Test
  void download_archiveInTheFolderOffline_isUsedUnverified() throws Exception {
    Files.createDirectories(folder);
    Files.write(folder.resolve("ml-test.zip"), zip);
    server.close();
    assertThat(download().verified()).isFalse();
  }

  @Test
  void download_damagedArchiveInTheFolder_isRefusedAndKept() throws Exception {
    Files.createDirectories(folder);
    Files.write(folder.resolve("ml-test.zip"), Arrays.copyOf(zip, 100));
    assertThatThrownBy(this::download)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("damaged or of another version");
    assertThat(names(folder)).containsExactly("ml-test.zip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratings.dat", "movies.dat", "users.dat", "movies.csv", "u.item"})
  void download_otherDataInTheWay_isRefusedAndKept(String name) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), "mine");
    assertThatThrownBy(this::download)
        .isInstanceOf(FilesExistException.class)
        .hasMessageContaining(folder.resolve(name).toString());
    assertThat(server.requests).isEmpty();
    assertThat(names(folder)).containsExactly(name);
    assertThat(folder.resolve(name)).hasContent("mine");
  }

  @Test
  void download_editedCopyInTheWay_isRefused() throws Exception {
    Path ratings = download().ratings();
    Files.writeString(ratings, "1\t2\t5\t978300000\n");
    assertThatThrownBy(this::download).isInstanceOf(FilesExistException.class);
    assertThat(folder.resolve("ml-test").resolve("u.data")).hasContent(TestZip.RATINGS);
  }

  @Test
  void download_otherDataToBeReplaced_isReplacedAsAWhole() throws Exception {
    Files.createDirectories(folder);
    for (String name : List.of("ratings.dat", "users.dat", "movies.dat", "movies.csv")) {
      Files.writeString(folder.resolve(name), "stale");
    }
    download(options().withExisting(ExistingFiles.REPLACE));
    assertThat(names(folder)).containsExactly("ml-test", "movies.dat", "ratings.dat", "users.dat");
    assertThat(folder.resolve("ratings.dat")).hasContent(TestZip.RATINGS);
  }

  @Test
  void download_copiesOfAnotherDataSet_areReplacedAsAWhole() throws Exception {
    Path other = Files.createDirectories(folder.resolve("ml-1m"));
    for (String name : List.of("ratings.dat", "movies.dat", "users.dat")) {
      Files.writeString(other.resolve(name), "1::" + name);
      Files.copy(other.resolve(name), folder.resolve(name));
    }
    Archive withoutUsers =
        new Archive(
            "ml-test",
            Optional.empty(),
            1 << 20,
            1 << 20,
            "u.data",
            "u.item",
            Optional.empty(),
            List.of());
    new DataSetDownloader(options()).download(withoutUsers, folder, ProgressListener.NONE);
    assertThat(folder.resolve("ratings.dat")).hasContent(TestZip.RATINGS);
    assertThat(names(folder)).containsExactly("ml-1m", "ml-test", "movies.dat", "ratings.dat");
    assertThat(other.resolve("users.dat")).exists();
  }

  @Test
  void download_listener_isToldInBytes() throws Exception {
    List<Long> told = new ArrayList<>();
    new DataSetDownloader(options())
        .download(
            TestZip.ARCHIVE,
            folder,
            (step, done, total) -> {
              assertThat(step).isEqualTo("download ml-test.zip");
              assertThat(total).isEqualTo(zip.length);
              told.add(done);
            });
    assertThat(told).startsWith(0L).endsWith((long) zip.length).isSorted();
  }

  private void serve(byte[] archive) {
    zip = archive;
    server.put("ml-test.zip", archive);
    server.put("ml-test.zip.md5", "MD5 (ml-test.zip) = " + md5(archive) + "\n");
  }

  private void leavePart(String version, byte[] content) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("ml-test.zip.part"), content);
    Files.writeString(folder.resolve("ml-test.zip.part.version"), version);
  }

  private DownloadOptions options() {
    return DownloadOptions.defaults().withBase(server.base());
  }

  private InstalledDataSet download() throws IOException {
    return download(options());
  }

  private InstalledDataSet download(DownloadOptions options) throws IOException {
    return new DataSetDownloader(options).download(TestZip.ARCHIVE, folder, ProgressListener.NONE);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

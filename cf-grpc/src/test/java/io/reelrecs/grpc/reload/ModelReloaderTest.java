package io.reelrecs.grpc.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.ModelFormatException;
import io.reelrecs.core.store.ModelDirectory;
import io.reelrecs.core.store.ModelSource;
import io.reelrecs.core.store.ModelStoreException;
import io.reelrecs.grpc.LogCapture;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModelReloaderTest {

  /** Looks when told, by the tests themselves: what they see does not hang on time. */
  private static final ReloadOptions WHEN_TOLD =
      new ReloadOptions(Duration.ZERO, Duration.ofSeconds(1));

  private static final ReloadOptions OFTEN =
      new ReloadOptions(Duration.ofMillis(5), Duration.ofSeconds(1));

  @TempDir private Path folder;
  private Path file;
  private LogCapture log;

  @BeforeEach
  void write() throws IOException {
    file = TinyModels.write(1, folder.resolve("m.rrm"));
    log = new LogCapture(ModelReloader.class);
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  private ModelReloader open() throws IOException {
    return ModelReloader.open(new ModelSource(file), WHEN_TOLD);
  }

  /** Which of the models it serves. */
  private static long served(ModelReloader models) {
    return TinyModels.seedOf(models.get().model().orElseThrow());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(2);
    }
  }

  @Test
  void open_servesWhatStandsThere() throws IOException {
    try (ModelReloader models = open()) {
      assertThat(served(models)).isEqualTo(1);
      ReloadSnapshot snapshot = models.snapshot();
      assertThat(snapshot.version()).startsWith("m@").isEqualTo(models.get().version());
      assertThat(snapshot.fileBytes()).isEqualTo(Files.size(file));
      assertThat(snapshot.heapBytes()).isEqualTo(ModelFile.heapBytes(file));
      assertThat(snapshot.upToDate()).isTrue();
      assertThat(snapshot.reloads()).isZero();
      assertThat(snapshot.failures()).isZero();
      assertThat(snapshot.lastFailure()).isEmpty();
    }
  }

  @Test
  void open_whereNoModelStands_isRefused() throws IOException {
    Files.write(file, TinyModels.damaged(file));
    assertThatThrownBy(this::open).isInstanceOf(ModelFormatException.class);
    Files.delete(file);
    assertThatThrownBy(this::open).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> ModelReloader.open(new ModelSource(folder), WHEN_TOLD))
        .isInstanceOf(ModelStoreException.class);
  }

  @Test
  void watch_newFile_isServed() throws Exception {
    try (ModelReloader models = ModelReloader.open(new ModelSource(file), OFTEN)) {
      TinyModels.write(2, file);

      await(() -> models.snapshot().reloads() == 1 && !log.lines(Level.INFO).isEmpty());
      assertThat(served(models)).isEqualTo(2);
      assertThat(models.snapshot().version()).isEqualTo(models.get().version());
      assertThat(log.lines(Level.INFO)).hasSize(1);
      assertThat(log.lines(Level.INFO).get(0)).contains(" serves in place of m@");
    }
  }

  @Test
  void reload_asked_looksAtOnce() throws Exception {
    try (ModelReloader models = open()) {
      TinyModels.write(2, file);
      models.reload();

      await(() -> served(models) == 2);
    }
  }

  @Test
  void look_actsOnceTwoLooksSawTheSame() throws IOException {
    try (ModelReloader models = open()) {
      TinyModels.write(2, file);
      models.look(false);
      TinyModels.write(3, file);
      models.look(false);
      assertThat(served(models)).isEqualTo(1);

      models.look(false);
      assertThat(served(models)).isEqualTo(3);
      models.look(false);
      models.look(true);
      assertThat(models.snapshot().reloads()).isEqualTo(1);
    }
  }

  @Test
  void damagedFile_oldVersionServesOn_countedOnceALine() throws IOException {
    try (ModelReloader models = open()) {
      Files.write(file, TinyModels.damaged(file));
      for (int i = 0; i < 5; i++) {
        models.look(false);
      }

      assertThat(served(models)).isEqualTo(1);
      assertThat(models.snapshot().failures()).isEqualTo(1);
      assertThat(models.snapshot().upToDate()).isFalse();
      assertThat(models.snapshot().lastFailure().orElseThrow()).contains("the file is damaged");
      assertThat(log.lines(Level.WARNING)).hasSize(1);
      assertThat(log.lines(Level.WARNING).get(0))
          .contains(" was not loaded, version m@")
          .contains("the file is damaged")
          .doesNotContain("\n");

      models.look(true);
      assertThat(models.snapshot().failures()).as("tried again when asked").isEqualTo(2);

      TinyModels.write(2, file);
      models.look(true);
      assertThat(served(models)).isEqualTo(2);
      assertThat(models.snapshot().upToDate()).isTrue();
      assertThat(models.snapshot().failures()).isEqualTo(2);
    }
  }

  @Test
  void notAModel_orOfAnotherVersion_oldVersionServesOn() throws IOException {
    byte[] newer = Files.readAllBytes(file);
    newer[8]++;
    try (ModelReloader models = open()) {
      for (byte[] bytes : List.of(newer, new byte[0], new byte[] {1, 2, 3})) {
        Files.write(file, bytes);
        models.look(true);
      }
      Files.delete(file);
      models.look(true);
      Files.createDirectory(file);
      models.look(true);

      assertThat(served(models)).isEqualTo(1);
      assertThat(models.snapshot().failures()).isEqualTo(5);
      assertThat(log.lines(Level.WARNING)).hasSize(5);
      assertThat(log.lines(Level.WARNING).get(3))
          .startsWith("No model is there, version m@")
          .endsWith(file + ": no such file");
    }
  }

  @Test
  void pointerToNothing_oldVersionServesOn_untilItPointsBack() throws IOException {
    ModelDirectory directory = versions();
    try (ModelReloader models = ModelReloader.open(new ModelSource(folder), WHEN_TOLD)) {
      point("gone");
      for (int i = 0; i < 4; i++) {
        models.look(false);
      }
      assertThat(models.get().version()).isEqualTo("v1");
      assertThat(models.snapshot().failures()).isEqualTo(1);
      assertThat(models.snapshot().upToDate()).isFalse();

      point("v1");
      models.look(false);
      models.look(false);
      assertThat(models.snapshot().upToDate()).isTrue();
      assertThat(models.snapshot().reloads()).isZero();

      directory.promote("v2");
      models.look(true);
      assertThat(models.get().version()).isEqualTo("v2");
      directory.rollback();
      models.look(true);
      assertThat(models.get().version()).isEqualTo("v1");
      assertThat(served(models)).isEqualTo(1);
    }
  }

  private ModelDirectory versions() throws IOException {
    TinyModels.write(1, folder.resolve("v1.rrm"));
    TinyModels.write(2, folder.resolve("v2.rrm"));
    ModelDirectory directory = ModelDirectory.at(folder);
    directory.promote("v1");
    return directory;
  }

  private void point(String version) throws IOException {
    Files.writeString(folder.resolve("CURRENT"), version + "\n");
  }

  @Test
  void fileWrittenInPlace_isServedOnlyOnceItIsWhole() throws IOException {
    byte[] next = Files.readAllBytes(TinyModels.write(2, folder.resolve("next.rrm")));
    try (ModelReloader models = open();
        RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(0);
      int pieces = 7;
      for (int piece = 0; piece < pieces; piece++) {
        int from = next.length * piece / pieces;
        out.write(next, from, next.length * (piece + 1) / pieces - from);
        if (piece < pieces - 1) {
          models.look(true);
          assertThat(served(models)).isEqualTo(1);
        }
      }
      models.look(true);

      assertThat(served(models)).isEqualTo(2);
      assertThat(models.snapshot().failures()).isEqualTo(pieces - 1);
    }
  }

  @Test
  void whateverALoadThrows_oldVersionServesOn() throws IOException {
    List<Supplier<Throwable>> failures =
        List.of(
            () -> new OutOfMemoryError("Java heap space"),
            () -> new IllegalStateException("two\nlines"),
            StackOverflowError::new,
            () -> new IOException("disk"));
    AtomicReference<Throwable> next = new AtomicReference<>();
    ModelLoader real = ModelLoader.reading(new ReloadOptions(Duration.ZERO, Duration.ZERO));
    try (ModelReloader models =
        ModelReloader.open(
            new ModelSource(file),
            WHEN_TOLD,
            (located, alive) -> {
              Throwable failure = next.get();
              if (failure instanceof IOException e) {
                throw e;
              } else if (failure instanceof Error e) {
                throw e;
              } else if (failure instanceof RuntimeException e) {
                throw e;
              }
              return real.load(located, alive);
            })) {
      for (Supplier<Throwable> failure : failures) {
        next.set(failure.get());
        TinyModels.write(2, file);
        models.look(true);
      }
      assertThat(served(models)).isEqualTo(1);
      assertThat(models.snapshot().failures()).isEqualTo(failures.size());
      assertThat(log.lines(Level.WARNING))
          .hasSize(failures.size())
          .noneMatch(l -> l.contains("\n"));

      next.set(null);
      models.look(true);
      assertThat(served(models)).isEqualTo(2);
    }
  }

  @Test
  void fileThatVanishesBetweenLookAndLoad_oldVersionServesOn() throws IOException {
    ModelLoader real = ModelLoader.reading(new ReloadOptions(Duration.ZERO, Duration.ZERO));
    try (ModelReloader models =
        ModelReloader.open(
            new ModelSource(file),
            WHEN_TOLD,
            (located, alive) -> {
              if (alive > 0) {
                Files.delete(located.file());
              }
              return real.load(located, alive);
            })) {
      TinyModels.write(2, file);
      models.look(true);

      assertThat(served(models)).isEqualTo(1);
      assertThat(models.snapshot().lastFailure()).contains(file + ": no such file");
    }
  }

  @Test
  void reload_whileOneRuns_followsIt_andRequestsAreAnsweredMeanwhile() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger loads = new AtomicInteger();
    ModelLoader real = ModelLoader.reading(new ReloadOptions(Duration.ZERO, Duration.ZERO));
    try (ModelReloader models =
        ModelReloader.open(
            new ModelSource(file),
            WHEN_TOLD,
            (located, alive) -> {
              if (loads.incrementAndGet() == 2) {
                loading.countDown();
                awaitQuietly(go);
              }
              return real.load(located, alive);
            })) {
      TinyModels.write(2, file);
      models.reload();
      loading.await();
      assertThat(served(models)).isEqualTo(1);
      Path next = TinyModels.write(3, folder.resolve("next"));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
      models.reload();
      models.reload();
      assertThat(served(models)).isEqualTo(1);
      go.countDown();

      await(() -> served(models) == 3);
      assertThat(models.snapshot().failures()).isZero();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Test
  void close_breaksOffALoad_withoutAWord() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    ModelLoader real = ModelLoader.reading(new ReloadOptions(Duration.ZERO, Duration.ZERO));
    ModelReloader models =
        ModelReloader.open(
            new ModelSource(file),
            WHEN_TOLD,
            (located, alive) -> {
              if (alive > 0) {
                loading.countDown();
                awaitQuietly(new CountDownLatch(1));
              }
              return real.load(located, alive);
            });
    TinyModels.write(2, file);
    models.reload();
    loading.await();

    models.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("reelrecs-model-reload") && thread.isAlive());
    assertThat(models.snapshot().failures()).isZero();
    assertThat(served(models)).isEqualTo(1);
    assertThat(log.records()).extracting(LogRecord::getLevel).doesNotContain(Level.WARNING);
  }
}

package io.reelrecs.grpc.reload;

import io.reelrecs.core.model.ModelFormatException;
import io.reelrecs.core.store.LocatedModel;
import io.reelrecs.core.store.ModelSource;
import io.reelrecs.grpc.ServedModel;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The model that is served, kept up to date: looks at the model's place again and again, reads and
 * warms what is new there beside the one that serves, and swaps one reference. On any failure (a
 * damaged or missing file, no room on the heap) the old version serves on; the failure is counted
 * and logged in one line.
 *
 * <p>A change is acted upon once it has been seen by two looks in a row, so that a file that is
 * being written is let be; when asked by {@link #reload}, at once. A damaged file is not tried
 * again until it changes or somebody asks; other failures are tried again every minute.
 *
 * <p>Thread-safe; {@link #get} is one volatile read. One daemon thread of its own looks and loads,
 * one model at a time. While it loads, both models are on the heap: where the two would not fit, by
 * estimate, the new one is refused.
 */
public final class ModelReloader implements Supplier<ServedModel>, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ModelReloader.class.getName());

  private static final Duration RETRY = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ModelSource source;
  private final ReloadOptions options;
  private final ModelLoader loader;
  private final Bell bell = new Bell();
  private final Thread thread = new Thread(this::watch, "reelrecs-model-reload");

  private volatile ServedModel served;
  private volatile ReloadSnapshot snapshot;
  private volatile boolean closed;

  // From here on of whoever looks.

  /** What stood there when that was loaded which is served. */
  private Sight servedSight;

  /** What was acted upon last, with whatever result. */
  private Sight handled;

  /** What the last look saw. */
  private Sight seen;

  /** When to try {@link #handled} again, where that may help. */
  private Optional<Long> retryAt = Optional.empty();

  private ModelReloader(
      ModelSource source, ReloadOptions options, ModelLoader loader, LoadedModel first) {
    this.source = source;
    this.options = options;
    this.loader = loader;
    served = first.served();
    snapshot =
        new ReloadSnapshot(
            first.served().version(),
            first.located().bytes(),
            first.heapBytes(),
            Instant.now(),
            true,
            0,
            0,
            Optional.empty());
    servedSight = Sight.of(first.located());
    handled = servedSight;
    seen = servedSight;
  }

  /**
   * Loads and warms the model that stands there, on all cores, and begins to watch.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws io.reelrecs.core.store.ModelStoreException if it is a folder without a current version
   * @throws ModelFormatException if the file is no sound model
   * @throws IOException if it cannot be read
   */
  public static ModelReloader open(ModelSource source, ReloadOptions options) throws IOException {
    Objects.requireNonNull(source, "source");
    return open(source, options, ModelLoader.reading(options));
  }

  static ModelReloader open(ModelSource source, ReloadOptions options, ModelLoader loader)
      throws IOException {
    LoadedModel first = loader.load(source.locate(), 0);
    SwapHeap swap = SwapHeap.ofThisJava(first.heapBytes(), first.heapBytes(), options.heldBytes());
    if (!swap.fits()) {
      LOG.log(Level.WARNING, "A model as large as this one will not replace it: " + swap.advice());
    }
    ModelReloader reloader = new ModelReloader(source, options, loader, first);
    reloader.thread.setDaemon(true);
    reloader.thread.start();
    return reloader;
  }

  /** The model to answer from now. A request takes it once and keeps it. */
  @Override
  public ServedModel get() {
    return served;
  }

  /**
   * Asks for a look at once, and for another try of what failed; returns immediately. When called
   * while a model is loaded, the look follows. Where nothing has changed nothing is loaded.
   */
  public void reload() {
    bell.ring();
  }

  /** What is served, and what has been done. */
  public ReloadSnapshot snapshot() {
    return snapshot;
  }

  /** Ends the watch; the model stays. Breaks off a load that is under way. */
  @Override
  public void close() {
    closed = true;
    bell.ring();
    thread.interrupt();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (!closed) {
      try {
        boolean asked = bell.await(options.period());
        if (!closed) {
          look(asked);
        }
      } catch (InterruptedException e) {
        return; // by close, and by nobody else
      } catch (Throwable e) {
        LOG.log(Level.ERROR, "Looking for a new model failed: " + Words.of(e));
      }
    }
  }

  /** Looks, and acts upon what it sees; done by the watching thread, and by tests. */
  synchronized void look(boolean asked) {
    Sight now = Sight.at(source);
    boolean settled = now.equals(seen);
    seen = now;
    boolean changed = !now.equals(handled);
    if (asked || (settled && (changed || isRetryDue()))) {
      act(now);
    }
  }

  private boolean isRetryDue() {
    return retryAt.isPresent() && System.nanoTime() - retryAt.get() >= 0;
  }

  private void act(Sight sight) {
    handled = sight;
    retryAt = Optional.empty();
    if (sight.equals(servedSight)) {
      snapshot = snapshot.withUpToDate(true);
      LOG.log(
          Level.INFO, "Model version " + served.version() + " is the current one; it serves on");
    } else if (sight.located().isEmpty()) {
      failed("No model is there", sight.trouble());
    } else {
      load(sight.located().get());
    }
  }

  private void load(LocatedModel located) {
    long start = System.nanoTime();
    LoadedModel loaded;
    try {
      loaded = loader.load(located, snapshot.heapBytes());
    } catch (Throwable e) { // whatever it is, the old version can go on
      if (closed) {
        return;
      }
      if (!(e instanceof ModelFormatException)) {
        retryAt = Optional.of(System.nanoTime() + RETRY.toNanos());
      }
      failed("Model version " + located.version() + " was not loaded", Words.of(e));
      return;
    }
    String before = served.version();
    served = loaded.served();
    servedSight = Sight.of(located);
    snapshot = snapshot.reloaded(loaded);
    LOG.log(
        Level.INFO,
        "Model version {0} serves in place of {1}, ready after {2}",
        loaded.served().version(),
        before,
        Words.seconds(System.nanoTime() - start));
  }

  private void failed(String what, String why) {
    snapshot = snapshot.failed(why);
    LOG.log(Level.WARNING, what + ", version " + served.version() + " serves on: " + why);
  }
}

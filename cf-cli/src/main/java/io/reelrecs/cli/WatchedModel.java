package io.reelrecs.cli;

import io.reelrecs.core.store.ModelSource;
import io.reelrecs.grpc.ServedModel;
import io.reelrecs.grpc.metrics.ModelStatus;
import io.reelrecs.grpc.reload.ModelReloader;
import io.reelrecs.grpc.reload.ReloadOptions;
import io.reelrecs.grpc.reload.ReloadSnapshot;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Supplier;

/**
 * The model of a server: the current version of what stands at a place, which is looked at again
 * and again, and at once on SIGHUP.
 */
final class WatchedModel implements Supplier<ServedModel>, AutoCloseable {

  private final ModelReloader reloader;
  private final ReloadSignal signal;

  private WatchedModel(ModelReloader reloader, ReloadSignal signal) {
    this.reloader = reloader;
    this.signal = signal;
  }

  /** Loads and warms the model, and begins to watch. */
  static WatchedModel open(ModelSource source, ReloadOptions options, PrintStream err)
      throws IOException {
    ModelReloader reloader = ModelReloader.open(source, options);
    return new WatchedModel(reloader, ReloadSignal.listen(reloader::reload, err));
  }

  @Override
  public ServedModel get() {
    return reloader.get();
  }

  ReloadSnapshot snapshot() {
    return reloader.snapshot();
  }

  /** What is to be told of it in the metrics. */
  ModelStatus status() {
    ReloadSnapshot now = reloader.snapshot();
    String algorithm =
        reloader.get().model().map(model -> model.manifest().algorithm()).orElse("unknown");
    return new ModelStatus(
        now.version(), algorithm, now.loadedAt(), now.upToDate(), now.reloads(), now.failures());
  }

  @Override
  public void close() {
    signal.close();
    reloader.close();
  }
}

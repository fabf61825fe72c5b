package io.reelrecs.grpc.reload;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.store.LocatedModel;
import io.reelrecs.grpc.ServedModel;
import java.io.IOException;
import java.time.Duration;

/** Makes a model ready to be served. */
@FunctionalInterface
interface ModelLoader {

  /**
   * Loads a model.
   *
   * @param aliveBytes about how much of the heap the model takes that is served meanwhile; 0 if
   *     there is none
   */
  LoadedModel load(LocatedModel located, long aliveBytes) throws IOException;

  /**
   * Reads the file and warms what came of it: the first model as fast as can be, later ones where
   * the heap has room for them, and without taking the cores from requests.
   */
  static ModelLoader reading(ReloadOptions options) {
    return (located, aliveBytes) ->
        aliveBytes == 0 ? first(located, options.warmUp()) : later(located, aliveBytes, options);
  }

  private static LoadedModel first(LocatedModel located, Duration warmUp) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    Model model = ModelFile.read(located.file(), threads);
    ServedModel served = ServedModel.of(located.version(), model);
    WarmUp.run(served, WarmUp.FIRST, warmUp, () -> {});
    return new LoadedModel(located, served, ModelFile.heapBytes(located.file()));
  }

  private static LoadedModel later(LocatedModel located, long aliveBytes, ReloadOptions options)
      throws IOException {
    long heapBytes = ModelFile.heapBytes(located.file());
    SwapHeap.ofThisJava(aliveBytes, heapBytes, options.heldBytes()).check();
    Pace pace = new Pace();
    Model model = ModelFile.read(located.file(), pace);
    ServedModel served = ServedModel.of(located.version(), model);
    WarmUp.run(served, WarmUp.LATER, options.warmUp(), pace);
    return new LoadedModel(located, served, heapBytes);
  }
}

package io.reelrecs.grpc.reload;

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
   * @param aliveBytes about how much of the heap the model takes that is served meanwhile
   * @param threads how many may read
   */
  LoadedModel load(LocatedModel located, long aliveBytes, int threads) throws IOException;

  /** Reads the file, where the heap has room for it, and warms what came of it. */
  static ModelLoader reading(Duration warmUp) {
    return (located, aliveBytes, threads) -> {
      long heapBytes = ModelFile.heapBytes(located.file());
      if (aliveBytes > 0) {
        SwapHeap.ofThisJava(aliveBytes, heapBytes).check();
      }
      ServedModel served =
          ServedModel.of(located.version(), ModelFile.read(located.file(), threads));
      WarmUp.run(served, aliveBytes > 0 ? WarmUp.LATER : WarmUp.FIRST, warmUp);
      return new LoadedModel(located, served, heapBytes);
    };
  }
}

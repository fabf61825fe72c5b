package io.reelrecs.grpc.reload;

import io.reelrecs.core.store.LocatedModel;
import io.reelrecs.core.store.ModelSource;
import java.io.IOException;
import java.util.Optional;

/**
 * What was seen where the model should stand.
 *
 * @param located the model; empty if there is none
 * @param trouble why there is none; otherwise empty
 */
record Sight(Optional<LocatedModel> located, String trouble) {

  static Sight of(LocatedModel located) {
    return new Sight(Optional.of(located), "");
  }

  static Sight at(ModelSource source) {
    try {
      return of(source.locate());
    } catch (IOException | RuntimeException e) {
      return new Sight(Optional.empty(), Words.of(e));
    }
  }
}

package io.reelrecs.grpc;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.Scorer;
import java.util.Objects;
import java.util.Optional;

/**
 * A model as it is served. A request takes one of these when it begins and keeps it to its end, so
 * that every answer belongs to exactly one version, whatever is swapped meanwhile.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version what operators call it; "unnamed" where it has no name
 * @param scorer answers from it
 * @param model the model itself, for what a scorer does not tell; empty where there is a scorer
 *     only
 */
public record ServedModel(String version, Scorer scorer, Optional<Model> model) {

  /**
   * Checks that all is there.
   *
   * @throws NullPointerException if something is null
   */
  public ServedModel {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(scorer, "scorer");
    Objects.requireNonNull(model, "model");
  }

  /** A model and its scorer. Costs what {@link Scorer#of} costs. */
  public static ServedModel of(String version, Model model) {
    return new ServedModel(version, Scorer.of(model), Optional.of(model));
  }

  /** A scorer that stands for a model without a name. */
  static ServedModel of(Scorer scorer) {
    return new ServedModel("unnamed", scorer, Optional.empty());
  }
}

package io.reelrecs.grpc;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SimilarMovies;
import io.reelrecs.core.model.SimilarUsers;
import io.reelrecs.core.score.Scorer;
import java.util.Objects;
import java.util.Optional;

/**
 * A model as it is served. A request takes one of these when it begins and keeps it to its end, so
 * that every answer belongs to exactly one version, whatever is swapped meanwhile.
 *
 * <p>Thread-safe, and never changes, but for what searches of similar users and movies prepare when
 * the first of them is asked for. Equal to itself alone.
 */
public final class ServedModel {

  private final String version;
  private final Scorer scorer;
  private final Optional<Model> model;
  private final Optional<SimilarUsers> similarUsers;
  private final Optional<SimilarMovies> similarMovies;

  /**
   * A model as it is served.
   *
   * @param version what operators call it; "unnamed" where it has no name
   * @param scorer answers from it
   * @param model the model itself, for what a scorer does not tell; empty where there is a scorer
   *     only
   * @throws NullPointerException if something is null
   */
  public ServedModel(String version, Scorer scorer, Optional<Model> model) {
    this.version = Objects.requireNonNull(version, "version");
    this.scorer = Objects.requireNonNull(scorer, "scorer");
    this.model = Objects.requireNonNull(model, "model");
    this.similarUsers = model.map(SimilarUsers::of);
    this.similarMovies = model.map(SimilarMovies::of);
  }

  private ServedModel(ServedModel other, Scorer scorer) {
    this.version = other.version;
    this.scorer = scorer;
    this.model = other.model;
    this.similarUsers = other.similarUsers;
    this.similarMovies = other.similarMovies;
  }

  /** This model with another scorer in front, which must give the same answers. */
  ServedModel answeredBy(Scorer other) {
    return new ServedModel(this, other);
  }

  /** A model and its scorer. Costs what {@link Scorer#of} costs. */
  public static ServedModel of(String version, Model model) {
    return new ServedModel(version, Scorer.of(model), Optional.of(model));
  }

  /** A scorer that stands for a model without a name. */
  static ServedModel of(Scorer scorer) {
    return new ServedModel("unnamed", scorer, Optional.empty());
  }

  /** What operators call it; "unnamed" where it has no name. */
  public String version() {
    return version;
  }

  /** Answers from it. */
  public Scorer scorer() {
    return scorer;
  }

  /** The model itself; empty where there is a scorer only. */
  public Optional<Model> model() {
    return model;
  }

  /** Finds its users; where there is a model. */
  Optional<SimilarUsers> similarUsers() {
    return similarUsers;
  }

  /** Finds its movies; where there is a model. */
  Optional<SimilarMovies> similarMovies() {
    return similarMovies;
  }

  @Override
  public String toString() {
    return "ServedModel[" + version + "]";
  }
}

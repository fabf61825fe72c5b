package io.reelrecs.core.score;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.scratch.ScratchPool;

/** Fills profiles from a model: of its own users, and of users who are given by their ratings. */
final class Profiles {

  private final IdIndex users;
  private final IdIndex movies;
  private final RatingMatrix ratings;
  private final Baseline baseline;
  private final ScratchPool<Profile> pool = new ScratchPool<>(Profile::new);

  Profiles(Model model) {
    users = model.users();
    movies = model.movies();
    ratings = model.ratings();
    baseline = model.baseline();
  }

  /** The profile of a user of the model; an empty one if there is no such user. */
  Profile of(long userId) {
    Profile profile = pool.take();
    int user = users.indexOf(userId);
    if (user < 0) {
      profile.clear(0);
      return profile;
    }
    profile.clear(ratings.rowLength(user));
    profile.user = user;
    for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
      profile.add(ratings.movieAt(p), ratings.ratingAt(p));
    }
    profile.bias = baseline.userBias(user);
    return profile;
  }

  /**
   * The profile of a user who is given by ratings; movies that nobody rated say nothing. Ratings
   * are rounded to floats, as those of the model were.
   *
   * @throws IllegalArgumentException if a rating is not on the scale of the model
   */
  Profile of(RatedMovies rated) {
    RatingScale scale = ratings.scale();
    for (int i = 0; i < rated.size(); i++) {
      double rating = (float) rated.ratingAt(i);
      if (rating < scale.lo() || rating > scale.hi()) {
        throw new IllegalArgumentException(
            "rating must be in ["
                + scale.lo()
                + ", "
                + scale.hi()
                + "], the scale of the model, actual: "
                + rated.ratingAt(i)
                + " for movie "
                + rated.movieAt(i));
      }
    }
    Profile profile = pool.take();
    profile.clear(rated.size());
    for (int i = 0; i < rated.size(); i++) {
      int movie = movies.indexOf(rated.movieAt(i));
      if (movie >= 0 && ratings.columnLength(movie) > 0) {
        profile.add(movie, (float) rated.ratingAt(i));
      }
    }
    profile.bias = baseline.foldIn(profile.movie, profile.rating, profile.size);
    return profile;
  }

  void giveBack(Profile profile) {
    pool.giveBack(profile);
  }
}

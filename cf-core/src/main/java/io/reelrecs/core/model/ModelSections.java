package io.reelrecs.core.model;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.search.NeighborGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The payload of each section of a model file, written and read side by side. */
final class ModelSections {

  private static final int NEIGHBOR_BYTES = Integer.BYTES + Double.BYTES;

  private ModelSections() {}

  static void writeManifest(Model model, SectionWriter out) throws IOException {
    ModelManifest manifest = model.manifest();
    out.putText(manifest.writer()).putText(manifest.algorithm()).putText(manifest.fingerprint());
    out.putText(model.missing().name());
    out.putVarint(manifest.parameters().size());
    for (var parameter : manifest.parameters().entrySet()) {
      out.putText(parameter.getKey()).putText(parameter.getValue());
    }
    out.putVarint(model.ratings().users());
    out.putVarint(model.ratings().movies());
    out.putVarint(model.ratings().size());
    out.putDouble(model.ratings().scale().lo()).putDouble(model.ratings().scale().hi());
  }

  /** The manifest section: the manifest proper and what it says of the other sections. */
  record Head(
      ModelManifest manifest,
      MissingRating missing,
      long users,
      long movies,
      long ratings,
      double lo,
      double hi) {}

  static Head readManifest(SectionReader in) throws IOException {
    String writer = in.getText();
    String algorithm = in.getText();
    String fingerprint = in.getText();
    MissingRating missing;
    try {
      missing = MissingRating.valueOf(in.getText());
    } catch (IllegalArgumentException e) {
      throw in.fault("an unknown rule for missing ratings", e);
    }
    TreeMap<String, String> parameters = new TreeMap<>();
    for (int left = in.getCount(2); left > 0; left--) {
      String name = in.getText();
      if (!parameters.isEmpty() && parameters.lastKey().compareTo(name) >= 0) {
        throw in.fault("parameters out of order");
      }
      parameters.put(name, in.getText());
    }
    return new Head(
        new ModelManifest(algorithm, parameters, fingerprint, writer),
        missing,
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getDouble(),
        in.getDouble());
  }

  static void writeIds(IdIndex ids, SectionWriter out) throws IOException {
    out.putVarint(ids.size());
    long previous = -1;
    for (int i = 0; i < ids.size(); i++) {
      out.putVarint(ids.idAt(i) - previous - 1);
      previous = ids.idAt(i);
    }
  }

  static IdIndex readIds(SectionReader in) throws IOException {
    long[] ids = new long[in.getCount(1)];
    long previous = -1;
    for (int i = 0; i < ids.length; i++) {
      long gap = in.getVarint();
      if (gap > IdIndex.MAX_ID - previous - 1) {
        throw in.fault("an id above " + IdIndex.MAX_ID);
      }
      previous += gap + 1;
      ids[i] = previous;
    }
    return IdIndex.of(ids);
  }

  /** Ratings on a grid are whole numbers of its unit; a unit of 0 says that they are floats. */
  static void writeRatings(RatingMatrix ratings, SectionWriter out) throws IOException {
    double unit = ratings.scale().unit();
    out.putDouble(unit).putVarint(ratings.size());
    for (int user = 0; user < ratings.users(); user++) {
      out.putVarint(ratings.rowLength(user));
      int previous = -1;
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        out.putVarint(ratings.movieAt(p) - previous - 1);
        previous = ratings.movieAt(p);
        if (unit > 0) {
          out.putSigned((int) (ratings.ratingAt(p) / unit));
        } else {
          out.putFloat(ratings.ratingAt(p));
        }
      }
    }
  }

  static RatingMatrix readRatings(int users, int movies, SectionReader in) throws IOException {
    double unit = in.getDouble();
    if (!(unit >= 0 && unit <= 1)) {
      throw in.fault("a rating unit of " + unit);
    }
    int size = in.getCount(2);
    int[] rowStart = new int[users + 1];
    int[] movie = new int[size];
    float[] rating = new float[size];
    int at = 0;
    for (int user = 0; user < users; user++) {
      int length = in.getCount(2);
      if (length > size - at) {
        throw in.fault("more ratings than the section announces, " + size);
      }
      long previous = -1;
      for (int left = length; left > 0; left--) {
        previous += in.getVarint() + 1;
        if (previous < 0 || previous >= movies) {
          throw in.fault("a movie index of " + previous);
        }
        movie[at] = (int) previous;
        rating[at++] = unit > 0 ? (float) (in.getSigned() * unit) : in.getFloat();
      }
      rowStart[user + 1] = at;
    }
    if (at != size) {
      throw in.fault("fewer ratings than the section announces, " + size);
    }
    try {
      RatingMatrix ratings = RatingMatrix.ofRows(movies, rowStart, movie, rating);
      if (ratings.scale().unit() != unit) {
        throw in.fault("a rating unit of " + unit + ", not " + ratings.scale().unit());
      }
      return ratings;
    } catch (IllegalArgumentException e) {
      throw in.fault(e.getMessage(), e);
    }
  }

  static void writeBaseline(Baseline baseline, SectionWriter out) throws IOException {
    out.putDouble(baseline.mean()).putDouble(baseline.userRegularization());
    out.putDoubles(baseline.users(), baseline::userBias);
    out.putDoubles(baseline.movies(), baseline::movieBias);
  }

  static Baseline readBaseline(int users, int movies, SectionReader in) throws IOException {
    double mean = in.getDouble();
    double userRegularization = in.getDouble();
    double[] userBias = in.getDoubles(users);
    double[] movieBias = in.getDoubles(movies);
    try {
      return Baseline.of(mean, userBias, movieBias, userRegularization);
    } catch (IllegalArgumentException e) {
      throw in.fault(e.getMessage(), e);
    }
  }

  static void writeNeighbors(NeighborGraph graph, SectionWriter out) throws IOException {
    out.putVarint(graph.size());
    for (int row = 0; row < graph.rows(); row++) {
      out.putVarint(graph.degree(row));
      for (int rank = 0; rank < graph.degree(row); rank++) {
        out.putInt(graph.neighbor(row, rank)).putDouble(graph.similarity(row, rank));
      }
    }
  }

  static NeighborGraph readNeighbors(int users, SectionReader in) throws IOException {
    int size = in.getCount(NEIGHBOR_BYTES);
    int[] start = new int[users + 1];
    int[] neighbor = new int[size];
    double[] similarity = new double[size];
    int at = 0;
    for (int row = 0; row < users; row++) {
      int degree = in.getCount(NEIGHBOR_BYTES);
      if (degree > size - at) {
        throw in.fault("more neighbors than the section announces, " + size);
      }
      for (int left = degree; left > 0; left--) {
        neighbor[at] = in.getInt();
        similarity[at++] = in.getDouble();
      }
      start[row + 1] = at;
    }
    try {
      return NeighborGraph.of(start, neighbor, similarity);
    } catch (IllegalArgumentException e) {
      throw in.fault(e.getMessage(), e);
    }
  }

  static void writeCatalog(MovieCatalog catalog, SectionWriter out) throws IOException {
    out.putVarint(catalog.size());
    for (Movie movie : catalog.movies()) {
      out.putVarint(movie.id()).putText(movie.title()).putVarint(movie.year());
      out.putVarint(movie.genres().size());
      for (String genre : movie.genres()) {
        out.putText(genre);
      }
    }
  }

  static MovieCatalog readCatalog(SectionReader in) throws IOException {
    List<Movie> movies = new ArrayList<>();
    for (int left = in.getCount(4); left > 0; left--) {
      long id = in.getVarint();
      String title = in.getText();
      long year = in.getVarint();
      if (id > IdIndex.MAX_ID || year > Movie.MAX_YEAR) {
        throw in.fault("a movie with id " + id + " and year " + year);
      }
      List<String> genres = new ArrayList<>();
      for (int more = in.getCount(1); more > 0; more--) {
        genres.add(in.getText());
      }
      movies.add(new Movie(id, title, (int) year, genres));
    }
    try {
      return MovieCatalog.of(movies);
    } catch (IllegalArgumentException e) {
      throw in.fault(e.getMessage(), e);
    }
  }
}

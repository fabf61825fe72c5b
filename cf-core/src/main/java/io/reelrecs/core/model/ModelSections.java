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

  /** Indexes of as many movies are of two bytes. */
  private static final int MOST_SHORT = 1 << 16;

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

  static void writeRatings(RatingMatrix ratings, SectionWriter out) throws IOException {
    double unit = ratings.scale().unit();
    boolean small = smallUnits(ratings);
    out.putDouble(unit).putByte(small ? 1 : 0).putVarint(ratings.size());
    for (int user = 0; user < ratings.users(); user++) {
      out.putVarint(ratings.rowLength(user));
    }
    for (int p = 0; p < ratings.size(); p++) {
      if (ratings.movies() <= MOST_SHORT) {
        out.putShort(ratings.movieAt(p));
      } else {
        out.putInt(ratings.movieAt(p));
      }
    }
    for (int p = 0; p < ratings.size(); p++) {
      if (small) {
        out.putByte((int) (ratings.ratingAt(p) / unit));
      } else {
        out.putFloat(ratings.ratingAt(p));
      }
    }
  }

  /** Whether ratings lie on a grid, and all are so few of its units that a byte holds them. */
  private static boolean smallUnits(RatingMatrix ratings) {
    double unit = ratings.scale().unit();
    return unit > 0
        && ratings.scale().lo() >= Byte.MIN_VALUE * unit
        && ratings.scale().hi() <= Byte.MAX_VALUE * unit;
  }

  static RatingMatrix readRatings(int users, int movies, SectionReader in) throws IOException {
    double unit = in.getDouble();
    if (!(unit >= 0 && unit <= 1)) {
      throw in.fault("a rating unit of " + unit);
    }
    boolean small = in.getFlag();
    if (small && unit == 0) {
      throw in.fault("a rating unit of 0 for ratings that are numbers of it");
    }
    int size = in.getCount(1 + (movies <= MOST_SHORT ? Short.BYTES : Integer.BYTES));
    int[] rowStart = readRowStarts(users, size, in);
    int[] movie = movies <= MOST_SHORT ? in.getUnsignedShorts(size) : in.getInts(size);
    float[] rating = small ? new float[size] : in.getFloats(size);
    if (small) {
      byte[] units = in.getBytes(size);
      for (int p = 0; p < size; p++) {
        rating[p] = (float) (units[p] * unit);
      }
    }
    try {
      RatingMatrix ratings = RatingMatrix.ofRows(movies, rowStart, movie, rating);
      if (ratings.scale().unit() != unit) {
        throw in.fault("a rating unit of " + unit + ", not " + ratings.scale().unit());
      }
      if (small != smallUnits(ratings)) {
        throw in.fault("ratings in more bytes than they need");
      }
      return ratings;
    } catch (IllegalArgumentException e) {
      throw in.fault(e.getMessage(), e);
    }
  }

  private static int[] readRowStarts(int users, int size, SectionReader in) throws IOException {
    int[] rowStart = new int[users + 1];
    for (int user = 0; user < users; user++) {
      long length = in.getVarint();
      if (length > size - rowStart[user]) {
        throw in.fault("more ratings than the section announces, " + size);
      }
      rowStart[user + 1] = rowStart[user] + (int) length;
    }
    if (rowStart[users] != size) {
      throw in.fault("fewer ratings than the section announces, " + size);
    }
    return rowStart;
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

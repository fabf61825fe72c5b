package io.reelrecs.train.catalog;

import io.reelrecs.core.model.Movie;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.train.ratings.BadDataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads movies files: {@code movies.dat} of MovieLens 1M and 10M ({@code id::Title
 * (Year)::Genre|Genre}), {@code movies.csv} of the later ones (header {@code
 * movieId,title,genres}), and {@code u.item} of MovieLens 100K (with the genre names of a {@code
 * u.genre} beside it), each also gzipped.
 *
 * <p>Format and packing are told from the content, never from the name. Text is UTF-8 where the
 * file is that throughout, else Latin-1. Blank lines are ignored. The year is taken off the title:
 * "Toy Story (1995)" is the title "Toy Story" and the year 1995.
 *
 * <p>A malformed line or an id that is listed twice is an error: a list of movies is short enough
 * to be corrected. Memory: the file as a whole, at most 256 MiB. Stateless and thread-safe.
 */
public final class MoviesReader {

  private static final String EXPECTED = "a movies file";
  private static final String ADVICE = "Correct the line.";
  private static final Pattern DAT = Pattern.compile("\\s*\\d+\\s*::.*");
  private static final Pattern RATINGS = Pattern.compile("\\d+::\\d+::[\\d.]+(::\\d+)?");
  private static final Pattern ITEM = Pattern.compile("\\s*\\d+\\s*\\|.*");

  private MoviesReader() {}

  /**
   * The movies of a file.
   *
   * @throws BadDataException if the file cannot be read, is no movies file, has no movie, has a
   *     malformed line, or lists an id twice
   */
  public static MovieCatalog read(Path file) throws BadDataException {
    List<String> lines = TextFile.lines(file, EXPECTED);
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    if (first == lines.size()) {
      boolean empty = lines.size() == 1 && lines.get(0).isEmpty();
      throw noMovies(file, empty ? "an empty file" : "only blank lines");
    }
    String line = lines.get(first);
    if (RATINGS.matcher(line).matches()) {
      throw new BadDataException(
          file,
          first + 1,
          0,
          "what looks like a rating",
          "a movie",
          "Check that this is the right file.");
    }
    if (DAT.matcher(line).matches()) {
      return read(file, lines, first, new DatMovies());
    }
    if (ITEM.matcher(line).matches()) {
      return read(file, lines, first, new ItemMovies(GenreNames.beside(file)));
    }
    try {
      return read(file, lines, first + 1, new CsvMovies(line));
    } catch (BadLineException e) {
      throw new BadDataException(
          file,
          first + 1,
          e.column(),
          e.found(),
          "movies as id::title::genres, as CSV with the header movieId,title,genres, or as u.item",
          "Check that this is a movies file.",
          e);
    }
  }

  private static MovieCatalog read(Path file, List<String> lines, int from, MovieLine format)
      throws BadDataException {
    List<Movie> movies = new ArrayList<>();
    Map<Long, Integer> lineById = new HashMap<>();
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Movie movie = parse(file, lines.get(i), i + 1, format);
      Integer earlier = lineById.put(movie.id(), i + 1);
      if (earlier != null) {
        throw new BadDataException(
            file,
            i + 1,
            0,
            "movie id " + movie.id() + " again after line " + earlier,
            "each id once",
            "Remove one of the two lines.");
      }
      movies.add(movie);
    }
    if (movies.isEmpty()) {
      throw noMovies(file, "only a header");
    }
    return MovieCatalog.of(movies);
  }

  private static Movie parse(Path file, String line, int number, MovieLine format)
      throws BadDataException {
    try {
      return format.parse(line);
    } catch (BadLineException e) {
      throw new BadDataException(file, number, e.column(), e.found(), e.expected(), ADVICE, e);
    }
  }

  private static BadDataException noMovies(Path file, String found) {
    return new BadDataException(
        file, 0, 0, found, "at least one movie", "Check that this is the right file.");
  }

  /**
   * The movies file in the folder of a ratings file, if there is one: {@code movies.dat}, {@code
   * movies.csv} or {@code u.item}, or one of these with {@code .gz}. The one that belongs to the
   * ratings file's own name comes first, as {@code movies.csv} for {@code ratings.csv}.
   */
  public static Optional<Path> findBeside(Path ratingsFile) {
    for (String name : names(ratingsFile)) {
      Path candidate = ratingsFile.resolveSibling(name);
      if (Files.isRegularFile(candidate)) {
        return Optional.of(candidate);
      }
      Path packed = ratingsFile.resolveSibling(name + ".gz");
      if (Files.isRegularFile(packed)) {
        return Optional.of(packed);
      }
    }
    return Optional.empty();
  }

  private static List<String> names(Path ratingsFile) {
    Path last = ratingsFile.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    if (name.contains(".csv")) {
      return List.of("movies.csv", "movies.dat", "u.item");
    }
    if (name.startsWith("u")) {
      return List.of("u.item", "movies.dat", "movies.csv");
    }
    return List.of("movies.dat", "movies.csv", "u.item");
  }
}

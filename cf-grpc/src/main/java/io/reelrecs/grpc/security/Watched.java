package io.reelrecs.grpc.security;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What was made of one or two files, kept up to date: the last that was sound stays in use,
 * whatever happens to the files. A failure is counted and logged in one line, once for each content
 * and reason; it is looked at again every time, since a certificate that is not valid yet may
 * become so.
 *
 * <p>A change is acted upon when two looks in a row saw the same, so that a pair of files of which
 * one is new is given the time of a look to become whole.
 *
 * <p>{@link #get} may be called by any thread; everything else by one at a time.
 */
final class Watched<T> {

  private static final System.Logger LOG = System.getLogger(Watched.class.getName());

  private final List<Path> paths;
  private final Reader<T> reader;
  private final Consumer<T> taker;
  private final InstantSource clock;
  private volatile State<T> state;
  private Sight seen;
  private String complaint = "";

  private Watched(List<Path> paths, Reader<T> reader, Consumer<T> taker, InstantSource clock) {
    this.paths = List.copyOf(paths);
    this.reader = reader;
    this.taker = taker;
    this.clock = clock;
  }

  /**
   * Reads the files for the first time.
   *
   * @param paths the files
   * @param reader makes something out of them
   * @param taker is handed what was made, now and after each change
   * @throws CredentialException if what is there cannot be used
   */
  static <T> Watched<T> open(
      List<Path> paths, Reader<T> reader, Consumer<T> taker, InstantSource clock)
      throws CredentialException {
    Watched<T> watched = new Watched<>(paths, reader, taker, clock);
    watched.seen = Sight.of(paths);
    watched.take(watched.read(watched.seen), 0, 0);
    return watched;
  }

  private T read(Sight sight) throws CredentialException {
    for (CredentialFile file : sight.files()) {
      file.refuseWritableByAll();
    }
    return reader.read(sight.files(), clock.instant());
  }

  private void take(T value, long reloads, long failures) {
    taker.accept(value);
    state = new State<>(value, seen.fingerprint(), reloads, failures, Optional.empty());
    complaint = "";
  }

  /** What was sound last. */
  T get() {
    return state.value;
  }

  /** How often it was replaced. */
  long reloads() {
    return state.reloads;
  }

  /** How often a change was not taken. */
  long failures() {
    return state.failures;
  }

  /** Why what is there now is not in use; empty if it is. */
  Optional<String> trouble() {
    return state.trouble;
  }

  /** Looks, and takes what is new and sound. */
  void look() {
    Sight now = Sight.of(paths);
    boolean settled = now.fingerprint().equals(seen.fingerprint());
    seen = now;
    State<T> current = state;
    if (now.fingerprint().equals(current.fingerprint)) {
      if (current.trouble.isPresent()) {
        state = current.with(current.failures, Optional.empty());
        complaint = "";
        LOG.log(Level.INFO, "{0}: again what is in use", names());
      }
    } else if (settled) {
      try {
        take(read(now), current.reloads + 1, current.failures);
        LOG.log(Level.INFO, "{0}: read anew: {1}", names(), state.value);
      } catch (CredentialException | RuntimeException e) {
        fail(now, e);
      }
    }
  }

  private void fail(Sight now, Exception e) {
    String why = e instanceof CredentialException ? e.getMessage() : names() + ": " + e.getClass();
    String what = now.fingerprint() + ' ' + why;
    if (!what.equals(complaint)) {
      complaint = what;
      state = state.with(state.failures + 1, Optional.of(why));
      LOG.log(Level.WARNING, "Not taken, what was read before stays in use: " + why);
    }
  }

  private String names() {
    return paths.stream().map(Path::toString).collect(Collectors.joining(" and "));
  }

  /** Makes something out of files. */
  @FunctionalInterface
  interface Reader<T> {
    T read(List<CredentialFile> files, Instant now) throws CredentialException;
  }

  private record State<T>(
      T value, String fingerprint, long reloads, long failures, Optional<String> trouble) {
    State<T> with(long failures, Optional<String> trouble) {
      return new State<>(value, fingerprint, reloads, failures, trouble);
    }
  }

  /** What a look saw: the files, or why they cannot be read. */
  private record Sight(List<CredentialFile> all, String fingerprint, CredentialException trouble) {

    static Sight of(List<Path> paths) {
      List<CredentialFile> files = new ArrayList<>();
      try {
        for (Path path : paths) {
          files.add(CredentialFile.read(path));
        }
      } catch (CredentialException e) {
        return new Sight(List.of(), e.getMessage(), e);
      }
      String fingerprint =
          files.stream().map(CredentialFile::fingerprint).collect(Collectors.joining(" "));
      return new Sight(List.copyOf(files), fingerprint, null);
    }

    List<CredentialFile> files() throws CredentialException {
      if (trouble != null) {
        throw trouble;
      }
      return all;
    }
  }
}

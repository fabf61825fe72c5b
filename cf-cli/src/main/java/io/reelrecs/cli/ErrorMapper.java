package io.reelrecs.cli;

import io.reelrecs.core.model.ModelFormatException;
import io.reelrecs.core.store.ModelStoreException;
import io.reelrecs.grpc.ServerStartException;
import io.reelrecs.grpc.security.CredentialException;
import io.reelrecs.train.data.DownloadException;
import io.reelrecs.train.data.FilesExistException;
import io.reelrecs.train.heap.HeapNeed;
import io.reelrecs.train.heap.HeapTooSmallException;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.tune.TuningFailedException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Says what each kind of exception means to the person at the terminal. The rules are tried in
 * order and the first that fits decides; an exception that none fits is a bug.
 *
 * <p>Immutable and thread-safe.
 */
final class ErrorMapper {

  private final List<Rule<?>> rules;

  private ErrorMapper(List<Rule<?>> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules of this program: one line for each kind of failure that is not our bug. */
  static ErrorMapper standard() {
    return new Builder()
        .on(CommandException.class, e -> new Failure(e.exitCode(), e.getMessage()))
        .on(BadDataException.class, e -> badData(e.getMessage()))
        .on(FilesExistException.class, e -> badData(e.getMessage()))
        .on(DownloadException.class, e -> badData(e.getMessage()))
        .on(HeapTooSmallException.class, e -> heapTooSmall(e.need()))
        .on(TuningFailedException.class, e -> badData(e.getMessage()))
        .on(ModelFormatException.class, e -> new Failure(ExitCode.BAD_MODEL, e.getMessage()))
        .on(ModelStoreException.class, e -> new Failure(ExitCode.BAD_MODEL, e.getMessage()))
        .on(CredentialException.class, e -> badData(e.getMessage()))
        .on(ServerStartException.class, e -> new Failure(ExitCode.UNREACHABLE, e.getMessage()))
        .on(OutputException.class, ErrorMapper::outputFailed)
        .on(InterruptedException.class, e -> new Failure(ExitCode.INTERRUPTED, ""))
        .on(ClosedByInterruptException.class, e -> new Failure(ExitCode.INTERRUPTED, ""))
        .on(NoSuchFileException.class, e -> badFile(e, "no such file or directory"))
        .on(AccessDeniedException.class, e -> badFile(e, "permission denied"))
        .on(FileAlreadyExistsException.class, e -> badFile(e, "already exists"))
        .on(NotDirectoryException.class, e -> badFile(e, "not a directory"))
        .on(DirectoryNotEmptyException.class, e -> badFile(e, "the directory is not empty"))
        .on(FileSystemException.class, e -> badFile(e, reason(e)))
        .on(
            CharConversionException.class,
            e -> badData("the text is not in the expected encoding: " + e.getMessage()))
        .on(IOException.class, e -> badData("reading or writing failed: " + reason(e)))
        .on(OutOfMemoryError.class, e -> outOfMemory())
        .build();
  }

  /** What {@code thrown} means. Wrappers (unchecked I/O, execution) are looked through. */
  Failure map(Throwable thrown) {
    Throwable real = unwrap(thrown);
    for (Rule<?> rule : rules) {
      if (rule.type.isInstance(real)) {
        return rule.apply(real);
      }
    }
    return new Failure(ExitCode.BUG, "unexpected error: " + real);
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable real = thrown;
    while (real.getCause() != null
        && (real instanceof UncheckedIOException
            || real instanceof ExecutionException
            || real instanceof CompletionException)) {
      real = real.getCause();
    }
    return real;
  }

  private static Failure outputFailed(OutputException e) {
    return e.isClosedByReader()
        ? new Failure(ExitCode.PIPE_CLOSED, "")
        : badData("cannot write to standard output: " + reason(e.getCause()));
  }

  private static Failure badFile(FileSystemException e, String reason) {
    return badData(e.getFile() == null ? reason : e.getFile() + ": " + reason);
  }

  private static Failure badData(String message) {
    return new Failure(ExitCode.BAD_DATA, message);
  }

  private static Failure heapTooSmall(HeapNeed need) {
    return badData(
        need
            + "\nNothing was trained. If the machine has that much: "
            + withOption(need.option())
            + "\nIf not, train on fewer ratings, or choose an algorithm that needs less: reference"
            + " and popular hold no matrix of movies.");
  }

  private static Failure outOfMemory() {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    return badData(
        "out of memory: the job needs more than the Java heap's "
            + megabytes
            + " MB\nGive it more, for example: "
            + withOption("-Xmx" + 2 * megabytes + "m"));
  }

  private static String withOption(String option) {
    return "REELRECS_JAVA_OPTS=" + option + " " + Text.command() + " ...";
  }

  private static String reason(Throwable e) {
    String text = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return text == null ? e.getClass().getSimpleName() : text;
  }

  private record Rule<T extends Throwable>(Class<T> type, Function<T, Failure> meaning) {
    Failure apply(Throwable thrown) {
      return meaning.apply(type.cast(thrown));
    }
  }

  private static final class Builder {
    private final List<Rule<?>> rules = new ArrayList<>();

    <T extends Throwable> Builder on(Class<T> type, Function<T, Failure> meaning) {
      rules.add(new Rule<>(type, meaning));
      return this;
    }

    ErrorMapper build() {
      return new ErrorMapper(rules);
    }
  }
}

package io.reelrecs.core.model;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.search.NeighborGraph;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Reads a model file front to back, a section at a time, and trusts nothing that it says. */
final class ModelFileReader {

  private static final String RETRAIN = "; train the model again";

  private final FileChannel channel;
  private final long size;
  private final CRC32C whole = new CRC32C();
  private long position;
  private Section current;

  private ModelFileReader(FileChannel channel) throws IOException {
    this.channel = channel;
    size = channel.size();
  }

  static Model read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ModelFormatException("header", 0, file + " is a directory, not a model file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ModelFileReader reader = new ModelFileReader(channel);
      try {
        return reader.readAll();
      } catch (ModelFormatException e) {
        throw new ModelFormatException(
            e.section(), e.offset(), file + ": " + e.problem() + RETRAIN, e);
      }
    }
  }

  private Model readAll() throws IOException {
    readHeader();
    ModelSections.Head head = null;
    IdIndex users = null;
    IdIndex movies = null;
    RatingMatrix ratings = null;
    Baseline baseline = null;
    NeighborGraph neighbors = null;
    MovieCatalog catalog = null;
    Optional<UserRegression> userRegression = Optional.empty();
    Optional<MovieRegression> movieRegression = Optional.empty();
    Ranking ranking = null;
    for (Section section : Section.values()) {
      current = section;
      int sumBefore = (int) whole.getValue();
      SectionReader in = readSection();
      switch (section) {
        case MANIFEST -> head = ModelSections.readManifest(in);
        case USERS -> users = ModelSections.readIds(in);
        case MOVIES -> movies = ModelSections.readIds(in);
        case RATINGS -> ratings = ModelSections.readRatings(users.size(), movies.size(), in);
        case BASELINE -> baseline = ModelSections.readBaseline(users.size(), movies.size(), in);
        case NEIGHBORS -> neighbors = ModelSections.readNeighbors(users.size(), in);
        case CATALOG -> catalog = ModelSections.readCatalog(in);
        case USER_REGRESSION ->
            userRegression = LearnedSections.readUsers(movies.size(), ratings.size(), in);
        case MOVIE_REGRESSION ->
            movieRegression = LearnedSections.readMovies(movies.size(), ratings.size(), in);
        case RANKING -> ranking = LearnedSections.readRanking(users.size(), movies.size(), in);
        case END -> {
          if (in.getInt() != sumBefore) {
            throw fault("the checksum of the whole file is wrong: the file is damaged");
          }
        }
      }
      in.end();
    }
    if (position != size) {
      throw fault((size - position) + " bytes follow the end of the model");
    }
    checkHead(head, ratings);
    return new Model(
        head.manifest(),
        users,
        movies,
        ratings,
        head.missing(),
        baseline,
        neighbors,
        catalog,
        new Learned(userRegression, movieRegression, ranking));
  }

  private void readHeader() throws IOException {
    if (size < ModelFile.HEADER_BYTES) {
      throw new ModelFormatException("header", 0, "the file is too short to be a model");
    }
    ByteBuffer header = take(ModelFile.HEADER_BYTES);
    if (header.getLong() != ModelFile.MAGIC) {
      throw new ModelFormatException("header", 0, "the file is not a ReelRecs model");
    }
    int version = header.getInt();
    if (version != ModelFile.FORMAT_VERSION) {
      throw new ModelFormatException(
          "header",
          Long.BYTES,
          "the file has format version "
              + version
              + (version > ModelFile.FORMAT_VERSION ? ", newer than" : ", not")
              + " the version "
              + ModelFile.FORMAT_VERSION
              + " that this program reads");
    }
  }

  private SectionReader readSection() throws IOException {
    long left = size - position;
    if (left < ModelFile.SECTION_HEAD_BYTES + ModelFile.SECTION_TAIL_BYTES) {
      throw fault("the file is cut before this section");
    }
    CRC32C sum = new CRC32C();
    ByteBuffer head = take(ModelFile.SECTION_HEAD_BYTES);
    sum.update(head.duplicate());
    byte[] tag = new byte[current.tag().length()];
    head.get(tag);
    String found = new String(tag, StandardCharsets.US_ASCII);
    if (!found.equals(current.tag())) {
      throw fault("another section stands where \"" + current.tag() + "\" belongs");
    }
    long length = head.getLong();
    long most = size - position - ModelFile.SECTION_TAIL_BYTES;
    if (length < 0 || length > most || length > Integer.MAX_VALUE - Long.BYTES) {
      throw fault(
          "the section claims "
              + length
              + " bytes where the file has "
              + most
              + ": the file is cut or damaged");
    }
    long start = position;
    ByteBuffer payload = take((int) length);
    sum.update(payload.duplicate());
    if (take(ModelFile.SECTION_TAIL_BYTES).getInt() != (int) sum.getValue()) {
      throw new ModelFormatException(
          current.tag(), start, "the checksum of the section is wrong: the file is damaged");
    }
    return new SectionReader(current.tag(), start, payload);
  }

  private void checkHead(ModelSections.Head head, RatingMatrix ratings)
      throws ModelFormatException {
    boolean same =
        head.users() == ratings.users()
            && head.movies() == ratings.movies()
            && head.ratings() == ratings.size()
            && Double.compare(head.lo(), ratings.scale().lo()) == 0
            && Double.compare(head.hi(), ratings.scale().hi()) == 0;
    if (!same) {
      throw new ModelFormatException(
          Section.MANIFEST.tag(),
          ModelFile.HEADER_BYTES,
          "counts or scale differ from the ratings");
    }
  }

  private ModelFormatException fault(String problem) {
    return new ModelFormatException(current.tag(), position, problem);
  }

  /** The next bytes, of which there are enough, little-endian. */
  private ByteBuffer take(int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.position() < bytes) {
      buffer.limit(Math.min(bytes, buffer.position() + ModelFile.PIECE_BYTES));
      if (channel.read(buffer) < 0) {
        throw new ModelFormatException(
            current == null ? "header" : current.tag(),
            position + buffer.position(),
            "the file became shorter while it was read");
      }
    }
    position += bytes;
    buffer.flip();
    whole.update(buffer.duplicate());
    return buffer;
  }
}

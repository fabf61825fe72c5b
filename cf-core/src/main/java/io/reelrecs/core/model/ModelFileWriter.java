package io.reelrecs.core.model;

import io.reelrecs.core.file.OutputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Writes a model file, section by section, and renames it into place. */
final class ModelFileWriter {

  private final FileChannel channel;

  /** Of all that is written but the payloads. */
  private final CRC32C frame = new CRC32C();

  private ModelFileWriter(FileChannel channel) {
    this.channel = channel;
  }

  static long write(Model model, Path file) throws IOException {
    return new OutputFile(file, "model file")
        .write(channel -> new ModelFileWriter(channel).writeAll(model));
  }

  private void writeAll(Model model) throws IOException {
    ByteBuffer header = buffer(ModelFile.HEADER_BYTES);
    putFrame(header.putLong(ModelFile.MAGIC).putInt(ModelFile.FORMAT_VERSION).flip());
    for (Section section : Section.values()) {
      writeSection(section, model, (int) frame.getValue());
    }
  }

  /** Encodes a section twice: to know its length, which comes first, and then to write it. */
  private void writeSection(Section section, Model model, int frameSum) throws IOException {
    long[] length = {0};
    encode(section, model, frameSum, piece -> length[0] += piece.remaining());
    ByteBuffer head = buffer(ModelFile.SECTION_HEAD_BYTES);
    head.put(section.tag().getBytes(StandardCharsets.US_ASCII)).putLong(length[0]).flip();
    CRC32C sum = new CRC32C();
    sum.update(head.duplicate());
    putFrame(head);
    encode(
        section,
        model,
        frameSum,
        piece -> {
          sum.update(piece.duplicate());
          put(piece);
        });
    putFrame(buffer(ModelFile.SECTION_TAIL_BYTES).putInt((int) sum.getValue()).flip());
  }

  private static void encode(Section section, Model model, int frameSum, SectionWriter.Sink sink)
      throws IOException {
    SectionWriter out = new SectionWriter(sink);
    switch (section) {
      case MANIFEST -> ModelSections.writeManifest(model, out);
      case USERS -> ModelSections.writeIds(model.users(), out);
      case MOVIES -> ModelSections.writeIds(model.movies(), out);
      case RATINGS -> ModelSections.writeRatings(model.ratings(), out);
      case BASELINE -> ModelSections.writeBaseline(model.baseline(), out);
      case NEIGHBORS -> ModelSections.writeNeighbors(model.neighbors(), out);
      case CATALOG -> ModelSections.writeCatalog(model.catalog(), out);
      case USER_REGRESSION -> LearnedSections.writeUsers(model.learned().users(), out);
      case MOVIE_REGRESSION -> LearnedSections.writeMovies(model.learned().movies(), out);
      case MATRICES -> MatrixSections.writeAll(model.learned(), out);
      case RANKING -> LearnedSections.writeRanking(model.learned().ranking(), out);
      case END -> out.putInt(frameSum);
    }
    out.flush();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void putFrame(ByteBuffer bytes) throws IOException {
    frame.update(bytes.duplicate());
    put(bytes);
  }

  private void put(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}

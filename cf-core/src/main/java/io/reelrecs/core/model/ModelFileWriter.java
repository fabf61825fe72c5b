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
  private final CRC32C whole = new CRC32C();

  private ModelFileWriter(FileChannel channel) {
    this.channel = channel;
  }

  static long write(Model model, Path file) throws IOException {
    return new OutputFile(file, "model file")
        .write(channel -> new ModelFileWriter(channel).writeAll(model));
  }

  private void writeAll(Model model) throws IOException {
    ByteBuffer header = buffer(ModelFile.HEADER_BYTES);
    put(header.putLong(ModelFile.MAGIC).putInt(ModelFile.FORMAT_VERSION).flip());
    for (Section section : Section.values()) {
      SectionWriter out = new SectionWriter();
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
        case RANKING -> LearnedSections.writeRanking(model.learned().ranking(), out);
        case END -> out.putInt((int) whole.getValue());
      }
      writeSection(section, out.payload());
    }
  }

  private void writeSection(Section section, ByteBuffer payload) throws IOException {
    ByteBuffer head = buffer(ModelFile.SECTION_HEAD_BYTES);
    head.put(section.tag().getBytes(StandardCharsets.US_ASCII)).putLong(payload.remaining());
    CRC32C sum = new CRC32C();
    sum.update(head.flip());
    sum.update(payload.duplicate());
    put(head.rewind());
    put(payload);
    put(buffer(ModelFile.SECTION_TAIL_BYTES).putInt((int) sum.getValue()).flip());
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void put(ByteBuffer bytes) throws IOException {
    whole.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}

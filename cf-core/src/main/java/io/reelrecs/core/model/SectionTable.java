package io.reelrecs.core.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The frame of a model file: where each section stands, and its checksum. It is checked as a whole,
 * by the checksum at the end, before any payload is read.
 */
final class SectionTable {

  private final FileChannel channel;
  private final long size;
  private final CRC32C frame = new CRC32C();
  private final Map<Section, Entry> entries = new EnumMap<>(Section.class);
  private long position;

  /**
   * A section.
   *
   * @param head its first bytes, with its tag and length
   * @param start the first byte of its payload
   * @param length bytes of its payload
   * @param checksum of its head and payload, as the file has it
   */
  @SuppressWarnings("ArrayRecordComponent") // a few bytes of the file, never changed
  record Entry(Section section, byte[] head, long start, long length, int checksum) {}

  private SectionTable(FileChannel channel) throws IOException {
    this.channel = channel;
    size = channel.size();
  }

  static SectionTable read(FileChannel channel) throws IOException {
    SectionTable table = new SectionTable(channel);
    table.readHeader();
    for (Section section : Section.values()) {
      int sumBefore = (int) table.frame.getValue();
      table.readEntry(section);
      if (section == Section.END) {
        table.checkEnd(sumBefore);
      }
    }
    return table;
  }

  Entry entry(Section section) {
    return entries.get(section);
  }

  private void readHeader() throws IOException {
    if (size < ModelFile.HEADER_BYTES) {
      throw new ModelFormatException("header", 0, "the file is too short to be a model");
    }
    ByteBuffer header = take("header", ModelFile.HEADER_BYTES);
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

  private void readEntry(Section section) throws IOException {
    if (size - position < ModelFile.SECTION_HEAD_BYTES + ModelFile.SECTION_TAIL_BYTES) {
      throw fault(section, "the file is cut before this section");
    }
    ByteBuffer head = take(section.tag(), ModelFile.SECTION_HEAD_BYTES);
    byte[] tag = new byte[section.tag().length()];
    head.get(tag);
    if (!new String(tag, StandardCharsets.US_ASCII).equals(section.tag())) {
      throw fault(section, "another section stands where \"" + section.tag() + "\" belongs");
    }
    long length = head.getLong();
    long most = size - position - ModelFile.SECTION_TAIL_BYTES;
    if (length < 0 || length > most) {
      throw fault(
          section,
          "the section claims "
              + length
              + " bytes where the file has "
              + most
              + ": the file is cut or damaged");
    }
    long start = position;
    position += length;
    int checksum = take(section.tag(), ModelFile.SECTION_TAIL_BYTES).getInt();
    entries.put(section, new Entry(section, bytesOf(head), start, length, checksum));
  }

  private void checkEnd(int expected) throws IOException {
    Entry end = entry(Section.END);
    int found = SectionReader.decode(channel, end, SectionReader::getInt);
    if (found != expected) {
      throw fault(Section.END, "the checksum of the whole file is wrong: the file is damaged");
    }
    if (position != size) {
      throw fault(Section.END, (size - position) + " bytes follow the end of the model");
    }
  }

  private ModelFormatException fault(Section section, String problem) {
    return new ModelFormatException(section.tag(), position, problem);
  }

  /** The next bytes, of which there are enough; they belong to the frame. */
  private ByteBuffer take(String where, int bytes) throws IOException {
    ByteBuffer buffer = SectionReader.littleEndian(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new ModelFormatException(
            where, position + buffer.position(), "the file became shorter while it was read");
      }
    }
    position += bytes;
    frame.update(buffer.flip());
    return buffer.rewind();
  }

  private static byte[] bytesOf(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.limit()];
    buffer.rewind().get(bytes);
    return bytes;
  }
}

package io.reelrecs.core.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** A model file taken apart, whose sections can be changed and put together with good checksums. */
final class ResealedFile {

  private final byte[] header = new byte[12];
  private final Map<Section, byte[]> payloads = new EnumMap<>(Section.class);

  ResealedFile(Path file) throws IOException {
    ByteBuffer bytes = little(Files.readAllBytes(file));
    bytes.get(header);
    for (Section section : Section.values()) {
      bytes.getInt();
      byte[] payload = new byte[Math.toIntExact(bytes.getLong())];
      bytes.get(payload);
      bytes.getInt();
      payloads.put(section, payload);
    }
  }

  byte[] payload(Section section) {
    return payloads.get(section).clone();
  }

  ResealedFile with(Section section, byte[] payload) {
    payloads.put(section, payload);
    return this;
  }

  /** A section written anew, with the production code's own writer of numbers. */
  ResealedFile with(Section section, Writing writing) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    SectionWriter out =
        new SectionWriter(
            piece -> {
              byte[] bytes = new byte[piece.remaining()];
              piece.get(bytes);
              payload.writeBytes(bytes);
            });
    try {
      writing.to(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return with(section, payload.toByteArray());
  }

  /** Changes the payload of a section in place. */
  ResealedFile change(Section section, Consumer<ByteBuffer> change) {
    change.accept(little(payloads.get(section)));
    return this;
  }

  /** Writes the file with every checksum right. */
  void writeTo(Path file) throws IOException {
    writeTo(file, true);
  }

  /** Writes the file with the sections' checksums right, and perhaps the one of the whole. */
  void writeTo(Path file, boolean sealWhole) throws IOException {
    int size = header.length;
    for (byte[] payload : payloads.values()) {
      size += 16 + payload.length;
    }
    byte[] bytes = new byte[size];
    ByteBuffer out = little(bytes).put(header);
    CRC32C frame = new CRC32C();
    frame.update(header);
    for (Section section : Section.values()) {
      byte[] payload = payloads.get(section);
      if (section == Section.END && sealWhole) {
        payload = new byte[4];
        little(payload).putInt((int) frame.getValue());
      }
      int from = out.position();
      out.put(section.tag().getBytes(StandardCharsets.US_ASCII)).putLong(payload.length);
      out.put(payload);
      out.putInt(sum(bytes, from, out.position()));
      frame.update(bytes, from, 12);
      frame.update(bytes, out.position() - 4, 4);
    }
    Files.write(file, bytes);
  }

  private static int sum(byte[] bytes, int from, int to) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, to - from);
    return (int) sum.getValue();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes one payload. */
  interface Writing {
    void to(SectionWriter out) throws IOException;
  }
}

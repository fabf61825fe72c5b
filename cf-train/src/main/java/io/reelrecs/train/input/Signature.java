package io.reelrecs.train.input;

import java.nio.charset.StandardCharsets;

/** What the first bytes of a file say that it is. */
enum Signature {
  NONE("", "", ""),
  GZIP("a gzip archive", "", "\u001F\u008B"),
  ZIP("a zip archive", Signature.UNPACK, "PK\3\4"),
  EMPTY_ZIP("an empty zip archive", Signature.UNPACK, "PK\5\6"),
  BZIP2("a bzip2 archive", Signature.UNPACK, "BZh"),
  XZ("an xz archive", Signature.UNPACK, "\u00FD7zXZ"),
  SEVEN_ZIP("a 7z archive", Signature.UNPACK, "7z\u00BC\u00AF"),
  ZSTD("a zstd archive", Signature.UNPACK, "(\u00B5/\u00FD"),
  UTF_16_LE("UTF-16 text", Signature.SAVE_AS, "\u00FF\u00FE"),
  UTF_16_BE("UTF-16 text", Signature.SAVE_AS, "\u00FE\u00FF");

  /** Bytes that are enough to tell. */
  static final int LONGEST = 5;

  private static final String UNPACK = "Unpack it first and name the file inside.";
  private static final String SAVE_AS = "Save it as UTF-8.";

  private final String description;
  private final String advice;

  /** The bytes as Latin-1. */
  private final String bytes;

  Signature(String description, String advice, String bytes) {
    this.description = description;
    this.advice = advice;
    this.bytes = bytes;
  }

  static Signature of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    for (Signature signature : values()) {
      if (signature != NONE && text.startsWith(signature.bytes)) {
        return signature;
      }
    }
    return NONE;
  }

  String description() {
    return description;
  }

  String advice() {
    return advice;
  }
}

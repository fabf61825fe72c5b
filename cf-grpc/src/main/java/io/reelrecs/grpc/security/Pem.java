package io.reelrecs.grpc.security;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file.
 *
 * @param type what stands after BEGIN, as in {@code CERTIFICATE}
 * @param der what it holds
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and nobody compares blocks
record Pem(String type, byte[] der) {

  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");

  /**
   * The blocks of a file; what stands between them is passed over.
   *
   * @throws CredentialException if a block has no end, has a passphrase, or is not Base64
   */
  static List<Pem> read(byte[] content) throws CredentialException {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    List<Pem> blocks = new ArrayList<>();
    Matcher begin = BEGIN.matcher(text);
    int from = 0;
    while (begin.find(from)) {
      String type = begin.group(1);
      String mark = "-----END " + type + "-----";
      int end = text.indexOf(mark, begin.end());
      if (end < 0) {
        throw new CredentialException("is cut off: a " + type + " has no end");
      }
      blocks.add(new Pem(type, decode(type, text.substring(begin.end(), end))));
      from = end + mark.length();
    }
    return blocks;
  }

  private static byte[] decode(String type, String body) throws CredentialException {
    if (type.startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
      throw new CredentialException(
          "has a passphrase, which nobody could type here; take it off"
              + " (openssl pkey -in KEY -out NEW) and keep the file readable for the server only");
    }
    try {
      return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new CredentialException("is damaged: a " + type + " is no Base64"); // e would quote it
    }
  }
}

package io.reelrecs.grpc.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Those who may call, and how they are known. Immutable and thread-safe. */
final class Callers {

  /** A token that is shorter was thought up by somebody, and can be guessed. */
  static final int SHORTEST_TOKEN = 32;

  private final List<CallerLine> byToken;
  private final Map<String, Caller> byPeerName;

  private Callers(List<CallerLine> byToken, Map<String, Caller> byPeerName) {
    this.byToken = List.copyOf(byToken);
    this.byPeerName = Map.copyOf(byPeerName);
  }

  /**
   * Reads the file of callers.
   *
   * @throws CredentialException naming the line, if one is wrong, a credential is there twice, or
   *     there is no caller at all
   */
  static Callers read(byte[] content) throws CredentialException {
    List<CallerLine> byToken = new ArrayList<>();
    Map<String, Caller> byPeerName = new HashMap<>();
    Set<String> hashes = new HashSet<>();
    int number = 0;
    for (String text : decode(content).split("\\R", -1)) {
      number++;
      Optional<CallerLine> read = parse(number, text);
      if (read.isEmpty()) {
        continue;
      }
      CallerLine line = read.get();
      boolean isNew;
      if (line.hash() == null) {
        isNew = byPeerName.put(line.peerName(), line.caller()) == null;
      } else {
        isNew = hashes.add(HexFormat.of().formatHex(line.hash()));
        byToken.add(line);
      }
      if (!isNew) {
        throw new CredentialException("line " + number + ": the credential is there twice");
      }
    }
    if (byToken.isEmpty() && byPeerName.isEmpty()) {
      throw new CredentialException(
          "names no caller, so nobody could call; add the line that `token new` prints");
    }
    return new Callers(byToken, byPeerName);
  }

  private static String decode(byte[] content) throws CredentialException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new CredentialException("is no text in UTF-8", e);
    }
  }

  private static Optional<CallerLine> parse(int number, String text) throws CredentialException {
    try {
      return CallerLine.parse(text);
    } catch (CredentialException e) {
      throw new CredentialException("line " + number + ": " + e.getMessage(), e);
    }
  }

  /** Whether somebody is known by a certificate. */
  boolean needCertificates() {
    return !byPeerName.isEmpty();
  }

  /**
   * Whose token it is. Takes as long for a wrong one as for a right one, wherever that stands and
   * however much of it is right.
   */
  Optional<Caller> byToken(String token) {
    byte[] hash = BearerToken.hash(token);
    Caller found = null;
    for (CallerLine line : byToken) {
      if (MessageDigest.isEqual(hash, line.hash())) {
        found = line.caller();
      }
    }
    return token.length() < SHORTEST_TOKEN ? Optional.empty() : Optional.ofNullable(found);
  }

  /** Who is known by a certificate with these names; the first of them that is known counts. */
  Optional<Caller> byPeerNames(List<String> names) {
    return names.stream().filter(byPeerName::containsKey).findFirst().map(byPeerName::get);
  }

  /** How many there are; nothing of who. */
  @Override
  public String toString() {
    return byToken.size() + " tokens, " + byPeerName.size() + " names in certificates";
  }
}

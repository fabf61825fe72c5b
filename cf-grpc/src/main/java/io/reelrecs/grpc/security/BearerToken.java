package io.reelrecs.grpc.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A bearer token: the secret by which a caller is known. Servers keep its SHA-256 only. Since a
 * token is drawn from 2^256 and not thought up by anybody, that hash needs neither salt nor
 * slowness. Immutable; {@link #toString} does not show it.
 */
public final class BearerToken {

  private static final String PREFIX = "rr_";
  private static final int BYTES = 32;

  private final String text;

  private BearerToken(String text) {
    this.text = text;
  }

  /** A new token: {@code rr_} and 43 characters out of letters, digits, dash and underscore. */
  public static BearerToken random() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return new BearerToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** The secret, to be shown to its owner once. */
  public String reveal() {
    return text;
  }

  /**
   * The line for the file of callers; it holds the hash, not the secret.
   *
   * @param name whose it is: letters, digits, dots, dashes and underscores, 64 at most
   * @param roles what its owner may do, at least one
   * @throws IllegalArgumentException if the name has other characters or there is no role
   */
  public String line(String name, Set<Role> roles) {
    if (!CallerLine.isName(name)) {
      throw new IllegalArgumentException("the name must be " + CallerLine.NAME_RULE);
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("roles must not be empty");
    }
    String all = roles.stream().sorted().map(Role::toString).collect(Collectors.joining(","));
    return name + ' ' + all + ' ' + CallerLine.HASH + HexFormat.of().formatHex(hash(text));
  }

  /** What a server keeps of a token. */
  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Says that it is a token, and not which. */
  @Override
  public String toString() {
    return "BearerToken[********]";
  }
}

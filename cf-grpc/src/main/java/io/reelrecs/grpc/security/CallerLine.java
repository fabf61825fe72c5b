package io.reelrecs.grpc.security;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of the file of callers: {@code NAME ROLE[,ROLE] CREDENTIAL}, apart by blanks. The
 * credential is {@code sha256:} and the hash of a token, or {@code dns:} or {@code uri:} and a name
 * that stands in the certificate of the caller.
 *
 * @param hash of the token; null where the caller is known by certificate
 * @param peerName as in {@code dns:jobs.internal}; null where the caller is known by token
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and nobody compares lines
record CallerLine(Caller caller, byte[] hash, String peerName) {

  static final String HASH = "sha256:";
  static final String NAME_RULE = "1 to 64 letters, digits, dots, dashes and underscores";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{64}");
  private static final Pattern PEER = Pattern.compile("(dns|uri):.+");

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * Reads a line. Messages quote nothing of it: somebody may have put the token itself there.
   *
   * @return empty for a comment or an empty line
   * @throws CredentialException saying what is wrong
   */
  static Optional<CallerLine> parse(String line) throws CredentialException {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty();
    }
    String[] fields = text.split("\\s+", -1);
    if (fields.length != 3) {
      throw new CredentialException(
          "has " + fields.length + " fields; it has to be NAME ROLES CREDENTIAL");
    }
    if (!isName(fields[0])) {
      throw new CredentialException("the name has to be " + NAME_RULE);
    }
    Caller caller = new Caller(fields[0], roles(fields[1]));
    String credential = fields[2];
    if (PEER.matcher(credential).matches()) {
      return Optional.of(new CallerLine(caller, null, credential));
    }
    String hex = credential.startsWith(HASH) ? credential.substring(HASH.length()) : "";
    if (!HEX.matcher(hex).matches()) {
      throw new CredentialException(
          "the credential has to be sha256: and 64 hexadecimal digits, dns: and a name, or uri: and"
              + " a URI (a token itself has no place in this file)");
    }
    return Optional.of(new CallerLine(caller, HexFormat.of().parseHex(hex), null));
  }

  private static Set<Role> roles(String text) throws CredentialException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : text.split(",", -1)) {
      roles.add(
          Role.named(name)
              .orElseThrow(
                  () ->
                      new CredentialException("the roles have to be score, admin or score,admin")));
    }
    return Set.copyOf(roles);
  }
}

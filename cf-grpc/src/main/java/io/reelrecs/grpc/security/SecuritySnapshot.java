package io.reelrecs.grpc.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has become of credentials and of those who showed them.
 *
 * @param certificateNotAfter until when the server's certificate holds; empty without TLS
 * @param reloads how many files, or pairs of certificate and key, were read anew
 * @param reloadFailures how many changes of them were not taken
 * @param troubles why what is in the files now is not in use, a line each; empty if all is well
 * @param unauthenticated calls refused because nobody knows who calls
 * @param denied calls refused because the caller lacks the role
 */
public record SecuritySnapshot(
    Optional<Instant> certificateNotAfter,
    long reloads,
    long reloadFailures,
    List<String> troubles,
    long unauthenticated,
    long denied) {

  /** Of a server that has read nothing and met nobody. */
  public static final SecuritySnapshot NONE =
      new SecuritySnapshot(Optional.empty(), 0, 0, List.of(), 0, 0);
}

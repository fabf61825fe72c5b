package io.reelrecs.cli.loadtest;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host a name or an address, without the brackets of an IPv6 address
 * @param port 1 to 65535
 */
public record Target(String host, int port) {

  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^:/\\s\\[\\]]+)):(\\d{1,5})");

  private static final int LAST_PORT = 65_535;

  /**
   * Checks the port.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public Target {
    Objects.requireNonNull(host, "host");
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException("port must be in [1, 65535], actual: " + port);
    }
  }

  /**
   * Reads {@code localhost:50051} or {@code [::1]:50051}.
   *
   * @throws IllegalArgumentException if the text is not of this form
   */
  public static Target parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("target must be HOST:PORT, actual: " + text);
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return new Target(host, Integer.parseInt(matcher.group(3)));
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}

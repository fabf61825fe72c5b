package io.reelrecs.grpc.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What goes wrong on the wire, by accident or on purpose. */
public enum WireFault {
  /** The connection breaks in the middle of a request. */
  RESET {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      wire.call(1).frame(Http2Wire.DATA, 0, 1, Http2Wire.message(100, new byte[50])).flush();
      wire.abort();
    }
  },
  /** The client begins requests and falls silent. */
  STALL {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      for (int stream = 1; stream < 100; stream += 2) {
        wire.call(stream).frame(Http2Wire.DATA, 0, stream, Http2Wire.message(100, new byte[50]));
      }
      wire.flush();
    }
  },
  /** The client sends a request without its end and closes its side. */
  HALF_CLOSE {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      wire.call(1).frame(Http2Wire.DATA, 0, 1, Http2Wire.message(0)).flush();
      wire.socket().shutdownOutput();
    }
  },
  /** The client sends a byte now and then. */
  SLOW_BYTES {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      wire.call(1).flush();
      for (byte b : Http2Wire.message(100, new byte[5])) {
        wire.frame(Http2Wire.DATA, 0, 1, b).flush();
        pause();
      }
    }
  },
  /** Something that is no HTTP/2. */
  GARBAGE {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      byte[] noise = new byte[1 << 16];
      new Random(1).nextBytes(noise);
      wire.write(noise).flush();
    }
  },
  /** A message that is none. */
  BAD_MESSAGE {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      byte[] noise = new byte[1_000];
      new Random(2).nextBytes(noise);
      wire.call(1).frame(Http2Wire.DATA, Http2Wire.END_STREAM, 1, Http2Wire.message(1_000, noise));
      wire.call(3).frame(Http2Wire.DATA, Http2Wire.END_STREAM, 3, noise).flush();
    }
  },
  /** Headers far above the limit, in several frames. */
  OVERSIZED_HEADERS {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      byte[] block = Http2Wire.headers("x-much", "a".repeat(100_000));
      int cut = 16_000;
      wire.frame(Http2Wire.HEADERS, 0, 1, java.util.Arrays.copyOf(block, cut));
      for (int at = cut; at < block.length; at += cut) {
        int end = Math.min(block.length, at + cut);
        int flags = end == block.length ? Http2Wire.END_HEADERS : 0;
        wire.frame(Http2Wire.CONTINUATION, flags, 1, java.util.Arrays.copyOfRange(block, at, end));
      }
      wire.flush();
    }
  },
  /** A message that says it has 2 GB. */
  OVERSIZED_MESSAGE {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      wire.call(1).frame(Http2Wire.DATA, 0, 1, Http2Wire.message(Integer.MAX_VALUE, new byte[100]));
      wire.flush();
    }
  },
  /** Requests by the hundred whose answers are never read. */
  UNREAD_ANSWERS {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      for (int stream = 1; stream < 400; stream += 2) {
        wire.call(stream).frame(Http2Wire.DATA, Http2Wire.END_STREAM, stream, Http2Wire.message(0));
      }
      wire.flush();
    }
  },
  /** Many connections that come and go. */
  CHURN {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      InetSocketAddress server = (InetSocketAddress) wire.socket().getRemoteSocketAddress();
      for (int i = 0; i < 50; i++) {
        Http2Wire other = i % 3 == 0 ? Http2Wire.connect(server) : Http2Wire.greet(server);
        if (i % 2 == 0) {
          other.abort();
        } else {
          other.close();
        }
      }
    }
  },
  /** Requests that are cancelled as soon as they are made. */
  RST_FLOOD {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      for (int stream = 1; stream < 60_000; stream += 2) {
        wire.call(stream).reset(stream);
      }
      wire.flush();
    }
  },
  /** Pings without end. */
  PING_FLOOD {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      for (int i = 0; i < 20_000; i++) {
        wire.frame(Http2Wire.PING, 0, 0, new byte[8]);
      }
      wire.flush();
    }
  },
  /** Settings without end, each of which wants an answer. */
  SETTINGS_FLOOD {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      for (int i = 0; i < 20_000; i++) {
        wire.frame(Http2Wire.SETTINGS, 0, 0);
      }
      wire.flush();
    }
  },
  /** Headers that never end. */
  CONTINUATION_FLOOD {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      wire.frame(Http2Wire.HEADERS, 0, 1, Http2Wire.headers());
      for (int i = 0; i < 20_000; i++) {
        wire.frame(Http2Wire.CONTINUATION, 0, 1);
      }
      wire.flush();
    }
  },
  /** Frames of data with nothing in them. */
  EMPTY_DATA_FLOOD {
    @Override
    void inflict(Http2Wire wire) throws IOException {
      wire.call(1);
      for (int i = 0; i < 20_000; i++) {
        wire.frame(Http2Wire.DATA, 0, 1);
      }
      wire.flush();
    }
  };

  /** Does it on a connection that was greeted. The server may close it meanwhile. */
  abstract void inflict(Http2Wire wire) throws IOException;

  /**
   * Does it to a server on a connection of its own.
   *
   * @return the connection, left open where the fault has not closed it
   */
  public Http2Wire inflict(InetSocketAddress server) throws IOException {
    Http2Wire wire = Http2Wire.greet(server);
    try {
      inflict(wire);
    } catch (java.net.SocketException e) {
      // The server did not listen to the end, which is its right.
      wire.close();
    }
    return wire;
  }

  /** Does it so many times, each followed by {@code check}; then closes what is still open. */
  public void inflict(InetSocketAddress server, int times, Runnable check) throws IOException {
    List<Http2Wire> open = new ArrayList<>();
    try {
      for (int i = 0; i < times; i++) {
        open.add(inflict(server));
        check.run();
      }
    } finally {
      for (Http2Wire wire : open) {
        wire.close();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.reelrecs.grpc.wire;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One connection that speaks HTTP/2 as a test wants it spoken. Headers are written without
 * compression; what comes back is told apart by the type of frame only. Not thread-safe.
 */
public final class Http2Wire implements AutoCloseable {

  /** Types of frames. */
  public static final int DATA = 0;

  public static final int HEADERS = 1;
  public static final int RST_STREAM = 3;
  public static final int SETTINGS = 4;
  public static final int PING = 6;
  public static final int GOAWAY = 7;
  public static final int WINDOW_UPDATE = 8;
  public static final int CONTINUATION = 9;

  /** Flags of frames. */
  public static final int END_STREAM = 1;

  public static final int ACK = 1;
  public static final int END_HEADERS = 4;

  /** The error of somebody who overdoes it. */
  public static final int ENHANCE_YOUR_CALM = 11;

  private static final int PATIENCE_MILLIS = 30_000;
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Socket socket;
  private final DataOutputStream out;
  private final DataInputStream in;

  private Http2Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
    in = new DataInputStream(socket.getInputStream());
  }

  /** A frame as it came in. */
  public record Frame(int type, int flags, int stream, ByteBuffer payload) {

    /** The error that a RST_STREAM or a GOAWAY carries. */
    public int error() {
      return payload.getInt(type == GOAWAY ? 4 : 0);
    }

    /** A setting, if the frame has it. */
    public Optional<Integer> setting(int id) {
      ByteBuffer settings = payload.duplicate();
      while (settings.remaining() >= 6) {
        int key = settings.getShort();
        int value = settings.getInt();
        if (key == id) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    }
  }

  /** Connects and says nothing. */
  public static Http2Wire connect(InetSocketAddress server) throws IOException {
    return new Http2Wire(new Socket(server.getAddress(), server.getPort()));
  }

  /** Connects and greets, as every client does. */
  public static Http2Wire greet(InetSocketAddress server) throws IOException {
    Http2Wire wire = connect(server);
    wire.write(PREFACE);
    wire.frame(SETTINGS, 0, 0);
    return wire.flush();
  }

  public Socket socket() {
    return socket;
  }

  public Http2Wire write(byte[] bytes) throws IOException {
    out.write(bytes);
    return this;
  }

  public Http2Wire flush() throws IOException {
    out.flush();
    return this;
  }

  public Http2Wire frame(int type, int flags, int stream, byte... payload) throws IOException {
    out.writeByte(payload.length >>> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
    return this;
  }

  /** Begins a call of the rpc with more headers, given as name, value, name, value. */
  public Http2Wire call(int stream, String... more) throws IOException {
    return frame(HEADERS, END_HEADERS, stream, headers(more));
  }

  public Http2Wire reset(int stream) throws IOException {
    return frame(RST_STREAM, 0, stream, (byte) 0, (byte) 0, (byte) 0, (byte) 8);
  }

  /** The headers of a call of the rpc. */
  public static byte[] headers(String... more) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    literal(block, ":method", "POST");
    literal(block, ":scheme", "http");
    literal(block, ":path", "/recommendations.MLScorer/ScoreCandidates");
    literal(block, ":authority", "localhost");
    literal(block, "content-type", "application/grpc");
    literal(block, "te", "trailers");
    for (int i = 0; i < more.length; i += 2) {
      literal(block, more[i], more[i + 1]);
    }
    return block.toByteArray();
  }

  private static void literal(ByteArrayOutputStream block, String name, String value)
      throws IOException {
    block.write(0);
    string(block, name);
    string(block, value);
  }

  private static void string(ByteArrayOutputStream block, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length < 127) {
      block.write(bytes.length);
    } else {
      block.write(127);
      int rest = bytes.length - 127;
      for (; rest >= 128; rest >>>= 7) {
        block.write((rest & 127) | 128);
      }
      block.write(rest);
    }
    block.write(bytes);
  }

  /** A gRPC message with its length in front, which may be a lie. */
  public static byte[] message(int length, byte... bytes) {
    return ByteBuffer.allocate(5 + bytes.length).put((byte) 0).putInt(length).put(bytes).array();
  }

  /** The next frame; empty when the server has closed the connection. */
  public Optional<Frame> read() throws IOException {
    try {
      int first = in.read();
      if (first < 0) {
        return Optional.empty();
      }
      int length = (first << 16) | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      byte[] payload = new byte[length];
      in.readFully(payload);
      return Optional.of(new Frame(type, flags, stream, ByteBuffer.wrap(payload)));
    } catch (java.net.SocketException | java.io.EOFException e) {
      return Optional.empty();
    }
  }

  /** The next frame that is wanted; empty when the server closes the connection before. */
  public Optional<Frame> await(Predicate<Frame> wanted) throws IOException {
    for (Optional<Frame> frame = read(); frame.isPresent(); frame = read()) {
      if (wanted.test(frame.get())) {
        return frame;
      }
    }
    return Optional.empty();
  }

  /** The next frame of that type; empty when the server closes the connection before. */
  public Optional<Frame> await(int type) throws IOException {
    return await(frame -> frame.type() == type && (type != SETTINGS || frame.flags() != ACK));
  }

  /** Ends the connection with a reset instead of a goodbye. */
  public void abort() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

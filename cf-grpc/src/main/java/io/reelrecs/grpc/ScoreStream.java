package io.reelrecs.grpc;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The bytes of a {@code ScoreResponse}. */
final class ScoreStream extends ByteArrayInputStream implements Drainable, KnownLength {

  private ScoreStream(byte[] bytes) {
    super(bytes);
  }

  /** A response with these scores, packed; no bytes at all where there are none. */
  static ScoreStream of(float[] scores) {
    if (scores.length == 0) {
      return new ScoreStream(new byte[0]);
    }
    int content = scores.length * Float.BYTES;
    int head =
        CodedOutputStream.computeTagSize(ScoreResponse.SCORES_FIELD_NUMBER)
            + CodedOutputStream.computeUInt32SizeNoTag(content);
    byte[] bytes = new byte[head + content];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      out.writeTag(ScoreResponse.SCORES_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
      out.writeUInt32NoTag(content);
      for (float score : scores) {
        out.writeFloatNoTag(score);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the array has the size that was computed
    }
    return new ScoreStream(bytes);
  }

  @Override
  public int drainTo(OutputStream target) throws IOException {
    int left = count - pos;
    target.write(buf, pos, left);
    pos = count;
    return left;
  }
}

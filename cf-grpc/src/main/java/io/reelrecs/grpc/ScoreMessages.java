package io.reelrecs.grpc;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServiceDescriptor;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The messages of the wire contract's one rpc between bytes and arrays, without objects for each
 * candidate. What {@link ScoreRequestReader} does not read goes through the generated parser, whose
 * exceptions are the ones that {@link StatusMapper} knows.
 */
final class ScoreMessages {

  /** The rpc, with these messages. */
  static final MethodDescriptor<CandidateRequest, float[]> METHOD =
      MLScorerGrpc.getScoreCandidatesMethod().toBuilder(new Requests(), new Responses()).build();

  /** The service of the contract; reflection finds the contract's own file by it. */
  static final ServiceDescriptor SERVICE =
      ServiceDescriptor.newBuilder(MLScorerGrpc.SERVICE_NAME)
          .setSchemaDescriptor(MLScorerGrpc.getServiceDescriptor().getSchemaDescriptor())
          .addMethod(METHOD)
          .build();

  /** A buffer as large as this is kept by each thread that reads requests: 1,000 candidates. */
  private static final int KEPT_BYTES = 64 * 1024;

  private static final ThreadLocal<byte[]> BUFFER = new ThreadLocal<>();

  private ScoreMessages() {}

  private static final class Requests implements Marshaller<CandidateRequest> {

    private final Marshaller<ScoreRequest> generated =
        MLScorerGrpc.getScoreCandidatesMethod().getRequestMarshaller();

    @Override
    public CandidateRequest parse(InputStream stream) {
      if (!(stream instanceof KnownLength)) {
        return CandidateRequest.of(generated.parse(stream)); // compressed
      }
      try {
        int size = stream.available();
        byte[] bytes = buffer(size);
        int read = stream.readNBytes(bytes, 0, size);
        Optional<CandidateRequest> request = ScoreRequestReader.read(bytes, read);
        return request.orElseGet(
            () -> CandidateRequest.of(generated.parse(new MessageBytes(bytes, read))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @SuppressWarnings("ThreadLocalUsage") // one buffer for all requests that a thread reads
    private static byte[] buffer(int size) {
      if (size > KEPT_BYTES) {
        return new byte[size];
      }
      byte[] kept = BUFFER.get();
      if (kept == null) {
        kept = new byte[KEPT_BYTES];
        BUFFER.set(kept);
      }
      return kept;
    }

    @Override
    public InputStream stream(CandidateRequest request) {
      throw new UnsupportedOperationException("a server sends no requests");
    }
  }

  private static final class Responses implements Marshaller<float[]> {

    @Override
    public InputStream stream(float[] scores) {
      byte[] bytes = bytes(scores);
      return new MessageBytes(bytes, bytes.length);
    }

    /** A packed field; nothing at all where there are no scores. */
    private static byte[] bytes(float[] scores) {
      if (scores.length == 0) {
        return new byte[0];
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
      return bytes;
    }

    @Override
    public float[] parse(InputStream stream) {
      throw new UnsupportedOperationException("a server reads no responses");
    }
  }
}

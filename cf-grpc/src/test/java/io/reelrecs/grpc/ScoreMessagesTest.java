package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.Drainable;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The generated classes are the judge of what bytes mean, and of what is no message. */
class ScoreMessagesTest {

  private static final int MESSAGES = 4_000;
  private static final int MUTATIONS = 12;

  private static final Marshaller<CandidateRequest> OURS =
      ScoreMessages.METHOD.getRequestMarshaller();
  private static final Marshaller<ScoreRequest> GENERATED =
      MLScorerGrpc.getScoreCandidatesMethod().getRequestMarshaller();

  private static final class Known extends ByteArrayInputStream implements KnownLength {
    Known(byte[] bytes) {
      super(bytes);
    }
  }

  @Test
  void parse_randomMessages_readsWhatTheGeneratedClassesRead() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < MESSAGES; i++) {
      assertAlike(bytes(random), "message " + i);
    }
  }

  @Test
  void parse_damagedMessages_readsOrRefusesAsTheGeneratedClassesDo() throws Exception {
    Random random = new Random(2);
    int refused = 0;
    for (int i = 0; i < MESSAGES; i++) {
      byte[] sound = bytes(random);
      for (int m = 0; m < MUTATIONS; m++) {
        refused += assertAlike(damaged(sound, random), "message " + i + ", damage " + m) ? 0 : 1;
      }
    }
    assertThat(refused).isBetween(MESSAGES, MESSAGES * MUTATIONS - MESSAGES);
  }

  /** The buffer holds what an earlier message left in it, here fields of a candidate. */
  @Test
  void read_bytesAfterTheMessage_countForNothing() {
    CandidateFeatures full =
        CandidateFeatures.newBuilder()
            .setMovieId(7)
            .setGenreOverlapScore(0.5f)
            .setCollaborativeScore(0.25f)
            .setPopularityPercentile(0.75f)
            .setYearPreferenceScore(0.125f)
            .build();
    byte[] fields = full.toByteArray();
    for (int kept = 0; kept <= fields.length; kept++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.write(2 << 3 | 2);
      bytes.write(kept);
      bytes.write(fields, 0, kept);
      int size = bytes.size();
      bytes.write(fields, kept, fields.length - kept);
      bytes.writeBytes(new byte[100]);

      String expected =
          outcome(
              () ->
                  CandidateRequest.of(GENERATED.parse(new Known(cut(bytes.toByteArray(), size)))));
      String actual =
          outcome(
              () ->
                  ScoreRequestReader.read(bytes.toByteArray(), size)
                      .orElseGet(() -> OURS.parse(new Known(cut(bytes.toByteArray(), size)))));

      assertThat(actual).as("%d bytes", kept).isEqualTo(expected);
    }
  }

  private static byte[] cut(byte[] bytes, int size) {
    return Arrays.copyOf(bytes, size);
  }

  /** Most of what the tests above make must not be left to the generated parser. */
  @Test
  void read_fieldsOfTheContract_needNoOtherParser() {
    Random random = new Random(3);
    for (int i = 0; i < MESSAGES; i++) {
      byte[] bytes = message(random).toByteArray();

      assertThat(ScoreRequestReader.read(bytes, bytes.length)).as("message %d", i).isPresent();
    }
  }

  @Test
  void parse_compressed_readsTheSame() {
    byte[] bytes = message(new Random(4)).toByteArray();
    CandidateRequest known = OURS.parse(new Known(bytes));
    CandidateRequest unknown = OURS.parse(new ByteArrayInputStream(bytes));

    assertThat(text(unknown)).isEqualTo(text(known));
  }

  @Test
  void parse_largeAfterSmall_readsBoth() throws Exception {
    ScoreRequest.Builder large = ScoreRequest.newBuilder().setUserId(5);
    Random random = new Random(5);
    while (large.getFeaturesCount() < 3_000) {
      large.addFeatures(candidate(random));
    }
    assertAlike(large.clone().clearFeatures().build().toByteArray(), "small");
    assertAlike(large.build().toByteArray(), "large");
    assertAlike(message(random).toByteArray(), "small again");
  }

  /** Whether both took it. */
  private static boolean assertAlike(byte[] bytes, String what) {
    String description = what + ": " + HexFormat.of().formatHex(bytes);
    String expected = outcome(() -> CandidateRequest.of(GENERATED.parse(new Known(bytes))));
    String actual = outcome(() -> OURS.parse(new Known(bytes)));
    assertThat(actual).as(description).isEqualTo(expected);
    return !expected.startsWith("refused");
  }

  private interface Parse {
    CandidateRequest parse();
  }

  private static String outcome(Parse parse) {
    try {
      return text(parse.parse());
    } catch (RuntimeException e) {
      assertThat(e).hasCauseInstanceOf(InvalidProtocolBufferException.class);
      return "refused: " + e.getMessage() + ": " + e.getCause().getMessage();
    }
  }

  /** All of it, floats by their bits. */
  private static String text(CandidateRequest request) {
    return request.userId
        + Arrays.toString(request.movieIds)
        + bits(request.genreOverlap)
        + bits(request.collaborative)
        + bits(request.popularityPercentile)
        + bits(request.yearPreference);
  }

  private static String bits(float[] values) {
    StringBuilder text = new StringBuilder(" ");
    for (float value : values) {
      text.append(Integer.toHexString(Float.floatToRawIntBits(value))).append(',');
    }
    return text.toString();
  }

  /** As an encoder writes it, or as the rules allow it besides. */
  private static byte[] bytes(Random random) throws IOException {
    ScoreRequest message = message(random);
    if (random.nextBoolean()) {
      return message.toByteArray();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    for (CandidateFeatures candidate : message.getFeaturesList()) {
      maybeUserId(random, out);
      byte[] odd = odd(candidate, random);
      out.writeByteArray(2, odd);
      if (random.nextInt(8) == 0) {
        unknown(random).writeTo(out);
      }
    }
    maybeUserId(random, out);
    out.flush();
    return bytes.toByteArray();
  }

  private static void maybeUserId(Random random, CodedOutputStream out) throws IOException {
    if (random.nextInt(3) == 0) {
      out.writeUInt32(1, number(random));
    }
  }

  /** A candidate cut into its fields and put together in another order, some of them twice. */
  private static byte[] odd(CandidateFeatures candidate, Random random) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    int fields = random.nextInt(16);
    for (int i = 0; i < fields; i++) {
      switch (random.nextInt(7)) {
        case 0 -> out.writeUInt32(1, number(random));
        case 1 -> out.writeFloat(2, real(random));
        case 2 -> out.writeFloat(1 + random.nextInt(12), real(random)); // its type, or not
        case 3 -> out.writeUInt64(1 + random.nextInt(12), random.nextLong()); // long varints
        case 4 -> candidate.writeTo(out);
        case 5 -> out.writeUInt32(9, number(random));
        default -> {
          if (random.nextInt(4) == 0) {
            unknown(random).writeTo(out);
          }
        }
      }
    }
    out.flush();
    return bytes.toByteArray();
  }

  /** Fields of any number and wire type: groups, packed floats, text. */
  private static UnknownFieldSet unknown(Random random) {
    UnknownFieldSet.Field.Builder field = UnknownFieldSet.Field.newBuilder();
    switch (random.nextInt(5)) {
      case 0 -> field.addVarint(random.nextLong());
      case 1 -> field.addFixed32(random.nextInt());
      case 2 -> field.addFixed64(random.nextLong());
      case 3 ->
          field.addLengthDelimited(
              CandidateFeatures.newBuilder().setMovieId(3).build().toByteString());
      default ->
          field.addGroup(
              UnknownFieldSet.newBuilder()
                  .addField(3, UnknownFieldSet.Field.newBuilder().addVarint(7).build())
                  .build());
    }
    return UnknownFieldSet.newBuilder().addField(1 + random.nextInt(200), field.build()).build();
  }

  private static ScoreRequest message(Random random) {
    ScoreRequest.Builder request = ScoreRequest.newBuilder().setUserId(number(random));
    int size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      request.addFeatures(candidate(random));
    }
    return request.build();
  }

  /** Any of the fields, each in one of two. */
  private static CandidateFeatures candidate(Random random) {
    CandidateFeatures.Builder candidate = CandidateFeatures.newBuilder();
    for (var field : CandidateFeatures.getDescriptor().getFields()) {
      if (random.nextBoolean()) {
        Object value =
            field.getJavaType() == com.google.protobuf.Descriptors.FieldDescriptor.JavaType.INT
                ? (Object) number(random)
                : (Object) real(random);
        candidate.setField(field, value);
      }
    }
    return candidate.build();
  }

  /** An unsigned number of any length as a varint. */
  private static int number(Random random) {
    return random.nextInt() >>> random.nextInt(Integer.SIZE);
  }

  private static float real(Random random) {
    return random.nextInt(4) == 0 ? Float.intBitsToFloat(random.nextInt()) : random.nextFloat();
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    if (bytes.length == 0 || random.nextInt(4) == 0) { // cut off, or with more after it
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 4));
    }
    int hits = bytes.length == 0 ? 0 : random.nextInt(3);
    for (int i = 0; i < hits; i++) {
      bytes[random.nextInt(bytes.length)] =
          (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(16) << 3 | 2);
    }
    return bytes;
  }

  @Test
  void stream_isWhatTheGeneratedClassesWrite() throws Exception {
    Random random = new Random(6);
    for (int size : new int[] {0, 1, 2, 31, 32, 200, 4095, 4096, 10_000}) {
      float[] scores = new float[size];
      ScoreResponse.Builder response = ScoreResponse.newBuilder();
      for (int i = 0; i < size; i++) {
        scores[i] = random.nextFloat();
        response.addScores(scores[i]);
      }
      byte[] expected = response.build().toByteArray();
      InputStream stream = ScoreMessages.METHOD.getResponseMarshaller().stream(scores);
      ByteArrayOutputStream drained = new ByteArrayOutputStream();

      assertThat(stream).isInstanceOf(KnownLength.class);
      assertThat(stream.available()).isEqualTo(expected.length);
      assertThat(((Drainable) stream).drainTo(drained)).isEqualTo(expected.length);
      assertThat(drained.toByteArray()).isEqualTo(expected);
      assertThat(stream.available()).isZero();
      assertThat(ScoreMessages.METHOD.getResponseMarshaller().stream(scores).readAllBytes())
          .isEqualTo(expected);
    }
  }
}

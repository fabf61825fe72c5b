package io.reelrecs.grpc;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field in the request, as in {@code subject.ratings.ratings[3].value};
 *     empty for the message as a whole
 * @param reason why, for programs
 * @param description for people: what is wrong, and what to do about it
 */
record FieldProblem(String field, ErrorReason reason, String description) {

  /** The description with the field in front. */
  String text() {
    return field.isEmpty() ? description : field + ": " + description;
  }
}

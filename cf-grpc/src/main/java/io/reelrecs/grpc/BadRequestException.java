package io.reelrecs.grpc;

import java.util.List;

/** A request that its caller has to change; the message is for the caller and is sent as it is. */
final class BadRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialized
  private final List<FieldProblem> problems;

  /** One problem, of the field that it is about. */
  BadRequestException(FieldProblem problem) {
    this(List.of(problem));
  }

  /**
   * All that was found.
   *
   * @param problems at least one
   */
  BadRequestException(List<FieldProblem> problems) {
    super(message(problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  private static String message(List<FieldProblem> problems) {
    String first = problems.get(0).text();
    int more = problems.size() - 1;
    return more == 0 ? first : first + " (and " + more + " more)";
  }

  List<FieldProblem> problems() {
    return problems;
  }
}

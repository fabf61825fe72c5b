package io.reelrecs.cli;

import io.reelrecs.cli.log.LogFormat;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.grpc.load.Workers;
import io.reelrecs.grpc.security.Role;
import io.reelrecs.train.data.SynthesisShape;
import io.reelrecs.train.data.SynthesisSize;
import io.reelrecs.train.ratings.OnBadRow;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words: the constants of an enum, written {@code like-this}. */
abstract class ChoiceConverter<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> type;

  private ChoiceConverter(Class<E> type) {
    this.type = type;
  }

  @Override
  public final E convert(String text) {
    for (E choice : type.getEnumConstants()) {
      if (label(choice).equals(text)) {
        return choice;
      }
    }
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(ChoiceConverter::label)
            .collect(Collectors.joining(" or "));
    throw new TypeConversionException("must be " + choices + ", actual: " + text);
  }

  /** How a choice is written on the command line. */
  static String label(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** "zero" or "user-mean". */
  static final class Missing extends ChoiceConverter<MissingRating> {
    Missing() {
      super(MissingRating.class);
    }
  }

  /** "fail" or "skip". */
  static final class BadRow extends ChoiceConverter<OnBadRow> {
    BadRow() {
      super(OnBadRow.class);
    }
  }

  /** "rescale" or "raw". */
  static final class Range extends ChoiceConverter<FeatureRange> {
    Range() {
      super(FeatureRange.class);
    }
  }

  /** "fixed", "direct", "striped" or "stealing". */
  static final class WorkerKind extends ChoiceConverter<Workers> {
    WorkerKind() {
      super(Workers.class);
    }
  }

  /** "text" or "json". */
  static final class Log extends ChoiceConverter<LogFormat> {
    Log() {
      super(LogFormat.class);
    }
  }

  /** "none" or "otlp". */
  static final class Traces extends ChoiceConverter<Observation.Traces> {
    Traces() {
      super(Observation.Traces.class);
    }
  }

  /** "score" or "admin". */
  static final class CallerRole extends ChoiceConverter<Role> {
    CallerRole() {
      super(Role.class);
    }
  }

  /** "ml-1m", "ml-32m" or "ml-100m". */
  static final class Size extends ChoiceConverter<SynthesisSize> {
    Size() {
      super(SynthesisSize.class);
    }
  }

  /** "ml-1m" or "ml-32m". */
  static final class Shape extends ChoiceConverter<SynthesisShape> {
    Shape() {
      super(SynthesisShape.class);
    }
  }
}

package io.reelrecs.train.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleAndYearTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Toy Story (1995);Toy Story;1995",
        " Toy Story (1995)  ;Toy Story;1995",
        "Toy Story(1995);Toy Story;1995",
        "2001: A Space Odyssey (1968);2001: A Space Odyssey;1968",
        "Fun (and Games) (1989) (1994);Fun (and Games) (1989);1994",
        "Fawlty Towers (1975-1979);Fawlty Towers;1975",
        "The Office (2006\u20132007);The Office;2006",
        "Doctor Who (2005-);Doctor Who;2005",
        "Doctor Who (2005\u2013 );Doctor Who;2005",
        "Land Before Time III (1995) (V);Land Before Time III (V);1995",
        "unknown;unknown;0",
        "Babylon 5;Babylon 5;0",
        "(1995);(1995);0",
        "Das Millionenspiel (70);Das Millionenspiel (70);0",
        "Big (19888);Big (19888);0",
        "Big (Director's Cut);Big (Director's Cut);0",
        "'';'';0",
      })
  void of_takesTheYearOff(String text, String title, int year) {
    assertThat(TitleAndYear.of(text)).isEqualTo(new TitleAndYear(title, year));
  }
}

package io.reelrecs.train.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void text_isEscaped_andHoldsNothingThatXmlCannot() {
    String html = new Markup().leaf("em", "a<b>&\"c\u0001\u0007\uFFFE\uDC00é\uD83C\uDFAC").finish();

    assertThat(html)
        .isEqualTo(
            "<!DOCTYPE html><em>a&lt;b&gt;&amp;\"c\uFFFD\uFFFD\uFFFD\uFFFDé\uD83C\uDFAC</em>\n");
  }

  @Test
  void attribute_isEscaped_withItsQuotes() {
    assertThat(new Markup().empty("a", "title", "\"><x y='&'").finish())
        .isEqualTo("<!DOCTYPE html><a title=\"&quot;&gt;&lt;x y='&amp;'\"/>\n");
  }

  @Test
  void finish_withSomethingOpen_isRefused() {
    Markup page = new Markup().open("p").open("em").close();

    assertThatIllegalStateException().isThrownBy(page::finish).withMessage("not closed: [p]");
  }
}

package io.reelrecs.train.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StyleTest {

  @Test
  void css_isTheSameToHtmlAndXml() {
    assertThat(Style.CSS).doesNotContainPattern("[<>&]").isASCII();
  }

  /** WCAG 2.1: 4.5 to 1 for text, 3 to 1 for what a drawing is made of. */
  @Test
  void css_standsOutFromTheBackground_inLightAndDark() {
    int dark = Style.CSS.indexOf("prefers-color-scheme: dark");
    for (String part : new String[] {Style.CSS.substring(0, dark), Style.CSS.substring(dark)}) {
      Map<String, String> colors = new HashMap<>();
      Matcher color = Pattern.compile("--(\\w+): (#[0-9a-f]{6})").matcher(part);
      while (color.find()) {
        colors.putIfAbsent(color.group(1), color.group(2));
      }
      double back = luminance(colors.get("back"));

      assertThat(colors).hasSize(12);
      for (String text : new String[] {"ink", "soft"}) {
        assertThat(contrast(back, luminance(colors.get(text)))).as(text).isGreaterThan(4.5);
      }
      for (int i = 0; i < 7; i++) {
        assertThat(contrast(back, luminance(colors.get("c" + i)))).as("c" + i).isGreaterThan(3);
      }
    }
  }

  private static double contrast(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(String color) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}

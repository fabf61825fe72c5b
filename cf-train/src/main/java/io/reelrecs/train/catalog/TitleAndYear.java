package io.reelrecs.train.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title as MovieLens writes it, taken apart: "Toy Story (1995)" is the title "Toy Story" and the
 * year 1995. Of a range, "(2006-2007)" or "(2006- )", the first year counts. A medium that follows
 * the year, "(V)" or "(TV)", stays in the title.
 *
 * @param title without the year
 * @param year 0 where there is none
 */
record TitleAndYear(String title, int year) {

  private static final Pattern WITH_YEAR =
      Pattern.compile(
          "(.*\\S)\\s*\\((\\d{4})\\s*(?:[-\u2013]\\s*(?:\\d{4})?\\s*)?\\)(\\s*\\(\\w{1,3}\\))?");

  static TitleAndYear of(String text) {
    String stripped = text.strip();
    Matcher matcher = WITH_YEAR.matcher(stripped);
    if (!matcher.matches()) {
      return new TitleAndYear(stripped, 0);
    }
    String medium = matcher.group(3) == null ? "" : " " + matcher.group(3).strip();
    return new TitleAndYear(matcher.group(1) + medium, Integer.parseInt(matcher.group(2)));
  }
}

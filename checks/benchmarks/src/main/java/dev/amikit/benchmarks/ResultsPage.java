package dev.amikit.benchmarks;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

/**
 * What was measured and has a goal, in Markdown.
 *
 * @param rows the rows of the table, each with its line feed
 * @param date when
 * @param taken how long it took
 * @param machine on what machine
 */
record ResultsPage(String rows, LocalDate date, Duration taken, String machine) {
  /** The first lines of the table. */
  static final String HEAD = """
      | goal | what | figure | wanted | reached |
      |---|---|---|---|---|
      """;

  private static final String BEGIN = "<!-- results -->\n";
  private static final String END = "<!-- end of results -->\n";

  /** What comes below the table. */
  String foot() {
    return """

        Measured on %s in %d minutes, on %s.
        """.formatted(date, taken.plusSeconds(30).toMinutes(), machine);
  }

  /** Puts the results into a page, in the place of those that are there. */
  void writeTo(Path path) throws IOException {
    String page = Files.readString(path);
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    checkArgument(0 <= begin && begin < end, "%s has no place for results", path);
    Files.writeString(
        path,
        page.substring(0, begin + BEGIN.length()) + HEAD + rows + foot() + page.substring(end));
  }
}

package dev.amikit.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The README shows the transition table as it is. With {@code -Damikit.write-docs=true} the diagram
 * is drawn anew.
 */
class LifeCycleDiagramTest {
  private static final Path README = Path.of("..", "README.md");
  private static final String BEGIN = "<!-- life cycle: drawn by the build -->\n";
  private static final String END = "<!-- end -->";

  @Test
  void the_readme_shows_every_move_of_the_transition_table() throws IOException {
    String readme = Files.readString(README, UTF_8);
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    int end = readme.indexOf(END, begin);
    assertThat(readme).as("the place of the diagram").containsSubsequence(BEGIN, END);

    if (Boolean.getBoolean("amikit.write-docs")) {
      Files.writeString(
          README, readme.substring(0, begin) + diagram() + readme.substring(end), UTF_8);
    } else {
      assertThat(readme.substring(begin, end)).isEqualTo(diagram());
    }
  }

  private static String diagram() {
    return moves().entrySet().stream()
        .map(move -> "    " + move.getKey() + " : " + move.getValue() + "\n")
        .collect(joining(
            "",
            "```mermaid\nstateDiagram-v2\n    state \"%s\" as %s\n"
                .formatted(AmiStage.IN_RECYCLE_BIN, name(AmiStage.IN_RECYCLE_BIN)),
            "```\n"));
  }

  /** Maps an arrow to the actions that it stands for, both in the order of the table. */
  private static Map<String, String> moves() {
    return LifeCycle.transitions().values().stream()
        .filter(Transition::isMove)
        .flatMap(LifeCycleDiagramTest::arrows)
        .collect(groupingBy(
            Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, joining(", "))));
  }

  private static Stream<Map.Entry<String, String>> arrows(Transition move) {
    return move.targets().stream()
        .map(to ->
            Map.entry(name(move.from()) + " --> " + name(to), move.action().toString()));
  }

  private static String name(AmiStage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}

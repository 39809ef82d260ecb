package dev.amikit.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.lifecycle.fastlaunch.FastLaunchLifeCycle;
import dev.amikit.lifecycle.snapshot.SnapshotLifeCycle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The README shows the transition tables as they are. With {@code -Damikit.write-docs=true} the
 * diagrams are drawn anew.
 */
class LifeCycleDiagramTest {
  private static final Path README = Path.of("..", "README.md");
  private static final String END = "<!-- end -->";

  @Test
  void the_readme_shows_every_move_of_the_transition_table() throws IOException {
    assertShown(
        "<!-- life cycle: drawn by the build -->\n",
        diagram(LifeCycle.transitions().values()));
  }

  @Test
  void the_readme_shows_every_move_of_the_transition_table_of_snapshots() throws IOException {
    assertShown(
        "<!-- life cycle of a snapshot: drawn by the build -->\n",
        diagram(SnapshotLifeCycle.transitions().values()));
  }

  @Test
  void the_readme_shows_every_move_of_the_transition_table_of_fast_launch() throws IOException {
    assertShown(
        "<!-- life cycle of fast launch: drawn by the build -->\n",
        diagram(FastLaunchLifeCycle.transitions().values()));
  }

  private static void assertShown(String mark, String diagram) throws IOException {
    String readme = Files.readString(README, UTF_8);
    int begin = readme.indexOf(mark) + mark.length();
    int end = readme.indexOf(END, begin);
    assertThat(readme).as("the place of the diagram").containsSubsequence(mark, END);

    if (Boolean.getBoolean("amikit.write-docs")) {
      Files.writeString(
          README, readme.substring(0, begin) + diagram + readme.substring(end), UTF_8);
    } else {
      assertThat(readme.substring(begin, end)).isEqualTo(diagram);
    }
  }

  private static <S extends Enum<S>, A extends Action<S>> String diagram(
      Collection<Transition<S, A>> cells) {
    List<Transition<S, A>> moves = cells.stream().filter(Transition::isMove).toList();
    return Stream.concat(names(moves), arrows(moves))
        .map(line -> "    " + line + "\n")
        .collect(joining("", "```mermaid\nstateDiagram-v2\n", "```\n"));
  }

  /** What the stages are called whose words are not their names. */
  private static <S extends Enum<S>, A extends Action<S>> Stream<String> names(
      List<Transition<S, A>> moves) {
    return moves.stream()
        .flatMap(move -> Stream.concat(Stream.of(move.from()), move.targets().stream()))
        .distinct()
        .filter(stage -> !stage.toString().equals(name(stage)))
        .map(stage -> "state \"%s\" as %s".formatted(stage, name(stage)));
  }

  /** Every arrow with the actions that it stands for, both in the order of the table. */
  private static <S extends Enum<S>, A extends Action<S>> Stream<String> arrows(
      List<Transition<S, A>> moves) {
    Map<String, String> actions = moves.stream()
        .flatMap(move -> move.targets().stream()
            .map(to ->
                Map.entry(name(move.from()) + " --> " + name(to), move.action().toString())))
        .collect(groupingBy(
            Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, joining(", "))));
    return actions.entrySet().stream().map(arrow -> arrow.getKey() + " : " + arrow.getValue());
  }

  private static String name(Enum<?> stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}

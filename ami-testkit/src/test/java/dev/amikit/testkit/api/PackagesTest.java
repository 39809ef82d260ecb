package dev.amikit.testkit.api;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of packages in the module's description is true, and there is no circle in it. */
class PackagesTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "src", "main", "java");
  private static final Path KIT = SOURCES.resolve(Path.of("dev", "amikit", "testkit"));
  private static final Pattern LINE = Pattern.compile("(?m)^ \\* ([a-z0-9.]+) → \\{ (.+) }$");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?dev\\.amikit\\.testkit\\.([a-z0-9.]+)\\.[A-Z]");

  @Test
  void every_package_imports_what_the_map_says() throws IOException {
    assertThat(map()).containsExactlyInAnyOrderEntriesOf(imports());
  }

  @Test
  void every_package_stands_above_those_that_it_imports() throws IOException {
    List<String> above = new ArrayList<>();
    map().forEach((name, imported) -> {
      above.add(name);
      assertThat(imported).as("what %s imports", name).doesNotContainAnyElementsOf(above);
    });
  }

  private static Map<String, SortedSet<String>> map() throws IOException {
    Map<String, SortedSet<String>> map = new LinkedHashMap<>();
    LINE.matcher(Files.readString(SOURCES.resolve("module-info.java")))
        .results()
        .forEach(line ->
            map.put(line.group(1), new TreeSet<>(Splitter.on(", ").splitToList(line.group(2)))));
    return map;
  }

  /** What each package imports of the kit, if it does. */
  private static Map<String, SortedSet<String>> imports() throws IOException {
    Map<String, SortedSet<String>> imports = new TreeMap<>();
    try (Stream<Path> files = Files.walk(KIT)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
        String name = Streams.stream(KIT.relativize(file.getParent()))
            .map(Path::toString)
            .collect(joining("."));
        SortedSet<String> imported = imported(file);
        imported.remove(name);
        if (!imported.isEmpty()) {
          imports.computeIfAbsent(name, any -> new TreeSet<>()).addAll(imported);
        }
      });
    }
    return imports;
  }

  private static SortedSet<String> imported(Path file) {
    try {
      return IMPORT
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .collect(toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

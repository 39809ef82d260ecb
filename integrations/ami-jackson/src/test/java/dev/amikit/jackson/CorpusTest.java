package dev.amikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amikit.rule.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads a folder of recorded answers and gives them back. The folder is named by the system
 * property {@code amikit.corpus}; without it nothing is tested. It holds files as the AWS CLI
 * prints them, in sub-folders:
 *
 * <ul>
 *   <li>{@code images}, {@code snapshots}, {@code attributes}: what EC2 answered. All of it must be
 *       read and given back, but for {@code windows-instance-store.json}, which holds the images
 *       that a rule of its own refuses.
 *   <li>{@code derived}: the same without some members. Refusals may name only absent ones.
 *   <li>{@code edited}: must be read.
 *   <li>{@code documentation}: examples with made-up IDs; may be refused.
 *   <li>{@code invalid}: what EC2 cannot have answered. All must be refused.
 * </ul>
 */
class CorpusTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String REFUSED_IMAGES = "windows-instance-store.json";
  private static Path corpus = Path.of("");

  @BeforeAll
  static void find_the_folder() {
    String folder = System.getProperty("amikit.corpus");
    assumeTrue(folder != null, "no recorded answers to read: give -Damikit.corpus=FOLDER");
    corpus = Path.of(folder);
  }

  @Test
  void recorded_images_are_read_and_given_back() throws IOException {
    Tally tally = new Tally("images").add(files("images", false));
    assertThat(tally.refused).isEmpty();
    assertThat(tally.changed).isEmpty();
    assertThat(tally.unknown).isEmpty();
  }

  @Test
  void recorded_Windows_images_on_instance_store_are_refused_by_that_rule_alone()
      throws IOException {
    Tally tally = new Tally("images, refused").add(files("images", true));
    assertThat(tally.refusedBy).isEqualTo(Map.of("ami.windows-requires-ebs-root", tally.records));
  }

  @Test
  void recorded_snapshots_are_read_and_given_back() throws IOException {
    Tally tally = new Tally("snapshots").add(files("snapshots", false));
    assertThat(tally.refused).isEmpty();
    assertThat(tally.changed).isEmpty();
    assertThat(tally.unknown).isEmpty();
  }

  @Test
  void recorded_attributes_are_read_and_given_back() throws IOException {
    Tally tally = new Tally("attributes").add(files("attributes", false));
    assertThat(tally.refused).isEmpty();
    assertThat(tally.changed).isEmpty();
    assertThat(tally.unknown).isEmpty();
  }

  @Test
  void derived_records_are_refused_for_absent_members_only() throws IOException {
    Tally tally = new Tally("derived").add(files("derived", false));
    assertThat(Set.of("value.required-attribute")).containsAll(tally.refusedBy.keySet());
    assertThat(tally.changed).isEmpty();
    assertThat(tally.unknown).isEmpty();
  }

  @Test
  void edited_records_are_read_and_given_back() throws IOException {
    Tally tally = new Tally("edited").add(files("edited", false));
    assertThat(tally.refused).isEmpty();
    assertThat(tally.changed).isEmpty();
  }

  @Test
  void examples_of_the_documentation_are_given_back_if_they_are_read() throws IOException {
    Tally tally = new Tally("documentation").add(files("documentation", false));
    assertThat(tally.changed).isEmpty();
  }

  @Test
  void invalid_records_are_refused() throws IOException {
    Tally tally = new Tally("invalid").add(files("invalid", false));
    assertThat(tally.refused).hasSize(tally.records);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "images",
        "snapshots",
        "attributes",
        "derived",
        "edited",
        "documentation",
        "invalid"
      })
  void every_document_is_kept_to_the_last_member(String folder) throws IOException {
    for (boolean refused : List.of(false, true)) {
      for (Path file : files(folder, refused)) {
        JsonNode document = MAPPER.readTree(file.toFile());
        assertThat(MAPPER.readTree(kept(file, document))).as(file.toString()).isEqualTo(document);
      }
    }
  }

  private static String kept(Path file, JsonNode document) {
    if (document.has("Images")) {
      return kept(file, AmiJson.images().keepingUnknownMembers());
    } else if (document.has("Snapshots")) {
      return kept(file, AmiJson.snapshots().keepingUnknownMembers());
    } else if (document.has("ImageId")) {
      return kept(file, AmiJson.imageAttributes().keepingUnknownMembers());
    }
    return kept(file, AmiJson.snapshotAttributes().keepingUnknownMembers());
  }

  private static <T> String kept(Path file, AnswerFormat<T> format) {
    return format.write(format.read(file));
  }

  private static <T> String kept(Path file, RecordFormat<T> format) {
    return format.write(format.read(file));
  }

  private static List<Path> files(String folder, boolean refused) throws IOException {
    try (Stream<Path> files = Files.walk(corpus.resolve(folder))) {
      List<Path> found = files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> file.endsWith(REFUSED_IMAGES) == refused)
          .sorted()
          .toList();
      assertThat(found.isEmpty()).isEqualTo(refused && !folder.equals("images"));
      return found;
    }
  }

  /** What became of the records of one folder. */
  private static final class Tally {
    private final String folder;
    private int records;
    private final List<String> refused = new ArrayList<>();
    private final Map<String, Integer> refusedBy = new TreeMap<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    Tally(String folder) {
      this.folder = folder;
    }

    Tally add(List<Path> files) throws IOException {
      for (Path file : files) {
        JsonNode document = MAPPER.readTree(file.toFile());
        if (document.has("Images")) {
          addAll(AmiJson.images().read(file), AmiJson.image(), document.get("Images"));
        } else if (document.has("Snapshots")) {
          addAll(AmiJson.snapshots().read(file), AmiJson.snapshot(), document.get("Snapshots"));
        } else if (document.has("ImageId")) {
          add(AmiJson.imageAttributes().read(file), AmiJson.imageAttributes(), document);
        } else {
          add(AmiJson.snapshotAttributes().read(file), AmiJson.snapshotAttributes(), document);
        }
      }
      System.out.printf(
          "%-16s %5d records, %5d refused %s, %d not given back, %d with unknown members %s%n",
          folder,
          records,
          refused.size(),
          refusedBy,
          changed.size(),
          unknown.size(),
          unknown.stream().distinct().toList());
      return this;
    }

    private <T> void addAll(AnswerDocument<T> answer, RecordFormat<T> format, JsonNode list)
        throws IOException {
      assertThat(answer.records()).hasSize(list.size());
      for (int i = 0; i < list.size(); i++) {
        add(answer.records().get(i), format, list.get(i));
      }
    }

    private <T> void add(ReadResult<T> result, RecordFormat<T> format, JsonNode content)
        throws IOException {
      records++;
      if (result instanceof ReadResult.Refused<T> no) {
        assertThat(no.violations()).isNotEmpty();
        assertThat(no.content()).isEqualTo(content);
        refused.add(no.toString());
        for (Violation violation : no.violations()) {
          refusedBy.merge(violation.rule().toString(), 1, Integer::sum);
        }
      } else if (result instanceof ReadResult.Read<T> yes) {
        unknown.addAll(yes.unknownMembers());
        String written = format.write(yes.value());
        assertThat(format.read(written).orThrow()).isEqualTo(yes.value());
        JsonNode back = MAPPER.readTree(written);
        if (!back.equals(normal(content, back))) {
          changed.add(content + " became " + back);
        }
      }
    }
  }

  /** Returns the record as it is given back, by what the package documentation says. */
  private static JsonNode normal(JsonNode content, JsonNode back) {
    ObjectNode normal = content.deepCopy();
    if (normal.path("CreationDate").asText("-").isEmpty()) {
      normal.remove("CreationDate");
    }
    for (String list : List.of("ProductCodes", "Tags", "ImageWatermarks")) {
      if (normal.path(list).isEmpty() && !back.has(list)) {
        normal.remove(list);
      }
    }
    if (back.has("State") && back.has("ImageId") && !normal.has("BlockDeviceMappings")) {
      normal.putArray("BlockDeviceMappings");
    }
    normal
        .properties()
        .removeIf(member -> member.getValue().isEmpty() && member.getValue().isObject());
    return normal;
  }
}

package dev.amikit;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.rule.MessageTemplate;
import dev.amikit.rule.MessageTemplate.Evidence;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.Rule;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every message of the catalogue, whatever rule it belongs to. */
class RuleMessagesTest {
  private static final Path TESTS =
      Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "src", "test", "java");
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
  private static final Pattern ENUM_CONSTANT = Pattern.compile("\\b[A-Z0-9]+_[A-Z0-9_]+\\b");
  private static final Pattern JAVA = Pattern.compile("Optional|Immutable|dev\\.amikit|java\\.");

  /** Rules with a message that their tests put together of pieces; it may get shorter only. */
  private static final ImmutableSet<String> NOT_IN_ONE_PIECE = ImmutableSet.of(
      "copy-image.storage-readable",
      "copy.stays-encrypted",
      "enable-image-deprecation.not-too-late",
      "image-name.free",
      "list-rules.lock-state",
      "retention-rule.description",
      "retention-rule.identifier");

  /** What stands at these places every violation knows by itself. */
  private static final ImmutableSet<String> FILLED_BY_ITSELF =
      ImmutableSet.of("value", "parameter");

  @Test
  void a_message_speaks_of_nothing_that_only_the_library_knows() {
    assertThat(messages()).allSatisfy(message -> {
      assertThat(message.text()).doesNotContainPattern(ENUM_CONSTANT).doesNotContainPattern(JAVA);
      assertThat(RuleCatalogue.all())
          .noneMatch(rule -> message.text().contains(rule.id().value()));
    });
  }

  @Test
  void a_message_has_no_blanks_around_it_but_for_two_that_ec2_ends_in_a_blank() {
    assertThat(messages())
        .filteredOn(message -> !message.text().equals(message.text().strip()))
        .extracting(MessageTemplate::text)
        .containsExactlyInAnyOrder(
            "Value ( {value} ) for parameter SNAPSHOT is invalid. ",
            "Unsupported volume type '{volumeType}' for volume creation. ");
  }

  @Test
  void a_rule_says_nothing_twice() {
    assertThat(RuleCatalogue.all())
        .allSatisfy(rule ->
            assertThat(rule.messages()).extracting(MessageTemplate::text).doesNotHaveDuplicates());
  }

  @Test
  void whatever_a_test_provokes_has_a_message_without_open_places() {
    assertThat(Refusal.class.desiredAssertionStatus()).isTrue();
    assertThatThrownBy(() -> Refusal.of(Snapshot.EXISTS.brokenBy("", "snap-12345678")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("snapshotId");
  }

  /**
   * A test that cites a text of the rulebook has the message, piece by piece between its places.
   */
  @Test
  void every_text_of_ec2_is_compared_to_the_letter() throws IOException {
    ImmutableList<String> comparing =
        tests().filter(source -> source.contains("\"MSG-")).collect(toImmutableList());
    assertThat(unprovoked(comparing, message -> message.evidence() != Evidence.OWN))
        .isSubsetOf(NOT_IN_ONE_PIECE);
  }

  /**
   * Whoever breaks a rule has to tell what stands at the places of its message. A test that has the
   * message, piece by piece, breaks the rule; and a refusal with an open place fails there.
   */
  @Test
  @Rules("DEC-135")
  void every_place_of_a_message_is_filled_in_a_test() throws IOException {
    assertThat(unprovoked(
            tests().collect(toImmutableList()),
            message -> !FILLED_BY_ITSELF.containsAll(message.places())))
        .isSubsetOf(NOT_IN_ONE_PIECE);
  }

  /** The rules that have a message of a kind, of which no test has all the pieces. */
  private static List<String> unprovoked(
      ImmutableList<String> tests, Predicate<MessageTemplate> kind) {
    return RuleCatalogue.all().stream()
        .filter(rule -> rule.messages().stream()
            .filter(kind)
            .anyMatch(message -> tests.stream().noneMatch(test -> compares(test, message))))
        .map(Rule::toString)
        .toList();
  }

  private static List<MessageTemplate> messages() {
    return RuleCatalogue.all().stream()
        .flatMap(rule -> rule.messages().stream())
        .toList();
  }

  private static boolean compares(String test, MessageTemplate message) {
    return Splitter.on(PLACE).splitToStream(message.text()).allMatch(test::contains);
  }

  /** The sources of tests, their literals as they are at run time. */
  private static Stream<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .map(RuleMessagesTest::read)
          .map(source ->
              source.replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"").replace("\\\\", "\\"))
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

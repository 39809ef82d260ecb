package dev.amikit.tag;

import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Tags against maps of the JDK. */
class TagsTest {
  @Rules({"TAG-01", "VAL-21"})
  @Example
  void a_key_that_comes_twice_is_refused_even_with_the_same_value() {
    Tag tag = Tag.of("Name", "golden");
    assertRefused(() -> Tags.of(tag, tag), "tags.keys-unique", "", INVALID_PARAMETER_VALUE);
    assertRefused(() -> Tags.from(List.of(tag, Tag.of("Name", "other"))), "tags.keys-unique");
  }

  @Rules({"TAG-04", "VAL-21"})
  @Example
  void keys_that_differ_in_case_are_two_keys() {
    Tags tags = Tags.of(Tag.of("Name", "a"), Tag.of("name", "b"));
    assertThat(tags.get("Name")).contains("a");
    assertThat(tags.get("name")).contains("b");
    assertThat(tags.get("NAME")).isEmpty();
  }

  @Rules({"TAG-01", "VAL-21"})
  @Property
  void tags_are_made_exactly_when_no_key_comes_twice(@ForAll("tagLists") List<Tag> list) {
    if (list.stream().map(Tag::key).distinct().count() == list.size()) {
      assertThat(Tags.from(list)).containsExactlyElementsOf(list);
    } else {
      assertRefused(() -> Tags.from(list), "tags.keys-unique");
    }
  }

  @Property
  void a_map_tells_tags_in_its_order(@ForAll("maps") Map<String, String> map) {
    assertThat(Tags.of(map)).containsExactlyElementsOf(list(map));
  }

  @Rules({"TAG-02", "TAG-03"})
  @Example
  void a_map_tells_no_tag_that_cannot_be() {
    assertRefused(() -> Tags.of(Map.of("", "golden")), "tag.key-not-empty");
    assertRefused(() -> Tags.of(Map.of("a", "b".repeat(257))), "tag.value-length");
  }

  @Property
  void tags_are_equal_whatever_their_order(@ForAll("maps") Map<String, String> map) {
    List<Tag> list = list(map);
    Collections.reverse(list);
    assertThat(Tags.from(list)).isEqualTo(tags(map)).hasSameHashCodeAs(tags(map));
  }

  @Property
  void tags_differ_when_a_value_does(@ForAll("maps") Map<String, String> map) {
    assertThat(tags(map).with(Tags.of("Name", "new"))).isNotEqualTo(tags(map));
  }

  @Property
  void tags_answer_as_a_map_does(
      @ForAll("maps") Map<String, String> map, @ForAll("keys") String key) {
    Tags tags = tags(map);
    assertThat(tags.asMap()).isEqualTo(map);
    assertThat(tags.keys()).containsExactlyElementsOf(tags.asMap().keySet());
    assertThat(tags.size()).isEqualTo(map.size());
    assertThat(tags.isEmpty()).isEqualTo(map.isEmpty());
    assertThat(tags.get(key).orElse("absent")).isEqualTo(map.getOrDefault(key, "absent"));
    assertThat(tags.contains(key)).isEqualTo(map.containsKey(key));
    assertThat(tags.contains(Tag.of(key, "1"))).isEqualTo("1".equals(map.get(key)));
    assertThat(tags).hasToString(tags.asMap().toString());
  }

  @Property
  void with_joins_and_the_other_value_wins(
      @ForAll("maps") Map<String, String> some, @ForAll("maps") Map<String, String> others) {
    Map<String, String> union = new HashMap<>(some);
    union.putAll(others);
    assertThat(tags(some).with(tags(others)).asMap()).isEqualTo(union);
    assertThat(tags(some).asMap()).as("what was there before").isEqualTo(some);
  }

  @Property
  void without_takes_one_key_away_and_keeps_the_same_value_if_none_has_it(
      @ForAll("maps") Map<String, String> map, @ForAll("keys") String key) {
    Map<String, String> left = new HashMap<>(map);
    left.remove(key);
    Tags tags = tags(map);
    assertThat(tags.without(key).asMap()).isEqualTo(left);
    if (!map.containsKey(key)) {
      assertThat(tags.without(key)).isSameAs(tags);
    }
  }

  @Property
  void filter_keeps_what_passes_in_its_order(@ForAll("maps") Map<String, String> map) {
    Tags tags = tags(map);
    assertThat(tags.filter(tag -> tag.value().equals("1")))
        .containsExactlyElementsOf(
            list(map).stream().filter(tag -> tag.value().equals("1")).toList());
    assertThat(tags.filter(tag -> true)).isSameAs(tags);
    assertThat(tags.filter(tag -> false)).isSameAs(Tags.none());
  }

  @Property
  void user_defined_tags_are_those_not_of_aws(@ForAll("maps") Map<String, String> map) {
    Map<String, String> own = map.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("aws:"))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(tags(map).userDefined().asMap()).isEqualTo(own);
  }

  @Example
  void no_tags_are_one_value() {
    assertThat(Tags.of()).isSameAs(Tags.none());
    assertThat(Tags.none()).isEmpty();
    assertThat(Tags.of("Name", "golden").with(Tags.none()))
        .containsExactly(Tag.of("Name", "golden"));
  }

  @Provide
  Arbitrary<String> keys() {
    // The last four have one hash code.
    return Arbitraries.of(
        "Name",
        "name",
        "env",
        "team",
        "aws:",
        "aws:backup:source",
        "🐧",
        "AaAa",
        "AaBB",
        "BBAa",
        "BBBB");
  }

  private static Arbitrary<String> manyKeys() {
    return Arbitraries.integers().between(0, 60).map(number -> "key" + number);
  }

  @Provide
  Arbitrary<Map<String, String>> maps() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.maps(keys(), Arbitraries.of("", "1", "2"))),
        Tuple.of(1, Arbitraries.maps(manyKeys(), Arbitraries.of("", "1", "2")).ofMinSize(12)));
  }

  @Provide
  Arbitrary<List<Tag>> tagLists() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, lists(keys(), 4)), Tuple.of(1, lists(manyKeys(), 30)));
  }

  private static Arbitrary<List<Tag>> lists(Arbitrary<String> keys, int longest) {
    return Combinators.combine(keys, Arbitraries.of("", "1")).as(Tag::of).list().ofMaxSize(longest);
  }

  private static Tags tags(Map<String, String> map) {
    return Tags.from(list(map));
  }

  private static List<Tag> list(Map<String, String> map) {
    return new ArrayList<>(map.entrySet().stream()
        .map(entry -> Tag.of(entry.getKey(), entry.getValue()))
        .toList());
  }
}

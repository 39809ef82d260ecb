package dev.amikit.testkit.arbitrary;

import dev.amikit.rule.Characters;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Tags. */
public final class TagArbitraries {
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;

  private TagArbitraries() {}

  /** {@return tags as accounts have them, those of AWS, and now and then any legal text} */
  public static Arbitrary<Tag> tags() {
    return Combinators.combine(keys(), values()).as(Tag::of);
  }

  /** {@return what one account attached to a resource: mostly few tags, at most 50} */
  public static Arbitrary<Tags> tagSets() {
    return setsOf(Arbitraries.frequencyOf(
        Tuple.of(19, tags().list().ofMaxSize(4)), Tuple.of(1, tags().list().ofMaxSize(MOST_TAGS))));
  }

  static Arbitrary<Tags> fewTags() {
    return setsOf(tags().list().ofMaxSize(3));
  }

  private static Arbitrary<Tags> setsOf(Arbitrary<? extends Iterable<Tag>> tags) {
    return tags.map(list -> {
      Tags set = Tags.none();
      for (Tag tag : list) {
        set = set.with(Tags.of(tag));
      }
      return set;
    });
  }

  private static Arbitrary<String> keys() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            19,
            Arbitraries.of(
                "Name", "name", "env", "team", "cost:center", "aws:cloudformation:stack-name")),
        Tuple.of(1, texts(1, LONGEST_KEY)));
  }

  /** Any legal text, characters beyond the basic plane included. */
  static Arbitrary<String> texts(int shortest, int longest) {
    Arbitrary<String> characters = Arbitraries.oneOf(
        Arbitraries.chars().map(String::valueOf).filter(Characters::areLegal),
        Arbitraries.integers().between(0x10000, 0x10FFFF).map(Character::toString));
    return characters
        .list()
        .ofMinSize(shortest)
        .ofMaxSize(longest)
        .map(all -> String.join("", all));
  }

  private static Arbitrary<String> values() {
    return Arbitraries.frequencyOf(
        Tuple.of(19, Arbitraries.of("", "prod", "Prod", "web", "2026.11")),
        Tuple.of(1, texts(0, LONGEST_VALUE)));
  }
}

package dev.amikit.testkit.contract;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.filter.Filter;
import dev.amikit.filter.FilterPattern;
import dev.amikit.id.AccountId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.contract.Question.About;
import dev.amikit.testkit.registry.Draw;
import dev.amikit.testkit.registry.TestRegistry;
import dev.amikit.visibility.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The texts that filters look at, and filters made of them, which find what has the texts.
 *
 * @param <T> the type of what is filtered
 * @param ofFilters the texts of each filter, as EC2 spells them
 * @param tags the tags
 */
record Texts<T>(ImmutableMap<String, Function<T, Stream<?>>> ofFilters, Function<T, Tags> tags) {
  static final ImmutableList<AccountId> ACCOUNTS =
      ImmutableList.of(TestRegistry.OWNER, TestRegistry.FRIEND, TestRegistry.STRANGER);
  static final OrganizationArn ORGANIZATION =
      OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5");
  static final OrganizationalUnitArn UNIT = OrganizationalUnitArn.of(
      "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-cd34ef56");

  /** Texts that look like patterns, of EC2 and of others. */
  static final ImmutableList<String> DESCRIPTIONS = ImmutableList.of(
      "golden", "Golden", "gold*en", "a?b", "ab", "back\\slash", "100%", "under_score", "");

  static Viewer viewer(Draw draw) {
    Viewer viewer =
        Viewer.of(draw.one(ACCOUNTS), TestRegistry.START.plus(Duration.ofDays(draw.below(20))));
    return switch (draw.below(4)) {
      case 3 -> viewer.in(OrganizationPath.of(ORGANIZATION));
      case 2 -> viewer.in(OrganizationPath.of(ORGANIZATION, UNIT));
      default -> viewer;
    };
  }

  /** Tags with values that are empty, and the same values under other keys. */
  static Tags someTags(Draw draw) {
    Tags tags = draw.tags();
    return draw.oneIn(4) ? tags.with(Tags.of(draw.oneIn(2) ? "env" : "*", "")) : tags;
  }

  /** Returns filters for some of the values; none if that is not what the question is about. */
  ImmutableList<Filter> filters(Draw draw, About about, List<T> values) {
    int count = switch (about) {
      case ANYTHING -> draw.below(3);
      case FILTERS, PATTERNS, TAGS -> 1;
      case SEVERAL -> 1 + draw.below(2);
      case OWNERS, SHARING, FLAGS -> 0;
    };
    return Stream.generate(() -> filter(draw, about, values))
        .limit(count)
        .collect(toImmutableList());
  }

  private Filter filter(Draw draw, About about, List<T> values) {
    boolean isOfTags = about == About.TAGS || about == About.ANYTHING && draw.oneIn(4);
    return isOfTags ? tagFilter(draw, about, values) : attributeFilter(draw, about, values);
  }

  private Filter tagFilter(Draw draw, About about, List<T> values) {
    Map<String, String> attached = tags.apply(draw.one(values)).asMap();
    Optional<String> key = attached.isEmpty()
        ? Optional.empty()
        : Optional.of(draw.one(ImmutableList.copyOf(attached.keySet())));
    return draw.oneIn(3)
        ? new Filter("tag-key", patterns(draw, about, key.orElse("env")))
        : new Filter(
            Filter.TAG + key.orElse("env"),
            patterns(draw, about, key.map(attached::get).orElse("a")));
  }

  /** Of texts that some values have, as far as there are any. */
  private Filter attributeFilter(Draw draw, About about, List<T> values) {
    ImmutableList<String> names = about == About.PATTERNS
        ? ImmutableList.of("description", "description", "name", "owner-id").stream()
            .filter(ofFilters::containsKey)
            .collect(toImmutableList())
        : ofFilters.keySet().asList();
    String name = draw.one(names);
    ImmutableList<String> texts = values.stream()
        .flatMap(ofFilters.get(name))
        .map(Object::toString)
        .collect(toImmutableList());
    ImmutableList.Builder<String> wanted = ImmutableList.builder();
    for (int i = about == About.SEVERAL ? 2 : 0; i >= 0; i--) {
      wanted.addAll(patterns(draw, about, texts.isEmpty() ? "true" : draw.one(texts)));
    }
    return new Filter(name, wanted.build());
  }

  private static ImmutableList<String> patterns(Draw draw, About about, String text) {
    boolean isPattern = about == About.PATTERNS || about != About.FILTERS && draw.oneIn(3);
    return ImmutableList.of(isPattern ? pattern(draw, text) : exact(draw, text));
  }

  /** Mostly the text itself; seldom in another case. */
  private static String exact(Draw draw, String text) {
    return FilterPattern.escape(draw.oneIn(8) ? Ascii.toUpperCase(text) : text);
  }

  private static String pattern(Draw draw, String text) {
    int at = draw.below(text.length() + 1);
    String begin = FilterPattern.escape(text.substring(0, at));
    String end = FilterPattern.escape(text.substring(at));
    String shorter = FilterPattern.escape(text.substring(Math.min(at + 1, text.length())));
    return switch (draw.below(8)) {
      case 0 -> begin + "*";
      case 1 -> "*" + end;
      case 2 -> begin + "*" + end;
      case 3 -> begin + "?" + shorter;
      case 4 -> begin + "?" + end;
      case 5 -> begin + "\\*" + end;
      case 6 -> begin + "\\?" + shorter;
      default -> begin + "*" + shorter + "?";
    };
  }

  /** The accounts and words that a query may name. */
  static ImmutableSet<String> users(Draw draw, ImmutableList<String> words) {
    ImmutableSet.Builder<String> users = ImmutableSet.builder();
    for (int i = draw.below(2); i >= 0; i--) {
      users.add(draw.oneIn(2) ? draw.one(words) : draw.one(ACCOUNTS).value());
    }
    return users.build();
  }
}

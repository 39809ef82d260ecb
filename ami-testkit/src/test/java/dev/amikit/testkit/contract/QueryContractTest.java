package dev.amikit.testkit.contract;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dev.amikit.filter.Filter;
import dev.amikit.image.Ami;
import dev.amikit.query.ImageFilters;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.query.SnapshotFilters;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.rule.RefusedException;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.contract.Question.About;
import dev.amikit.visibility.Viewer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** A plain scan keeps the contracts, and each promise catches who breaks it. */
@SuppressWarnings("ClassCanBeStatic") // groups of jqwik are inner classes
class QueryContractTest {
  @Group
  class Kept_of_images extends Images {}

  @Group
  class Kept_of_snapshots extends Snapshots {}

  private static class Images implements ImageQueryContract {
    @Override
    public Collection<Ami> find(ImageQuery query, List<Ami> images, Viewer viewer) {
      return ImmutableList.copyOf(
          Iterables.filter(images, query.predicate(ImageSource.of(images), viewer)::test));
    }
  }

  private static class Snapshots implements SnapshotQueryContract {
    @Override
    public Collection<Snapshot> find(SnapshotQuery query, List<Snapshot> snapshots, Viewer viewer) {
      return ImmutableList.copyOf(
          Iterables.filter(snapshots, query.predicate(SnapshotSource.of(snapshots), viewer)::test));
    }
  }

  /** Who asks another query than was asked. */
  private static Images asking(UnaryOperator<ImageQuery> change) {
    return new Images() {
      @Override
      public Collection<Ami> find(ImageQuery query, List<Ami> images, Viewer viewer) {
        return super.find(change.apply(query), images, viewer);
      }
    };
  }

  private static Images filtering(UnaryOperator<Filter> change) {
    return asking(query ->
        query.toBuilder().filters(query.filters().stream().map(change).toList()).build());
  }

  private static void assertCaught(
      Images broken,
      About about,
      BiConsumer<ImageQueryContract, Question<ImageQuery, Ami>> promise,
      String... words) {
    assertAreCaught(broken, about, promise, words);
  }

  private static <Q, T, C extends QueryContract<Q, T>> void assertAreCaught(
      C broken, About about, BiConsumer<? super C, Question<Q, T>> promise, String... words) {
    Arbitrary<Question<Q, T>> questions = broken.questions(about);
    assertThatThrownBy(() ->
            questions.sampleStream().limit(3_000).forEach(each -> promise.accept(broken, each)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(words);
  }

  @Example
  void a_filter_that_is_passed_over_is_caught() {
    assertCaught(
        asking(query -> query.toBuilder()
            .filters(query.filters().stream()
                .filter(filter -> !filter.name().equals("ena-support"))
                .toList())
            .build()),
        About.FILTERS,
        ImageQueryContract::a_filter_must_look_at_its_attribute,
        "Name=ena-support,Values=",
        "by Viewer[account=",
        "must find ",
        "but did not find []",
        "and found besides [Ami{");
  }

  @Example
  void a_filter_that_looks_at_another_attribute_is_caught() {
    assertCaught(
        filtering(filter ->
            filter.name().equals("name") ? new Filter("description", filter.values()) : filter),
        About.FILTERS,
        ImageQueryContract::a_filter_must_look_at_its_attribute,
        "Name=name,Values=");
  }

  @Example
  void an_escape_that_is_forgotten_is_caught() {
    assertCaught(
        filtering(filter -> new Filter(
            filter.name(),
            filter.values().stream()
                .map(value -> value.replace("\\*", "*"))
                .collect(toImmutableList()))),
        About.PATTERNS,
        ImageQueryContract::wild_cards_and_escapes_must_match_as_those_of_ec2,
        "\\*");
  }

  @Example
  void a_question_mark_that_stands_for_many_characters_is_caught() {
    assertCaught(
        filtering(filter -> new Filter(
            filter.name(),
            filter.values().stream()
                .map(value -> value.replaceAll("(?<!\\\\)\\?", "*"))
                .collect(toImmutableList()))),
        About.PATTERNS,
        ImageQueryContract::wild_cards_and_escapes_must_match_as_those_of_ec2,
        "?");
  }

  @Example
  void values_after_the_first_that_are_passed_over_are_caught() {
    assertCaught(
        filtering(filter -> new Filter(filter.name(), filter.values().subList(0, 1))),
        About.SEVERAL,
        ImageQueryContract::one_value_of_each_filter_must_fit,
        "and found besides []");
  }

  @Example
  void filters_of_which_one_is_enough_are_caught() {
    assertCaught(
        asking(query -> query.toBuilder().filters(query.filters().subList(0, 1)).build()),
        About.SEVERAL,
        ImageQueryContract::one_value_of_each_filter_must_fit,
        "but did not find []");
  }

  @Example
  void values_of_tags_that_are_passed_over_are_caught() {
    assertCaught(
        filtering(
            filter -> filter.tagKey().map(key -> Filter.of("tag-key", key)).orElse(filter)),
        About.TAGS,
        ImageQueryContract::tags_must_be_found_by_key_and_value,
        "Name=tag:");
  }

  @Example
  void owners_that_are_passed_over_are_caught() {
    assertCaught(
        asking(query -> query.toBuilder()
            .owners(query.owners().stream()
                .filter(owner -> !owner.value().equals("amazon"))
                .toList())
            .build()),
        About.OWNERS,
        ImageQueryContract::owners_must_be_found_by_account_self_and_alias,
        "amazon");
  }

  @Example
  void what_others_may_not_see_and_find_is_caught() {
    assertCaught(
        new Images() {
          @Override
          public Collection<Ami> find(ImageQuery query, List<Ami> images, Viewer viewer) {
            return images.stream()
                .filter(ami -> query
                    .predicate(ImageSource.of(images), Viewer.of(ami.ownerId(), viewer.at()))
                    .test(ami))
                .toList();
          }
        },
        About.SHARING,
        ImageQueryContract::only_what_the_viewer_may_see_must_be_found,
        "must find ");
  }

  @Example
  void deprecated_images_that_are_always_found_are_caught() {
    assertCaught(
        asking(query -> query.toBuilder().includeDeprecated(true).build()),
        About.FLAGS,
        ImageQueryContract::deprecated_and_disabled_images_must_be_found_only_when_asked_for,
        "includeDeprecated=false");
  }

  @Example
  void disabled_images_that_are_never_found_are_caught() {
    assertCaught(
        asking(query -> query.toBuilder().includeDisabled(false).build()),
        About.FLAGS,
        ImageQueryContract::deprecated_and_disabled_images_must_be_found_only_when_asked_for,
        "includeDisabled=true",
        "and found besides []");
  }

  @Example
  void what_is_found_twice_is_caught() {
    assertCaught(
        new Images() {
          @Override
          public Collection<Ami> find(ImageQuery query, List<Ami> images, Viewer viewer) {
            Collection<Ami> found = super.find(query, images, viewer);
            return Stream.concat(found.stream(), found.stream()).toList();
          }
        },
        About.ANYTHING,
        ImageQueryContract::a_query_must_find_what_the_library_finds,
        "but did not find []",
        "and found besides [Ami{");
  }

  @Example
  void snapshots_that_are_not_restorable_and_found_are_caught() {
    assertAreCaught(
        new Snapshots() {
          @Override
          public Collection<Snapshot> find(
              SnapshotQuery query, List<Snapshot> snapshots, Viewer viewer) {
            return super.find(
                query.toBuilder().restorableByUserIds(ImmutableList.of()).build(),
                snapshots,
                viewer);
          }
        },
        About.SHARING,
        SnapshotQueryContract::only_what_the_viewer_may_see_must_be_found,
        "restorableByUserIds=[",
        "and found besides [Snapshot{");
  }

  /** So nobody who answers queries meets one. */
  @Example
  void a_query_with_an_unknown_filter_is_refused_before_anybody_answers_it() {
    assertThatThrownBy(() -> ImageQuery.builder().filter("flavour", "sweet").build())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("The filter 'flavour' is invalid");
  }

  @Provide
  Arbitrary<List<Question<ImageQuery, Ami>>> ofImages() {
    return ofEverything(new Images());
  }

  @Provide
  Arbitrary<List<Question<SnapshotQuery, Snapshot>>> ofSnapshots() {
    return ofEverything(new Snapshots());
  }

  private static <Q, T> Arbitrary<List<Question<Q, T>>> ofEverything(QueryContract<Q, T> contract) {
    return Combinators.combine(
            Stream.of(About.values()).map(contract::questions).toList())
        .as(all -> all);
  }

  @Property(tries = 300)
  @StatisticsReport(StatisticsReportMode.OFF)
  void many_questions_of_every_kind_find_some_and_not_all(
      @ForAll("ofImages") List<Question<ImageQuery, Ami>> ofImages,
      @ForAll("ofSnapshots") List<Question<SnapshotQuery, Snapshot>> ofSnapshots) {
    for (About about : About.values()) {
      collect(about, new Images(), ofImages.get(about.ordinal()));
      collect(about, new Snapshots(), ofSnapshots.get(about.ordinal()));
    }
  }

  private static <Q, T> void collect(
      About about, QueryContract<Q, T> contract, Question<Q, T> question) {
    int found = contract.findByLibrary(question).size();
    Statistics.label(contract.getClass().getSimpleName() + " " + about)
        .collect(found > 0 && found < question.values().size())
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 30));
  }

  @Example
  void every_filter_is_asked_for() {
    Set<String> asked = new HashSet<>();
    new Images()
        .questions(About.FILTERS)
        .sampleStream()
        .limit(2_000)
        .forEach(
            question -> question.query().filters().forEach(filter -> asked.add(filter.name())));
    // Times of watermarks and what the viewer's settings say are left to the library's own tests.
    assertThat(Sets.difference(ImageFilters.names(), asked))
        .containsExactlyInAnyOrder(
            Filter.TAG,
            "tag-key",
            "image-allowed",
            "public-ssm-parameter-name",
            "image-watermark.source-image-creation-time",
            "image-watermark.source-image-region",
            "image-watermark.watermark-creation-time");
    Set<String> ofSnapshots = new HashSet<>();
    new Snapshots()
        .questions(About.FILTERS)
        .sampleStream()
        .limit(1_000)
        .forEach(question ->
            question.query().filters().forEach(filter -> ofSnapshots.add(filter.name())));
    assertThat(Sets.difference(SnapshotFilters.names(), ofSnapshots))
        .containsExactlyInAnyOrder(Filter.TAG, "tag-key");
  }
}

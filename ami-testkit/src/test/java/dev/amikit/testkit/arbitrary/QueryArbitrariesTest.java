package dev.amikit.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.filter.Filter;
import dev.amikit.filter.FilterPattern;
import dev.amikit.id.UserId;
import dev.amikit.image.Ami;
import dev.amikit.page.Answer;
import dev.amikit.page.Page;
import dev.amikit.page.PageKey;
import dev.amikit.page.PageRequest;
import dev.amikit.page.PageToken;
import dev.amikit.page.Result;
import dev.amikit.query.ImageFilters;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.query.SnapshotFilters;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.visibility.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Queries, filters and pages of every kind come up, and all of them can be asked. */
class QueryArbitrariesTest {
  private static final ImmutableMap<String, Predicate<ImageQuery>> IMAGE_QUERIES =
      ImmutableMap.<String, Predicate<ImageQuery>>builder()
          .put("everything", query -> query.equals(ImageQuery.builder().build()))
          .put("by ID", query -> !query.imageIds().isEmpty())
          .put("by owner", query -> query.owners().stream().anyMatch(UserId::isAccount))
          .put("own ones", query -> query.owners().contains(UserId.SELF))
          .put("of AWS", query -> query.owners().contains(UserId.AMAZON))
          .put("by user", query -> query.executableUsers().stream().anyMatch(UserId::isAccount))
          .put("public ones", query -> query.executableUsers().contains(UserId.ALL))
          .put("by several filters", query -> query.filters().size() > 1)
          .put(
              "by all at once",
              query -> !query.owners().isEmpty() && !query.filters().isEmpty())
          .put("with deprecated ones", ImageQuery::includeDeprecated)
          .put("with disabled ones", ImageQuery::includeDisabled)
          .put("in pages", query -> query.maxResults().isPresent())
          .put("after a token", query -> query.nextToken().isPresent())
          .buildOrThrow();

  private static final ImmutableMap<String, Predicate<SnapshotQuery>> SNAPSHOT_QUERIES =
      ImmutableMap.<String, Predicate<SnapshotQuery>>builder()
          .put("everything", query -> query.equals(SnapshotQuery.builder().build()))
          .put("by ID", query -> !query.snapshotIds().isEmpty())
          .put("by owner", query -> query.ownerIds().stream().anyMatch(UserId::isAccount))
          .put("own ones", query -> query.ownerIds().contains(UserId.SELF))
          .put("by user", query -> query.restorableByUserIds().stream().anyMatch(UserId::isAccount))
          .put("public ones", query -> query.restorableByUserIds().contains(UserId.ALL))
          .put("by several filters", query -> query.filters().size() > 1)
          .put("in pages", query -> query.maxResults().isPresent())
          .put("after a token", query -> query.nextToken().isPresent())
          .buildOrThrow();

  private static final ImmutableMap<String, Predicate<Filter>> FILTERS = ImmutableMap.of(
      "without values", filter -> filter.values().isEmpty(),
      "several values", filter -> filter.values().size() > 1,
      "any characters", filter -> filter.values().stream().anyMatch(value -> value.endsWith("*")),
      "one character", filter -> filter.values().stream().anyMatch(value -> value.contains("?")),
      "unknown",
          filter -> !ImageFilters.isName(filter.name()) && !SnapshotFilters.isName(filter.name()));

  private static final ImmutableMap<String, Predicate<FilterPattern>> PATTERNS = ImmutableMap.of(
      "exact", FilterPattern::isExact,
      "prefix", pattern -> !pattern.isExact() && !pattern.literalPrefix().isEmpty(),
      "not a prefix", pattern -> pattern.toString().startsWith("*"),
      "one character", pattern -> pattern.toString().contains("?"),
      "escaped", pattern -> pattern.toString().contains("\\"));

  private static final ImmutableMap<String, Predicate<PageRequest>> PAGES = ImmutableMap.of(
      "all", request -> request.equals(PageRequest.first()),
      "smallest", request -> request.maxResults().orElse(0) == 5,
      "largest", request -> request.maxResults().orElse(0) == 1_000,
      "after a token", request -> request.nextToken().isPresent());

  @Property(tries = 2000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void queries_for_images_of_every_kind_come_up(@ForAll ImageQuery query) {
    Cases.count(IMAGE_QUERIES, query);
  }

  @Property(tries = 2000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void queries_for_snapshots_of_every_kind_come_up(@ForAll SnapshotQuery query) {
    Cases.count(SNAPSHOT_QUERIES, query);
  }

  @Property(tries = 2000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void filters_of_every_kind_come_up(@ForAll Filter filter) {
    Cases.count(FILTERS, filter);
    assertThat(Filter.parse(filter.toString())).isEqualTo(filter);
  }

  @Property(tries = 2000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void filters_of_images_come_up_with_every_name_and_all_can_be_asked(
      @ForAll("imageFilters") Filter filter) {
    Cases.countEach("name", ImageFilters.names(), nameOf(filter));
    ImageQuery query = ImageQuery.builder().includeDisabled(true).filter(filter).build();
    assertThat(query.filters()).containsExactly(filter);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void filters_of_snapshots_come_up_with_every_name_and_all_can_be_asked(
      @ForAll("snapshotFilters") Filter filter) {
    Cases.countEach("name", SnapshotFilters.names(), nameOf(filter));
    SnapshotQuery query = SnapshotQuery.builder().filter(filter).build();
    assertThat(query.filters()).containsExactly(filter);
  }

  @Example
  void there_are_filters_of_every_name_that_EC2_has_and_of_no_other() {
    assertThat(FilterArbitraries.imageFilterNames())
        .containsExactlyInAnyOrderElementsOf(ImageFilters.names());
    assertThat(FilterArbitraries.snapshotFilterNames())
        .containsExactlyInAnyOrderElementsOf(SnapshotFilters.names());
    assertThat(FilterArbitraries.imageFilters("platform").sampleStream().limit(20))
        .allMatch(filter -> filter.name().equals("platform"));
    assertThat(FilterArbitraries.snapshotFilters(Filter.TAG).sampleStream().limit(20))
        .allMatch(filter -> filter.tagKey().isPresent());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FilterArbitraries.imageFilters("volume-size"))
        .withMessage("there is no filter volume-size");
  }

  /** Which images they find is tested with the library; here that some do, and others do not. */
  @Property(tries = 2000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void filters_find_images_and_do_not(
      @ForAll Ami ami, @ForAll("filtersThatManyPass") Filter filter) {
    Viewer owner = Viewer.of(ami.ownerId(), Instant.EPOCH);
    boolean found = ImageQuery.builder()
        .includeDisabled(true)
        .filter(filter)
        .build()
        .predicate(ImageSource.of(List.of(ami)), owner)
        .test(ami);
    Statistics.collect(found);
    Statistics.coverage(coverage -> {
      coverage.check(true).percentage(share -> share > 5);
      coverage.check(false).percentage(share -> share > 5);
    });
  }

  @Property(tries = 2000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void patterns_of_every_kind_come_up_and_all_can_be_asked(@ForAll FilterPattern pattern) {
    Cases.count(PATTERNS, pattern);
    assertThat(FilterPattern.badEscape(pattern.toString())).isEmpty();
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void page_requests_of_every_kind_come_up(@ForAll PageRequest request) {
    Cases.count(PAGES, request);
    assertThat(request.nextToken().stream().map(PageKey.shared()::open))
        .allMatch(Optional::isPresent);
  }

  @Property
  void a_token_says_what_it_was_made_of(@ForAll PageToken token, @ForAll PageKey key) {
    assertThat(key.open(key.seal(token))).contains(token);
  }

  @Property
  @StatisticsReport(StatisticsReportMode.OFF)
  void answers_of_every_kind_come_up(@ForAll Answer<Integer> answer) {
    Cases.count(
        ImmutableMap.<String, Predicate<Answer<Integer>>>of(
            "refused", each -> each.refusal().isPresent(),
            "empty", each -> each instanceof Page<Integer> page && page.items().isEmpty(),
            "last page",
                each -> each instanceof Page<Integer> page && page.nextToken().isEmpty(),
            "page before others",
                each -> each instanceof Page<Integer> page && page.nextToken().isPresent()),
        answer);
  }

  @Property(tries = 200)
  void the_pages_of_a_result_are_the_result(@ForAll Result<Ami> result) {
    List<Ami> listed = new ArrayList<>();
    PageRequest request = PageRequest.of(5);
    Optional<String> token;
    do {
      Page<Ami> page = result.page(request).orThrow();
      listed.addAll(page.items());
      token = page.nextToken();
      request = token.map(request::after).orElse(request);
    } while (token.isPresent());
    assertThat(listed).isEqualTo(result.all());
  }

  @Property(tries = 300)
  @StatisticsReport(StatisticsReportMode.OFF)
  void every_query_is_answered_whoever_asks_it_of_whatever_images(
      @ForAll ImageQuery query, @ForAll ImageSource images, @ForAll Viewer viewer) {
    Answer<Ami> answer = query.answer(images, viewer);
    Cases.count(
        ImmutableMap.<String, Predicate<Answer<Ami>>>of(
            "refused", each -> each.refusal().isPresent(),
            "answered", each -> each.refusal().isEmpty()),
        answer);
  }

  @Property(tries = 300)
  void so_is_every_query_for_snapshots(
      @ForAll SnapshotQuery query, @ForAll SnapshotSource snapshots, @ForAll Viewer viewer) {
    assertThat(query.answer(snapshots, viewer).refusal().isPresent())
        .isEqualTo(query.nextToken().isPresent()
            || !snapshots.unknown(query.snapshotIds(), viewer).isEmpty());
  }

  @Provide
  Arbitrary<Filter> imageFilters() {
    return FilterArbitraries.imageFilters();
  }

  @Provide
  Arbitrary<Filter> snapshotFilters() {
    return FilterArbitraries.snapshotFilters();
  }

  @Provide
  Arbitrary<Filter> filtersThatManyPass() {
    return Arbitraries.oneOf(ImmutableList.of("architecture", "state", "ena-support").stream()
        .map(FilterArbitraries::imageFilters)
        .toList());
  }

  private static String nameOf(Filter filter) {
    return filter.tagKey().isPresent() ? Filter.TAG : filter.name();
  }
}

package dev.amikit.registry;

import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import dev.amikit.page.Answer;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.KeptResults.Bounds;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeptResultsTest {
  private static final ImageQuery PAGES = ImageQuery.builder().maxResults(5).build();

  private final TestRegistry ec2 = new TestRegistry();

  KeptResultsTest() {
    for (int i = 1; i <= 10; i++) {
      ec2.put(image(i, ec2.snapshot()).build());
    }
  }

  private Answer<Ami> asked(KeptResults results, ImageQuery query, Instant now) {
    return results.page(
        new DescribeImages(query),
        new Situation(
            ec2.registry.state(), OWNER, HERE, now, RegistrySettings.builder().build()));
  }

  private String token(KeptResults results, Instant now) {
    return asked(results, PAGES, now).orThrow().nextToken().orElseThrow();
  }

  private String token(KeptResults results) {
    return token(results, START);
  }

  private boolean isKept(KeptResults results, String token, Instant now) {
    Answer<Ami> page = asked(results, PAGES.next(token), now);
    page.refusal()
        .ifPresent(
            refusal -> assertThat(refusal.errorCode()).isEqualTo(ErrorCode.INVALID_NEXT_TOKEN));
    return page.refusal().isEmpty();
  }

  private boolean isKept(KeptResults results, String token) {
    return isKept(results, token, START);
  }

  @Test
  void the_eldest_results_are_given_up_when_there_are_too_many() {
    KeptResults results = new KeptResults(new Bounds(2, 1_000));
    String first = token(results);
    String second = token(results);
    assertThat(isKept(results, first)).isTrue();

    String third = token(results);
    assertThat(isKept(results, first)).isFalse();
    assertThat(isKept(results, second)).isTrue();
    assertThat(isKept(results, third)).isTrue();
  }

  @Test
  void the_eldest_results_are_given_up_when_they_list_too_much() {
    KeptResults results = new KeptResults(new Bounds(1_000, 20));
    String first = token(results);
    String second = token(results);
    assertThat(isKept(results, first)).isTrue();

    String third = token(results);
    assertThat(isKept(results, first)).isFalse();
    assertThat(isKept(results, second)).isTrue();
    assertThat(isKept(results, third)).isTrue();
  }

  @Test
  void the_latest_result_is_kept_however_much_it_lists() {
    KeptResults results = new KeptResults(new Bounds(1_000, 1));
    String first = token(results);
    assertThat(isKept(results, first)).isTrue();
    assertThat(isKept(results, token(results))).isTrue();
    assertThat(isKept(results, first)).isFalse();
  }

  @Test
  @Rules("QRY-21")
  void a_token_is_good_for_an_hour() {
    KeptResults results = new KeptResults();
    String token = token(results);
    assertThat(isKept(results, token, START.plus(Duration.ofHours(1)))).isTrue();
    assertThat(isKept(results, token, START.plus(Duration.ofHours(1)).plusNanos(1)))
        .isFalse();
  }

  @Test
  void a_result_of_more_than_an_hour_ago_is_given_up_for_the_next_one() {
    KeptResults results = new KeptResults();
    String token = token(results);
    String unused = token(results, START.plus(Duration.ofHours(2)));
    assertThat(isKept(results, token, START)).isFalse();
  }

  @Test
  void a_clock_that_jumps_keeps_no_token_and_loses_none() {
    KeptResults results = new KeptResults();
    String last = token(results, Instant.MAX);
    String first = token(results, Instant.MIN);
    assertThat(isKept(results, last, Instant.MAX)).isTrue();
    assertThat(isKept(results, last, Instant.MIN)).isTrue();
    assertThat(isKept(results, first, Instant.MIN)).isTrue();
    assertThat(isKept(results, first, Instant.MAX)).isFalse();
  }

  @Test
  void what_fits_a_page_is_not_kept() {
    KeptResults results = new KeptResults(new Bounds(1, 1_000));
    String token = token(results);
    ImageQuery whole = ImageQuery.builder().maxResults(10).build();
    assertThat(asked(results, whole, START).orThrow().nextToken()).isEmpty();
    assertThat(asked(results, ImageQuery.builder().build(), START).orThrow().items())
        .hasSize(10);
    assertThat(isKept(results, token)).isTrue();
  }

  @Test
  @Rules({"QRY-21", "ERR-39"})
  void a_token_of_another_registry_is_no_token() {
    String token = token(new KeptResults());
    KeptResults another = new KeptResults();
    assertThat(token(another)).isNotEqualTo(token);
    assertThat(isKept(another, token)).isFalse();
    assertThat(asked(another, PAGES.next(token), START).refusal().orElseThrow().message())
        .isEqualTo("Unable to parse pagination token");
  }
}

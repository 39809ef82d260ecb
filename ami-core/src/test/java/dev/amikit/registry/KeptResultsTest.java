package dev.amikit.registry;

import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import dev.amikit.page.Answer;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.rule.ErrorCode;
import org.junit.jupiter.api.Test;

class KeptResultsTest {
  private static final ImageQuery PAGES = ImageQuery.builder().maxResults(5).build();

  private final TestRegistry ec2 = new TestRegistry();

  KeptResultsTest() {
    for (int i = 1; i <= 10; i++) {
      ec2.put(image(i, ec2.snapshot()).build());
    }
  }

  private Answer<Ami> asked(KeptResults listings, ImageQuery query) {
    return listings.page(
        new DescribeImages(query),
        new Situation(
            ec2.registry.state(), OWNER, HERE, START, RegistrySettings.builder().build()));
  }

  private String token(KeptResults listings) {
    return asked(listings, PAGES).orThrow().nextToken().orElseThrow();
  }

  @Test
  void the_results_not_asked_for_longest_are_given_up_when_there_are_too_many() {
    KeptResults listings = new KeptResults(2 * (10 + 1));
    String first = token(listings);
    String second = token(listings);
    assertThat(asked(listings, PAGES.next(first)).orThrow().items()).hasSize(5);

    String third = token(listings);
    assertThat(asked(listings, PAGES.next(first)).orThrow().items()).hasSize(5);
    assertThat(asked(listings, PAGES.next(third)).orThrow().items()).hasSize(5);
    assertThat(asked(listings, PAGES.next(second)))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(refused.reason().errorCode()).isEqualTo(ErrorCode.INVALID_NEXT_TOKEN));
  }
}

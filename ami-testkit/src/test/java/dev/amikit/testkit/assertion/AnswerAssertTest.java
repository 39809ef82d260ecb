package dev.amikit.testkit.assertion;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.page.Answer;
import dev.amikit.page.Page;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.KnownAmis;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of pages and of refusals, and what it says when it is wrong. */
class AnswerAssertTest {
  private static final String WORDS = "The image id '[ami-12345678]' does not exist";

  private final TestEc2 aws = TestEc2.create();
  private final Ec2 ec2 = aws.as(Accounts.OWNER);

  @BeforeEach
  void put() {
    aws.seed(TestEc2.HOME).images(KnownAmis.all()).withSnapshots().put();
  }

  private Page<Ami> page(int size) {
    return ec2.describeImages(
        ImageQuery.builder().owners("self").maxResults(size).build());
  }

  private static Refusal refusal() {
    try {
      TestEc2.create().as(Accounts.OWNER).disableImage(ImageId.of("ami-12345678"));
    } catch (RefusedException refused) {
      return refused.refusal();
    }
    throw new AssertionError();
  }

  private static void says(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  @Test
  void a_page_has_items_and_may_be_the_last() {
    assertThat(page(5))
        .isAnswered()
        .isLastPage()
        .items()
        .extracting(Ami::imageId)
        .containsExactlyInAnyOrder(
            KnownAmis.encrypted().imageId(), KnownAmis.awsBackup().imageId());
    assertThat(ec2.describeImages(ImageQuery.builder().maxResults(5).build()))
        .isNotLastPage()
        .items()
        .hasSize(5);
  }

  @Test
  void failures_say_what_was_found() {
    Page<Ami> first = ec2.describeImages(ImageQuery.builder().maxResults(5).build());
    says(
        () -> assertThat(first).isLastPage(),
        "Expected the last page but there is a token for the next one");
    says(
        () -> assertThat(page(5)).isNotLastPage(),
        "Expected a token for the next page but this is the last one");
    says(
        () -> assertThat(new Page<>(ImmutableList.of(1, 2), Optional.empty())).isRefused(),
        "Expected a refusal but it was a page with [1, 2]");
    says(
        () -> assertThat(new Answer.Refused<Ami>(refusal())).isAnswered(),
        "Expected a page but it was " + refusal());
    says(
        () -> assertThat(new Answer.Refused<Ami>(refusal())).items(),
        "Expected a page but it was " + refusal());
    says(
        () -> assertThat((Answer<Ami>) null).isLastPage(),
        "%nExpecting actual not to be null".formatted());
  }

  @Test
  void a_refusal_is_asserted_on_as_a_call_is() {
    assertThat(new Answer.Refused<Ami>(refusal()))
        .isRefusedWith(ErrorCode.INVALID_AMI_ID_NOT_FOUND)
        .saying(WORDS)
        .isRefusedBy("image.exists")
        .at("imageId");
    assertThat(refusal())
        .isRefusedWith(ErrorCode.INVALID_AMI_ID_NOT_FOUND)
        .saying(WORDS)
        .isRefusedOnlyBy("image.exists");
    says(
        () -> assertThat(refusal()).isRefusedOnlyBy("image.own"),
        "Expected a refusal by image.own only but it was by image.exists");
    says(() -> assertThat((Refusal) null).isRefused(), "Expected a refusal but it succeeded");
  }
}

package dev.amikit.testkit.assertion;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static dev.amikit.testkit.assertion.AmiAssertions.assertThatCalling;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amikit.id.ImageId;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.ec2.TestEc2Extension;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is said of calls and of outcomes, and what it says when it is wrong. */
@ExtendWith(TestEc2Extension.class)
class OutcomeAssertTest {
  private static final ImageId ID = Amis.availableAmi().imageId();
  private static final String GONE = "The image id '[ami-00000000000000000]' does not exist";
  private static final ImageId UNKNOWN = ImageId.of("ami-12345678");

  private TestEc2 aws;
  private Ec2 ec2;

  @BeforeEach
  void put(TestEc2 aws, Ec2 ec2) {
    aws.aws().put(TestEc2.HOME, Amis.availableAmi());
    this.aws = aws;
    this.ec2 = ec2;
  }

  private <R> Outcome<R> outcome(Operation<R> operation) {
    return operation.decide(new Situation(
        aws.state(),
        Accounts.OWNER,
        TestEc2.HOME,
        aws.now(),
        RegistrySettings.builder().build()));
  }

  @Test
  void a_call_succeeds_or_is_refused() {
    assertThatCalling(() -> ec2.disableImage(ID)).succeeds();
    assertThatCalling(() -> ec2.disableImage(UNKNOWN))
        .isRefused()
        .isRefusedWith(ErrorCode.INVALID_AMI_ID_NOT_FOUND)
        .isRefusedOnlyBy("image.exists")
        .saying("The image id '[ami-12345678]' does not exist")
        .isRefusedBy("image.exists")
        .at("imageId");
  }

  @Test
  void an_outcome_is_done_or_refused() {
    assertThat(outcome(new DisableImage(ID)))
        .isDone()
        .answers(Return.TRUE)
        .hasEvents(new RegistryEvent.ImageChanged(TestEc2.HOME, ID, new ImageDisabled()));
    assertThat(outcome(new DescribeImages(ImageQuery.builder().build()))).isUnchanged();
    assertThat(outcome(new DisableImage(UNKNOWN)))
        .isRefusedWith(ErrorCode.INVALID_AMI_ID_NOT_FOUND)
        .isRefusedBy("image.exists")
        .at("imageId");
  }

  @Test
  void failures_say_what_was_found() {
    says(
        () -> assertThatCalling(() -> ec2.describeImage(ID)).isRefused(),
        "Expected a refusal but it succeeded");
    says(
        () -> assertThatCalling(() -> ec2.disableImage(UNKNOWN)).succeeds(),
        "Expected success but it was refused: InvalidAMIID.NotFound: ");
    says(
        () -> assertThatCalling(() -> ec2.disableImage(UNKNOWN))
            .isRefusedWith(ErrorCode.AUTH_FAILURE),
        "Expected the error code AuthFailure but it was InvalidAMIID.NotFound: ");
    says(
        () -> assertThatCalling(() -> ec2.disableImage(UNKNOWN)).saying(GONE),
        "Expected the message%n  %s%nbut it was%n  The image id '[ami-12345678]' does not exist"
            .formatted(GONE));
    says(
        () -> assertThatCalling(() -> {
              throw new IllegalStateException("other");
            })
            .succeeds(),
        "Expected success or a refusal by rules but got java.lang.IllegalStateException: other");
    says(
        () -> assertThat(outcome(new DisableImage(ID))).isUnchanged(),
        "Expected nothing to change but found [ImageChanged[");
    says(
        () -> assertThat(outcome(new DisableImage(ID))).hasEvents(),
        "Expected the events [] but found [ImageChanged[");
    says(
        () -> assertThat(outcome(new DisableImage(ID))).isRefused(),
        "Expected a refusal but the operation was done with the events [ImageChanged[");
    says(
        () -> assertThat(outcome(new DisableImage(UNKNOWN))).isDone(),
        "Expected the operation to be done but it was refused: InvalidAMIID.NotFound");
    says(() -> assertThat((Outcome<?>) null).isDone(), "\nExpecting actual not to be null");
  }

  private static void says(ThrowingCallable assertion, String beginning) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .message()
        .startsWith(beginning);
  }
}

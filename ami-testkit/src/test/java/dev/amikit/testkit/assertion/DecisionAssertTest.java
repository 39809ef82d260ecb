package dev.amikit.testkit.assertion;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.amikit.image.Ami;
import dev.amikit.lifecycle.Decision;
import dev.amikit.lifecycle.Deregister;
import dev.amikit.lifecycle.Disable;
import dev.amikit.lifecycle.Enable;
import dev.amikit.lifecycle.ImageDisabled;
import dev.amikit.lifecycle.ImageEnabled;
import dev.amikit.rule.ErrorCode;
import dev.amikit.testkit.fixture.Amis;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DecisionAssertTest {
  private static final Decision<Ami> ACCEPTED =
      new Disable().decide(Amis.availableAmi(), Amis.CREATION_DATE);
  private static final Decision<Ami> UNCHANGED =
      new Enable().decide(Amis.availableAmi(), Amis.CREATION_DATE);
  private static final Decision<Ami> REFUSED =
      new Deregister().decide(Amis.protectedAmi(), Amis.CREATION_DATE);

  @Test
  void what_is_so_passes() {
    assertThat(ACCEPTED).isAccepted().hasEvents(new ImageDisabled());
    assertThat(UNCHANGED).isAccepted().isUnchanged();
    assertThat(REFUSED)
        .isRefused()
        .isRefusedBy("deregister-image.unprotected")
        .isRefusedOnlyBy("deregister-image.unprotected")
        .isRefusedWith(ErrorCode.OPERATION_NOT_PERMITTED);
  }

  @Test
  void what_is_not_so_fails_and_says_what_is() {
    fails(
        () -> assertThat(REFUSED).isAccepted(),
        "Expected the command to be accepted but it was refused: OperationNotPermitted: ");
    fails(
        () -> assertThat(REFUSED).isUnchanged(),
        "Expected the command to be accepted but it was refused: OperationNotPermitted: ");
    fails(
        () -> assertThat(ACCEPTED).isUnchanged(),
        "Expected the events [] but found [ImageDisabled[]]");
    fails(
        () -> assertThat(ACCEPTED).hasEvents(new ImageEnabled()),
        "Expected the events [ImageEnabled[]] but found [ImageDisabled[]]");
    fails(
        () -> assertThat(ACCEPTED).isRefused(),
        "Expected a refusal but the command was accepted with the events [ImageDisabled[]]");
    fails(
        () -> assertThat(UNCHANGED).isRefusedBy("disable-image.stage"),
        "Expected a refusal but the command was accepted with the events []");
    fails(
        () -> assertThat(REFUSED).isRefusedBy("disable-image.stage"),
        "Expected a refusal by disable-image.stage but found: only an image without");
    fails(
        () -> assertThat(REFUSED).isRefusedOnlyBy("disable-image.stage"),
        "Expected a refusal by disable-image.stage only but it was by"
            + " deregister-image.unprotected");
    fails(
        () -> assertThat(REFUSED).isRefusedWith(ErrorCode.INVALID_REQUEST),
        "Expected the error code InvalidRequest but it was OperationNotPermitted");
  }

  private static void fails(ThrowingCallable assertion, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(assertion)
        .withMessageContaining(message);
  }
}

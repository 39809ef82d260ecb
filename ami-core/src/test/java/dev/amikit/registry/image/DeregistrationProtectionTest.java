package dev.amikit.registry.image;

import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.assertUnchanged;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.id;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.registry.Copying;
import dev.amikit.registry.TestRegistry;
import dev.amikit.rule.Rules;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeregistrationProtectionTest {
  private static final Duration DAY = Duration.ofHours(24);

  private final TestRegistry ec2 = new TestRegistry();

  @Test
  @Rules({"PROT-01", "PROT-02", "PROT-03", "PROT-05"})
  void the_calls_answer_with_the_setting() {
    ec2.put(image(1).build());
    assertThat(isProtected()).isFalse();
    assertThat(ec2.owner().disableImageDeregistrationProtection(id(1))).hasToString("disabled");
    assertThat(ec2.owner().enableImageDeregistrationProtection(id(1), false))
        .hasToString("enabled-without-cooldown");
    assertThat(isProtected()).isTrue();
    assertThat(ec2.owner().disableImageDeregistrationProtection(id(1))).hasToString("disabled");
    assertThat(isProtected()).isFalse();
    assertThat(ec2.owner().enableImageDeregistrationProtection(id(1), true))
        .hasToString("enabled-with-cooldown");
    assertThat(ec2.owner().disableImageDeregistrationProtection(id(1)))
        .hasToString("disabled after 2026-11-02T12:00:00Z");
    assertThat(isProtected()).isTrue();
  }

  @Test
  @Rules({"PROT-06", "PROT-07", "PROT-08"})
  void a_cool_down_lasts_24_hours_from_the_first_disabling_call() {
    ec2.put(image(1).build());
    ec2.owner().enableImageDeregistrationProtection(id(1), true);
    ec2.owner().disableImageDeregistrationProtection(id(1));
    ec2.pass(DAY.minusSeconds(1));
    assertThat(isProtected()).isTrue();
    assertUnchanged(ec2, () -> ec2.owner().disableImageDeregistrationProtection(id(1)));
    ec2.pass(Duration.ofSeconds(1));
    assertThat(isProtected()).isFalse();
  }

  @Test
  @Rules({"PROT-09", "PROT-10"})
  void a_cool_down_cannot_be_shed_and_enabling_again_protects_in_full() {
    ec2.put(image(1).build());
    ec2.owner().enableImageDeregistrationProtection(id(1), false);
    ec2.owner().enableImageDeregistrationProtection(id(1), true);
    refusedWithoutCooldown();
    ec2.owner().disableImageDeregistrationProtection(id(1));
    refusedWithoutCooldown();
    ec2.owner().enableImageDeregistrationProtection(id(1), true);
    ec2.pass(DAY.multipliedBy(10));
    assertThat(isProtected()).isTrue();
  }

  @Test
  @Rules("PROT-12")
  void it_blocks_deregistration_and_nothing_else() {
    ec2.put(image(1, ec2.snapshot()).build());
    ec2.owner().enableImageDeregistrationProtection(id(1), true);
    ec2.owner().modifyImageAttribute(id(1), grant(TO_FRIEND));
    ec2.owner()
        .modifyImageAttribute(
            ModifyImageAttribute.builder().imageId(id(1)).description("x").build());
    ec2.owner().enableImageDeprecation(id(1), START.plus(DAY));
    ec2.owner().attachImageWatermark(id(1), "mark");
    assertThat(ec2.owner().copyImage(Copying.copyOf(id(1)).build())).isNotNull();
    ec2.owner().disableImage(id(1));
    ec2.owner().enableImage(id(1));
    assertThat(isProtected()).isTrue();
  }

  @Test
  @Rules({"PROT-13", "DISABLE-14", "DISABLE-16"})
  void a_disabled_image_is_protected_like_an_available_one() {
    ec2.put(image(1).build());
    ec2.owner().enableImageDeregistrationProtection(id(1), false);
    ec2.owner().disableImage(id(1));
    assertThat(isProtected()).isTrue();
    assertThat(ec2.owner().disableImageDeregistrationProtection(id(1))).hasToString("disabled");
    assertThat(ec2.owner().enableImageDeregistrationProtection(id(1), true))
        .hasToString("enabled-with-cooldown");
  }

  @ParameterizedTest
  @EnumSource(
      value = AmiState.class,
      names = {"PENDING", "FAILED", "DEREGISTERED"})
  @Rules({"PROT-13"})
  void no_other_image_is(AmiState state) {
    ec2.put(image(1).state(state).build());
    refused("enable-image-deregistration-protection.stage");
    ec2.put(binned(1));
    refused("enable-image-deregistration-protection.stage");
  }

  private void refused(String rule) {
    assertRefused(
        ec2::state,
        () -> ec2.owner().enableImageDeregistrationProtection(id(1), true),
        "InvalidAMIID.Unavailable",
        rule);
  }

  @Test
  @Rules({"PROT-14", "COM-12"})
  void only_the_owner_protects() {
    ec2.put(image(1).addLaunchPermission(TO_FRIEND).build());
    assertRefused(
        ec2::state,
        () -> ec2.as(FRIEND).enableImageDeregistrationProtection(id(1), false),
        "AuthFailure",
        "image.owner");
    assertRefused(
        ec2::state,
        () -> ec2.as(FRIEND).disableImageDeregistrationProtection(id(1)),
        "AuthFailure",
        "image.owner");
  }

  @Test
  @Rules({"PROT-16"})
  void it_is_read_as_an_attribute() {
    ec2.put(image(1).build());
    ec2.owner().enableImageDeregistrationProtection(id(1), true);
    assertThat(ec2.owner()
            .describeImageAttribute(id(1), ImageAttributeName.DEREGISTRATION_PROTECTION)
            .deregistrationProtection())
        .hasValue(DeregistrationProtection.enabledWithCooldown());
    assertThat(ec2.owner().describeImage(id(1)).orElseThrow().deregistrationProtection())
        .hasValue(DeregistrationProtection.enabledWithCooldown());
  }

  private void refusedWithoutCooldown() {
    assertRefused(
        ec2::state,
        () -> ec2.owner().enableImageDeregistrationProtection(id(1), false),
        "OperationNotPermitted",
        "enable-image-deregistration-protection.keeps-cooldown");
  }

  private boolean isProtected() {
    Ami ami = ec2.registry.state().image(HERE, id(1)).orElseThrow();
    return ami.isProtectedAt(ec2.clock.instant());
  }
}

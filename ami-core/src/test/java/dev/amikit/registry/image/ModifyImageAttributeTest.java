package dev.amikit.registry.image;

import static dev.amikit.lifecycle.ModifyLaunchPermission.grant;
import static dev.amikit.registry.TestImages.EVERYONE;
import static dev.amikit.registry.TestImages.TO_FRIEND;
import static dev.amikit.registry.TestImages.UNKNOWN;
import static dev.amikit.registry.TestImages.assertUnchanged;
import static dev.amikit.registry.TestImages.binned;
import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestImages.published;
import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.STRANGER;
import static dev.amikit.rule.Refusals.assertRefused;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImdsSupport;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestRegistry;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModifyImageAttributeTest {
  private final TestRegistry ec2 = new TestRegistry();
  private final Ami ami = ec2.put(image(1).build());

  @Test
  @Rules({"ATTR-02", "INV-09"})
  void the_description_changes_and_nothing_else_does() {
    ec2.owner().modifyImageAttribute(request().description("golden, patched").build());
    assertThat(present().description()).hasValue("golden, patched");
    assertThat(present().toBuilder().description(ami.description()).build()).isEqualTo(ami);
  }

  @Test
  @Rules({"ATTR-02", "ATTR-07", "BOOT-29", "INV-12", "ERR-15"})
  void imds_support_becomes_v2_and_stays_so() {
    ec2.owner().modifyImageAttribute(request().imdsSupport(ImdsSupport.V2_0).build());
    assertThat(present().imdsSupport()).hasValue(ImdsSupport.V2_0);
    assertUnchanged(
        ec2,
        () -> ec2.owner()
            .modifyImageAttribute(request().imdsSupport(ImdsSupport.V2_0).build()));
    refused(
        request().imdsSupport(ImdsSupport.of("v1.0")),
        "InvalidParameterValue",
        "modify-imds-support.is-v2");
    refused(
        request().attribute(ImageAttributeName.IMDS_SUPPORT),
        "MissingParameter",
        "modify-image-attribute.imds-support-given");
  }

  @Test
  @Rules({"ATTR-01", "PERM-38", "PERM-39", "ERR-12"})
  void one_request_changes_exactly_one_attribute() {
    String rule = "modify-image-attribute.one-attribute";
    refused(request(), "InvalidParameterCombination", rule);
    refused(
        request().description("x").launchPermission(grant(TO_FRIEND)),
        "InvalidParameterCombination",
        rule);
    refused(
        request().description("x").imdsSupport(ImdsSupport.V2_0),
        "InvalidParameterCombination",
        rule);
    refused(
        request().attribute(ImageAttributeName.DESCRIPTION).launchPermission(grant(TO_FRIEND)),
        "InvalidParameterCombination",
        rule);
  }

  @Test
  void an_attribute_may_be_named_beside_its_value() {
    ec2.owner()
        .modifyImageAttribute(request()
            .attribute(ImageAttributeName.LAUNCH_PERMISSION)
            .launchPermission(grant(TO_FRIEND))
            .build());
    assertThat(present().launchPermissions().orElseThrow()).containsExactly(TO_FRIEND);
  }

  @ParameterizedTest
  @EnumSource(
      value = ImageAttributeName.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "DESCRIPTION",
        "IMDS_SUPPORT",
        "LAUNCH_PERMISSION",
        "PRODUCT_CODES",
        "BLOCK_DEVICE_MAPPING"
      })
  @Rules({
    "ATTR-02", "ATTR-14", "BOOT-19", "LIFE-24", "DEC-139", "REG-16", "BOOT-16", "BOOT-21", "REG-14"
  })
  void the_other_attributes_cannot_be_changed(ImageAttributeName attribute) {
    // Before DEC-139 it was InvalidRequest.
    refused(
        request().attribute(attribute),
        "InvalidParameterCombination",
        "modify-image-attribute.modifiable");
  }

  @Test
  @Rules({"ATTR-02", "BDM-38", "DEC-139"})
  void the_block_device_mapping_cannot_be_changed() {
    refused(
        request().attribute(ImageAttributeName.BLOCK_DEVICE_MAPPING),
        "InvalidParameter",
        "modify-image-attribute.not-the-mapping");
  }

  @Test
  @Rules({"NAME-06", "ATTR-02"})
  void no_change_renames_the_image_and_a_description_is_all_that_can_be_reworded() {
    ec2.owner().modifyImageAttribute(request().description("patched").build());
    ec2.owner().modifyImageAttribute(request().imdsSupport(ImdsSupport.V2_0).build());
    ec2.owner()
        .modifyImageAttribute(request().launchPermission(grant(TO_FRIEND)).build());
    assertThat(present().name()).isEqualTo(ami.name());
    assertThat(present().description()).hasValue("patched");
    assertThat(ImageAttributeName.values()).extracting(Object::toString).doesNotContain("name");
    assertThatThrownBy(() -> ImageAttributeName.of("name")).hasMessageContaining("InvalidRequest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"enaSupport", "name", "architecture", "TpmSupport", ""})
  @Rules({"BOOT-15", "LIFE-24", "ERR-17", "ATTR-16"})
  void no_attribute_has_another_name(String name) {
    assertThatThrownBy(() -> ImageAttributeName.of(name))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            refusal -> assertThat(refusal.violations().get(0).rule().errorCode())
                .hasToString("InvalidRequest"));
  }

  @Test
  @Rules({"ATTR-06", "PERM-48", "PAID-04"})
  void product_codes_are_never_accepted() {
    refused(
        request().productCodes("abc"),
        "InvalidParameter",
        "modify-image-attribute.no-product-codes");
    refused(
        request().attribute(ImageAttributeName.PRODUCT_CODES),
        "InvalidParameter",
        "modify-image-attribute.no-product-codes");
  }

  @Test
  @Rules({"PERM-40", "DEC-139"})
  void a_change_of_permissions_needs_one() {
    // Before DEC-139 it was MissingParameter.
    refused(
        request().attribute(ImageAttributeName.LAUNCH_PERMISSION),
        "InvalidParameterCombination",
        "modify-launch-permission.not-empty");
    refused(
        request().launchPermission(grant()),
        "InvalidParameterCombination",
        "modify-launch-permission.not-empty");
  }

  @Test
  @Rules({"COM-13", "COM-23"})
  void the_form_is_judged_before_the_image_is_looked_for() {
    for (ModifyImageAttribute request : List.of(
        ModifyImageAttribute.of(UNKNOWN, grant()),
        ModifyImageAttribute.builder().imageId(UNKNOWN).description("").build(),
        ModifyImageAttribute.builder().imageId(UNKNOWN).build(),
        ModifyImageAttribute.builder()
            .imageId(UNKNOWN)
            .description("x".repeat(256))
            .build())) {
      assertThatThrownBy(() -> ec2.owner().modifyImageAttribute(request))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.errorCode().toString())
                  .isIn(
                      "MissingParameter", "InvalidParameterCombination", "InvalidParameterValue"));
    }
  }

  @Test
  @Rules({"PERM-47", "ATTR-10", "QUOTA-05"})
  void a_request_names_at_most_10_000_accounts() {
    ModifyLaunchPermission change =
        new ModifyLaunchPermission(ImageSharingTest.accounts(10_001), ImmutableSet.of());
    refused(
        request().launchPermission(change),
        "InvalidParameterValue",
        "modify-launch-permission.accounts-in-request");
  }

  @Test
  @Rules({"PERM-31", "ERR-02"})
  void an_unknown_image_is_named_in_the_answer() {
    assertSays(
        () -> ec2.owner().modifyImageAttribute(UNKNOWN, grant(TO_FRIEND)),
        "InvalidAMIID.NotFound",
        "The image id '[ami-0123456789abcdef0]' does not exist");
  }

  @Test
  @Rules({"PERM-32", "ERR-01"})
  void a_malformed_id_is_none() {
    assertThatThrownBy(() -> ImageId.of("ami-xyz"))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            refusal -> assertThat(refusal.violations().get(0).rule().errorCode())
                .hasToString("InvalidAMIID.Malformed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345678901", "1234567890123", "1111-2222-3333", "self", "all"})
  @Rules({"ERR-06", "ATTR-08", "PERM-05"})
  void an_account_that_is_not_12_digits_is_a_bad_item(String account) {
    assertThatThrownBy(() -> LaunchPermission.userId(account))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            refusal -> assertThat(refusal.violations().get(0).rule().errorCode())
                .hasToString("InvalidAMIAttributeItemValue"));
  }

  @Test
  @Rules({"PERM-30", "ATTR-15", "COM-12", "ACCT-09", "ERR-07", "ATTR-22"})
  void only_the_owner_changes_an_image_whether_or_not_others_see_it() {
    ec2.put(published(2).build());
    ec2.put(image(3).addLaunchPermission(TO_FRIEND).build());
    for (AccountId other : List.of(FRIEND, STRANGER)) {
      for (int number = 1; number <= 3; number++) {
        ImageId id = TestImages.id(number);
        assertRefused(
            ec2::state,
            () -> ec2.as(other).modifyImageAttribute(id, grant(TO_FRIEND)),
            "AuthFailure",
            "image.owner");
      }
    }
    assertSays(
        () -> ec2.as(STRANGER).modifyImageAttribute(ami.imageId(), grant(TO_FRIEND)),
        "AuthFailure",
        "Not authorized for image:" + ami.imageId());
  }

  static Stream<Ami> unavailable() {
    return Stream.of(
        image(9).state(AmiState.PENDING).build(),
        image(9).state(AmiState.FAILED).build(),
        image(9).state(AmiState.DISABLED).build(),
        image(9).state(AmiState.DEREGISTERED).build(),
        binned(9, TO_FRIEND));
  }

  @ParameterizedTest
  @MethodSource("unavailable")
  @Rules({"ATTR-12", "ATTR-13", "PERM-33", "PERM-34", "PERM-35", "DISABLE-06", "ERR-03", "ID-10"})
  void only_an_available_image_can_be_changed_and_that_is_asked_before_block_public_access(
      Ami unavailable) {
    ec2.put(unavailable);
    refused(
        ModifyImageAttribute.builder().imageId(unavailable.imageId()).description("x"),
        "InvalidAMIID.Unavailable",
        "modify-description.stage");
    refused(
        ModifyImageAttribute.builder().imageId(unavailable.imageId()).imdsSupport(ImdsSupport.V2_0),
        "InvalidAMIID.Unavailable",
        "modify-imds-support.stage");
    refused(
        ModifyImageAttribute.builder()
            .imageId(unavailable.imageId())
            .launchPermission(grant(EVERYONE)),
        "InvalidAMIID.Unavailable",
        "modify-launch-permission.stage");
  }

  private ModifyImageAttribute.Builder request() {
    return ModifyImageAttribute.builder().imageId(ami.imageId());
  }

  private Ami present() {
    return ec2.registry.state().image(HERE, ami.imageId()).orElseThrow();
  }

  private void refused(ModifyImageAttribute.Builder request, String code, String... ruleIds) {
    ModifyImageAttribute built = request.build();
    assertRefused(ec2::state, () -> ec2.owner().modifyImageAttribute(built), code, ruleIds);
  }
}

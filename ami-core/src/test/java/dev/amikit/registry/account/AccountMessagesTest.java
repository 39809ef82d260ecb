package dev.amikit.registry.account;

import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.rule.Refusals.assertSays;

import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.id.KmsKeyId;
import dev.amikit.registry.TestRegistry;
import dev.amikit.rule.Rules;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What EC2 says, to the letter, of settings that an account cannot have. */
class AccountMessagesTest {
  private final TestRegistry ec2 = new TestRegistry();

  @Test
  @Rules({"ACCT-10", "BPA-11", "ALLOW-26", "SHR-12"})
  void settings_that_a_policy_manages_are_not_the_accounts_to_change() {
    ec2.registry
        .aws()
        .changeSettings(
            OWNER,
            HERE,
            settings -> settings.toBuilder().managedByDeclarativePolicy(true).build());
    for (ThrowingCallable call : List.<ThrowingCallable>of(
        () -> ec2.owner().disableImageBlockPublicAccess(),
        () -> ec2.owner().enableSnapshotBlockPublicAccess(BlockPublicAccess.BLOCK_ALL_SHARING),
        () -> ec2.owner().enableAllowedImagesSettings(AllowedImagesSettings.State.ENABLED))) {
      assertSays(
          call,
          "OperationNotPermitted",
          "You can’t change this setting because it is managed by a declarative policy.");
    }
  }

  @Test
  @Rules({"BPA-02", "SBPA-02", "SBPA-01"})
  void block_public_access_is_enabled_with_the_words_for_it() {
    assertSays(
        () ->
            ec2.owner().call(EnableImageBlockPublicAccess.of(BlockPublicAccess.BLOCK_ALL_SHARING)),
        "InvalidParameterValue",
        "Invalid value 'block-all-sharing' for imageBlockPublicAccessState."
            + " Allowed values are ('block-new-sharing')");
    assertSays(
        () -> ec2.owner().enableSnapshotBlockPublicAccess(BlockPublicAccess.UNBLOCKED),
        "InvalidParameterValue",
        "Invalid value 'unblocked' for state."
            + " Allowed values are ('block-new-sharing', 'block-all-sharing')");
    assertSays(
        () -> BlockPublicAccess.of("on"),
        "InvalidParameterValue",
        "Invalid value 'on' for blockPublicAccess."
            + " Allowed values are ('unblocked', 'block-new-sharing', 'block-all-sharing')");
  }

  @Test
  @Rules({"ENC-06", "ID-20"})
  void the_default_key_is_one_of_the_region() {
    assertSays(
        () -> ec2.owner().modifyEbsDefaultKmsKeyId(KmsKeyId.of("alias/unknown")),
        "InvalidParameterValue",
        "The specified kmsKeyId alias/unknown is invalid");
  }

  @Test
  @Rules({"ALLOW-01", "ALLOW-03"})
  void allowed_amis_is_enabled_with_the_words_for_it() {
    assertSays(
        () -> ec2.owner().enableAllowedImagesSettings(AllowedImagesSettings.State.DISABLED),
        "InvalidParameterValue",
        "Invalid value 'disabled' for allowedImagesSettingsState."
            + " Allowed values are ('enabled', 'audit-mode')");
    assertSays(
        () -> AllowedImagesSettings.State.of("on"),
        "InvalidParameterValue",
        "Invalid value 'on' for allowedImagesSettingsState."
            + " Allowed values are ('disabled', 'audit-mode', 'enabled')");
  }

  @Test
  @Rules({"ALLOW-11", "ALLOW-12", "ALLOW-15", "ALLOW-16", "ALLOW-19", "QUOTA-10"})
  void allowed_amis_has_few_criteria_of_few_values() {
    ImageCriterion amazon = ImageCriterion.imageProviders("amazon");
    assertSays(
        () -> ec2.owner()
            .replaceImageCriteriaInAllowedImagesSettings(
                Collections.nCopies(11, amazon).toArray(ImageCriterion[]::new)),
        "InvalidParameterValue",
        "The maximum number of image criteria is 10");
    String most = "The maximum number of ";
    criterionSays(
        criterion().imageProviders(texts(201)),
        "InvalidParameterValue",
        most + "image providers in an image criterion is 200");
    criterionSays(
        criterion().imageNames(texts(51)),
        "InvalidParameterValue",
        most + "image names in an image criterion is 50");
    criterionSays(
        criterion().marketplaceProductCodes(texts(51)),
        "InvalidParameterValue",
        most + "Marketplace product codes in an image criterion is 50");
    criterionSays(
        criterion()
            .imageWatermarks(
                Collections.nCopies(51, ImageWatermarkFilter.builder().build())),
        "InvalidParameterValue",
        most + "image watermarks in an image criterion is 50");
  }

  @Test
  @Rules({"ALLOW-14", "DEC-99"})
  void a_criterion_asks_for_something_and_none_stands_alone() {
    criterionSays(
        criterion(),
        "InvalidParameterValue",
        "You must specify at least one parameter in an image criterion.");
    criterionSays(
        criterion().imageProviders("none", "amazon"),
        "InvalidParameterCombination",
        "The image provider 'none' cannot be used with other image providers or other parameters");
  }

  @Test
  @Rules({"ALLOW-12", "ALLOW-15", "ALLOW-16"})
  void the_values_of_a_criterion_have_a_form() {
    criterionSays(
        criterion().imageProviders("amazon", "microsoft"),
        "InvalidParameterValue",
        "Value (microsoft) for parameter imageProviders is invalid. Expected: 'amazon',"
            + " 'aws-marketplace', 'aws-backup-vault', 'none' or a 12-digit account ID.");
    criterionSays(
        criterion().imageNames("golden#1"),
        "InvalidParameterValue",
        "Value (golden#1) for parameter imageNames is invalid. Image names must be between 1 and"
            + " 128 characters long (at least 3 with '?'), and may contain letters, numbers,"
            + " spaces, '(', ')', '[', ']', '.', '/', '-', ''', '@', '_', '*' and '?'");
    criterionSays(
        criterion().marketplaceProductCodes("a-b"),
        "InvalidParameterValue",
        "Value (a-b) for parameter marketplaceProductCodes is invalid. Product codes must be"
            + " between 1 and 25 characters long, and may contain letters and numbers");
  }

  @Test
  @Rules({"ALLOW-17", "ALLOW-18", "ALLOW-20"})
  void no_days_are_negative() {
    String negative = " is invalid. Value must not be negative.";
    criterionSays(
        criterion().maximumDaysSinceCreated(-1),
        "InvalidParameterValue",
        "Value (-1) for parameter maximumDaysSinceCreated" + negative);
    criterionSays(
        criterion().maximumDaysSinceDeprecated(-2),
        "InvalidParameterValue",
        "Value (-2) for parameter maximumDaysSinceDeprecated" + negative);
    assertSays(
        () ->
            ImageWatermarkFilter.builder().maximumDaysSinceWatermarkCreated(-3).build(),
        "InvalidParameterValue",
        "Value (-3) for parameter maximumDaysSinceWatermarkCreated" + negative);
  }

  private static ImageCriterion.Builder criterion() {
    return ImageCriterion.builder();
  }

  private static void criterionSays(ImageCriterion.Builder builder, String code, String message) {
    assertSays(builder::build, code, message);
  }

  private static String[] texts(int count) {
    return Collections.nCopies(count, "111122223333").toArray(String[]::new);
  }
}

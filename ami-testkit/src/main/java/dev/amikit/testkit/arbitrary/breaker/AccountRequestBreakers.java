package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.account.BlockPublicAccess.BLOCK_ALL_SHARING;
import static dev.amikit.account.BlockPublicAccess.BLOCK_NEW_SHARING;
import static dev.amikit.account.BlockPublicAccess.UNBLOCKED;
import static dev.amikit.allowed.AllowedImagesSettings.State.AUDIT_MODE;
import static dev.amikit.allowed.AllowedImagesSettings.State.DISABLED;
import static dev.amikit.allowed.AllowedImagesSettings.State.ENABLED;
import static dev.amikit.testkit.arbitrary.breaker.Given.requests;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.id.KmsKeyId;
import dev.amikit.registry.account.DisableAllowedImagesSettings;
import dev.amikit.registry.account.DisableImageBlockPublicAccess;
import dev.amikit.registry.account.DisableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.EnableAllowedImagesSettings;
import dev.amikit.registry.account.EnableImageBlockPublicAccess;
import dev.amikit.registry.account.EnableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.ModifyEbsDefaultKmsKeyId;
import dev.amikit.registry.account.ReplaceImageCriteriaInAllowedImagesSettings;
import dev.amikit.registry.operation.Operation;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** Requests that break the rules of how accounts set up EC2. */
final class AccountRequestBreakers {
  private static final int MOST_CRITERIA = 10;

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put(
              "account-settings.managed-by-account",
              requests(AccountRequestBreakers::changeWhereManaged))
          .put(
              "allowed-images-settings.criteria-limit",
              requests(given -> criteria(given.beyond(MOST_CRITERIA))))
          .put(
              "enable-allowed-images-settings.state",
              requests(given -> new EnableAllowedImagesSettings(DISABLED)))
          .put(
              "enable-image-block-public-access.blocks-new-sharing",
              requests(given ->
                  EnableImageBlockPublicAccess.of(given.one(UNBLOCKED, BLOCK_ALL_SHARING))))
          .put(
              "enable-snapshot-block-public-access.blocks",
              requests(given -> EnableSnapshotBlockPublicAccess.of(UNBLOCKED)))
          .put(
              "modify-ebs-default-kms-key-id.key-in-region",
              requests(given -> new ModifyEbsDefaultKmsKeyId(KmsKeyId.of(given.one(
                  "alias/golden",
                  key(given, "key/1234abcd-12ab-34cd-56ef-1234567890ab"),
                  key(given, "alias/golden"))))))
          .buildOrThrow();

  private AccountRequestBreakers() {}

  private static Operation<?> changeWhereManaged(Given given) {
    given.account(account -> account.managedByDeclarativePolicy(true));
    return given.one(
        EnableImageBlockPublicAccess.of(BLOCK_NEW_SHARING),
        new DisableImageBlockPublicAccess(),
        EnableSnapshotBlockPublicAccess.of(given.one(BLOCK_NEW_SHARING, BLOCK_ALL_SHARING)),
        new DisableSnapshotBlockPublicAccess(),
        new EnableAllowedImagesSettings(given.one(ENABLED, AUDIT_MODE)),
        new DisableAllowedImagesSettings(),
        criteria(given.between(0, MOST_CRITERIA)));
  }

  private static ReplaceImageCriteriaInAllowedImagesSettings criteria(int number) {
    return new ReplaceImageCriteriaInAllowedImagesSettings(IntStream.range(0, number)
        .mapToObj(i -> ImageCriterion.imageNames("golden-" + i))
        .collect(ImmutableList.toImmutableList()));
  }

  private static String key(Given given, String resource) {
    return "arn:aws:kms:%s:%s:%s".formatted(given.there, given.me, resource);
  }
}

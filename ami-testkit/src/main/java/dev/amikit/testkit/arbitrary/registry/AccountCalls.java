package dev.amikit.testkit.arbitrary.registry;

import static dev.amikit.testkit.arbitrary.registry.OperationKind.drawn;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.id.KmsKeyId;
import dev.amikit.registry.account.DisableAllowedImagesSettings;
import dev.amikit.registry.account.DisableEbsEncryptionByDefault;
import dev.amikit.registry.account.DisableImageBlockPublicAccess;
import dev.amikit.registry.account.DisableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.EnableAllowedImagesSettings;
import dev.amikit.registry.account.EnableEbsEncryptionByDefault;
import dev.amikit.registry.account.EnableImageBlockPublicAccess;
import dev.amikit.registry.account.EnableSnapshotBlockPublicAccess;
import dev.amikit.registry.account.GetAllowedImagesSettings;
import dev.amikit.registry.account.GetEbsDefaultKmsKeyId;
import dev.amikit.registry.account.GetEbsEncryptionByDefault;
import dev.amikit.registry.account.GetImageBlockPublicAccessState;
import dev.amikit.registry.account.GetSnapshotBlockPublicAccessState;
import dev.amikit.registry.account.ModifyEbsDefaultKmsKeyId;
import dev.amikit.registry.account.ReplaceImageCriteriaInAllowedImagesSettings;
import dev.amikit.registry.account.ResetEbsDefaultKmsKeyId;
import dev.amikit.registry.operation.Operation;
import dev.amikit.testkit.arbitrary.registry.Scene.Found;
import java.util.List;
import java.util.function.Supplier;

/** The operations on the settings of an account. */
final class AccountCalls {
  static final ImmutableMap<Class<? extends Operation<?>>, OperationKind> ALL =
      ImmutableMap.<Class<? extends Operation<?>>, OperationKind>builder()
          .put(
              EnableImageBlockPublicAccess.class,
              drawn(AccountCalls::blockImages, Happenings::policies))
          .put(
              EnableSnapshotBlockPublicAccess.class,
              drawn(AccountCalls::blockSnapshots, Happenings::policies))
          .put(
              EnableAllowedImagesSettings.class,
              drawn(AccountCalls::allowImages, Happenings::policies))
          .put(
              ReplaceImageCriteriaInAllowedImagesSettings.class,
              drawn(AccountCalls::replaceCriteria, Happenings::policies))
          .put(ModifyEbsDefaultKmsKeyId.class, drawn(AccountCalls::modifyKey))
          .put(DisableImageBlockPublicAccess.class, plain(DisableImageBlockPublicAccess::new))
          .put(DisableSnapshotBlockPublicAccess.class, plain(DisableSnapshotBlockPublicAccess::new))
          .put(DisableAllowedImagesSettings.class, plain(DisableAllowedImagesSettings::new))
          .put(EnableEbsEncryptionByDefault.class, plain(EnableEbsEncryptionByDefault::new))
          .put(DisableEbsEncryptionByDefault.class, plain(DisableEbsEncryptionByDefault::new))
          .put(ResetEbsDefaultKmsKeyId.class, plain(ResetEbsDefaultKmsKeyId::new))
          .put(GetAllowedImagesSettings.class, plain(GetAllowedImagesSettings::new))
          .put(GetEbsDefaultKmsKeyId.class, plain(GetEbsDefaultKmsKeyId::new))
          .put(GetEbsEncryptionByDefault.class, plain(GetEbsEncryptionByDefault::new))
          .put(GetImageBlockPublicAccessState.class, plain(GetImageBlockPublicAccessState::new))
          .put(
              GetSnapshotBlockPublicAccessState.class,
              plain(GetSnapshotBlockPublicAccessState::new))
          .buildOrThrow();

  private AccountCalls() {}

  private static OperationKind plain(Supplier<Operation<?>> operation) {
    return drawn(scene -> scene.someone().calls(operation.get()), Happenings::policies);
  }

  private static Deed.Call blockImages(Scene scene) {
    return scene
        .someone()
        .calls(EnableImageBlockPublicAccess.of(
            scene.draw().oneIn(10)
                ? BlockPublicAccess.BLOCK_ALL_SHARING
                : BlockPublicAccess.BLOCK_NEW_SHARING));
  }

  static Deed.Call blockSnapshots(Scene scene) {
    return scene
        .someone()
        .calls(EnableSnapshotBlockPublicAccess.of(
            scene.draw().oneIn(10)
                ? BlockPublicAccess.UNBLOCKED
                : scene.draw().oneIn(2)
                    ? BlockPublicAccess.BLOCK_ALL_SHARING
                    : BlockPublicAccess.BLOCK_NEW_SHARING));
  }

  private static Deed.Call allowImages(Scene scene) {
    return scene
        .someone()
        .calls(new EnableAllowedImagesSettings(scene
            .draw()
            .one(List.of(
                AllowedImagesSettings.State.AUDIT_MODE,
                AllowedImagesSettings.State.ENABLED,
                AllowedImagesSettings.State.AUDIT_MODE,
                AllowedImagesSettings.State.ENABLED,
                AllowedImagesSettings.State.DISABLED))));
  }

  private static Deed.Call replaceCriteria(Scene scene) {
    Found<Object> someone = scene.someone();
    ImmutableList<ImageCriterion> criteria = ImmutableList.of(
        ImageCriterion.imageProviders("amazon"),
        ImageCriterion.imageProviders(scene.account().toString()),
        ImageCriterion.imageNames("golden-*"));
    int count = scene.draw().oneIn(12) ? 11 : 1 + scene.draw().below(3);
    ImmutableList.Builder<ImageCriterion> some = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      some.add(criteria.get(i % criteria.size()));
    }
    return someone.calls(new ReplaceImageCriteriaInAllowedImagesSettings(some.build()));
  }

  private static Deed.Call modifyKey(Scene scene) {
    Found<Object> someone = scene.someone();
    boolean isElsewhere = scene.draw().oneIn(8);
    KmsKeyId key =
        World.key(someone.caller(), isElsewhere ? World.REGIONS.get(2) : someone.region());
    return someone.calls(
        new ModifyEbsDefaultKmsKeyId(scene.draw().oneIn(4) ? KmsKeyId.AWS_MANAGED_EBS_KEY : key));
  }
}

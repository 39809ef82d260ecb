package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.lifecycle.AmiStage.DEREGISTERED;
import static dev.amikit.lifecycle.AmiStage.FAILED;
import static dev.amikit.lifecycle.AmiStage.IN_RECYCLE_BIN;
import static dev.amikit.lifecycle.AmiStage.PENDING;
import static dev.amikit.testkit.arbitrary.breaker.Scene.requests;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.ImageType;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.operation.BillingProduct;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.snapshot.CopySnapshot;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.util.Optional;
import net.jqwik.api.Arbitrary;

/** Requests that break the rules of CopyImage, some of which CopySnapshot has too. */
final class CopyImageRequestBreakers {
  private static final int FEWEST_MINUTES = 15;
  private static final int MOST_MINUTES = 2_880;
  private static final long MEBIBYTE = 1 << 20;
  private static final int SECONDS_A_MINUTE = 60;
  private static final String KEY =
      "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put("copy.source-region", requests(CopyImageRequestBreakers::fromElsewhere))
          .put("copy.completion-duration", requests(CopyImageRequestBreakers::withinNoDuration))
          .put("copy.key-requires-encrypted", requests(CopyImageRequestBreakers::withKeyAlone))
          .put(
              "copy.stays-encrypted",
              requests(scene -> copy(scene, scene.image(scene.me, Scene::encrypted, image -> image))
                  .encrypted(false)
                  .build()))
          .put("copy.throughput", requests(CopyImageRequestBreakers::tooFast))
          .put(
              "copy-image.encryption-requires-ebs",
              requests(scene -> copy(scene, scene.imageOnInstanceStore(image -> image))
                  .encrypted(scene.one(true, false))
                  .build()))
          .put("copy-image.few", requests(CopyImageRequestBreakers::oneTooMany))
          .put("copy-image.machine", requests(CopyImageRequestBreakers::ofNoMachine))
          .put(
              "copy-image.no-foreign-products",
              requests(CopyImageRequestBreakers::ofForeignProducts))
          .put(
              "copy-image.source-state",
              requests(scene -> copy(
                      scene,
                      scene.imageIn(scene.one(PENDING, FAILED, DEREGISTERED, IN_RECYCLE_BIN)))
                  .build()))
          .put("copy-image.storage-readable", requests(CopyImageRequestBreakers::unreadable))
          .buildOrThrow();

  private CopyImageRequestBreakers() {}

  /** A request that would be carried out, if the image may be copied; from here or from there. */
  static CopyImage.Builder copy(Scene scene, Ami source) {
    if (scene.draw.oneIn(2)) {
      scene.callFromThere();
    }
    return CopyImage.builder()
        .sourceRegion(scene.here)
        .sourceImageId(source.imageId())
        .name(scene.name());
  }

  private static CopySnapshot.Builder copy(Scene scene, Snapshot source) {
    return CopySnapshot.builder().sourceRegion(scene.here).sourceSnapshotId(source.snapshotId());
  }

  private static Operation<?> fromElsewhere(Scene scene) {
    Region elsewhere = scene.one(Region.of("cn-north-1"), Region.of("us-gov-west-1"), scene.there);
    scene.settings(settings -> settings.addRegion(scene.here));
    return scene.one(
        copy(scene, scene.snapshot()).sourceRegion(elsewhere).build(),
        CopyImage.builder()
            .sourceRegion(elsewhere)
            .sourceImageId(scene.image().imageId())
            .name(scene.name())
            .build());
  }

  private static Operation<?> withinNoDuration(Scene scene) {
    int minutes = scene.one(
        FEWEST_MINUTES - scene.between(1, FEWEST_MINUTES),
        FEWEST_MINUTES + scene.between(1, FEWEST_MINUTES - 1),
        MOST_MINUTES + FEWEST_MINUTES * scene.between(1, 4));
    return scene.one(
        copy(scene, scene.image())
            .snapshotCopyCompletionDurationMinutes(minutes)
            .build(),
        copy(scene, scene.snapshot()).completionDurationMinutes(minutes).build());
  }

  private static Operation<?> withKeyAlone(Scene scene) {
    return scene.one(
        copy(scene, scene.image()).kmsKeyId(KEY).build(),
        copy(scene, scene.image()).kmsKeyId(KEY).encrypted(false).build(),
        copy(scene, scene.snapshot()).kmsKeyId(KEY).build(),
        copy(scene, scene.snapshot()).kmsKeyId(KEY).encrypted(false).build());
  }

  /** Asks for one byte a minute more than the quota, or for more. */
  private static Operation<?> tooFast(Scene scene) {
    int quota = scene.between(1, 4);
    int minutes = FEWEST_MINUTES * scene.between(1, 4);
    long most = quota * MEBIBYTE * SECONDS_A_MINUTE * minutes;
    scene.quotas(quotas -> quotas.copyThroughput(quota));
    return copy(
            scene,
            scene.image(
                scene.me,
                snapshot -> snapshot.volumeSize(16).fullSnapshotSizeInBytes(most + 1),
                image -> image))
        .snapshotCopyCompletionDurationMinutes(minutes)
        .build();
  }

  private static Operation<?> oneTooMany(Scene scene) {
    Ami source = scene.image();
    int quota = scene.between(1, 3);
    CopyImage copy = copy(scene, source).build();
    for (int i = 0; i < quota; i++) {
      scene.ec2().copyImage(copy.toBuilder().name(scene.name()).build());
    }
    scene.quotas(quotas -> quotas.imageCopies(quota));
    return copy;
  }

  private static Operation<?> ofNoMachine(Scene scene) {
    boolean isKernel = scene.one(true, false);
    Ami source = scene.put(Ami.builder()
        .imageId((isKernel ? "aki-" : "ari-") + scene.digits())
        .imageType(isKernel ? ImageType.KERNEL : ImageType.RAMDISK)
        .ownerId(scene.me)
        .name(scene.name())
        .state(AmiState.AVAILABLE)
        .architecture(Architecture.X86_64)
        .build());
    return copy(scene, source).build();
  }

  private static Operation<?> ofForeignProducts(Scene scene) {
    BillingProduct product = new BillingProduct("Red Hat Enterprise Linux", "RunInstances:0010");
    scene.settings(settings -> settings.putBillingProduct("bp-6fa54006", product));
    int how = scene.draw.below(3);
    return copy(
            scene,
            scene.image(
                scene.other,
                snapshot -> snapshot.addCreateVolumePermission(readableBy(scene)),
                image -> {
                  image.addLaunchPermission(LaunchPermission.userId(scene.me));
                  if (how == 0) {
                    image.addProductCode(ProductCode.marketplace("aw0evgkw8e5c1q413zgy5pjce"));
                  } else if (how == 1) {
                    image.addProductCode(new ProductCode("bp-68a54001", Optional.empty()));
                  } else {
                    image
                        .platformDetails(product.platformDetails())
                        .usageOperation(product.usageOperation());
                  }
                  return image;
                }))
        .build();
  }

  private static CreateVolumePermission readableBy(Scene scene) {
    return scene.one(CreateVolumePermission.everyone(), CreateVolumePermission.userId(scene.me));
  }

  private static Operation<?> unreadable(Scene scene) {
    return scene.draw.oneIn(2)
        ? copy(scene, scene.image(CopyImageRequestBreakers::overNothing)).build()
        : copy(
                scene,
                scene.image(
                    scene.other,
                    image -> image.addLaunchPermission(LaunchPermission.userId(scene.me))))
            .build();
  }

  private static Ami.Builder overNothing(Ami.Builder image) {
    DeviceName root = DeviceName.of("/dev/xvda");
    return image
        .rootDeviceName(root)
        .blockDeviceMappings(ImmutableList.of(
            BlockDeviceMapping.ebs(root, EbsBlockDevice.blank(VolumeType.GP3, 8))));
  }
}

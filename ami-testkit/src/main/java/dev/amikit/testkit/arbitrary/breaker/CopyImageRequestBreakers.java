package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.lifecycle.AmiStage.DEREGISTERED;
import static dev.amikit.lifecycle.AmiStage.FAILED;
import static dev.amikit.lifecycle.AmiStage.IN_RECYCLE_BIN;
import static dev.amikit.lifecycle.AmiStage.PENDING;
import static dev.amikit.testkit.arbitrary.breaker.Given.requests;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ProductCode;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
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

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put("copy.source-region", requests(CopyImageRequestBreakers::fromElsewhere))
          .put("copy.completion-duration", requests(CopyImageRequestBreakers::withinNoDuration))
          .put("copy.key-requires-encrypted", requests(CopyImageRequestBreakers::withKeyAlone))
          .put(
              "copy.stays-encrypted",
              requests(given -> copy(
                      given,
                      given.anImage(snapshot -> snapshot.encrypted(true).kmsKeyId(given.key())))
                  .encrypted(false)
                  .build()))
          .put("copy.throughput", requests(CopyImageRequestBreakers::tooFast))
          .put(
              "copy-image.encryption-requires-ebs",
              requests(given -> copy(given, given.anInstanceStoreImage())
                  .encrypted(given.maybe())
                  .build()))
          .put("copy-image.few", requests(CopyImageRequestBreakers::oneTooMany))
          .put(
              "copy-image.machine",
              requests(given -> copy(given, given.aKernel()).build()))
          .put(
              "copy-image.no-foreign-products",
              requests(CopyImageRequestBreakers::ofForeignProducts))
          .put(
              "copy-image.source-state",
              requests(given -> copy(
                      given,
                      given.imageIn(given.one(PENDING, FAILED, DEREGISTERED, IN_RECYCLE_BIN)))
                  .build()))
          .put("copy-image.storage-readable", requests(CopyImageRequestBreakers::unreadable))
          .buildOrThrow();

  private CopyImageRequestBreakers() {}

  /** A request that would be carried out, if the image may be copied; from here or from there. */
  static CopyImage.Builder copy(Given given, Ami source) {
    if (given.maybe()) {
      given.askedIn(given.there);
    }
    return CopyImage.builder()
        .sourceRegion(given.here)
        .sourceImageId(source.imageId())
        .name(given.name());
  }

  private static CopyImage.Builder copy(Given given, Ami.Builder source) {
    return copy(given, given.put(source));
  }

  private static CopySnapshot.Builder copy(Given given, Snapshot source) {
    return CopySnapshot.builder().sourceRegion(given.here).sourceSnapshotId(source.snapshotId());
  }

  private static Operation<?> fromElsewhere(Given given) {
    Region elsewhere = given.one(Region.of("cn-north-1"), Region.of("us-gov-west-1"), given.there);
    given.settings(settings -> settings.addRegion(given.here));
    return given.one(
        copy(given, given.snapshot()).sourceRegion(elsewhere).build(),
        CopyImage.builder()
            .sourceRegion(elsewhere)
            .sourceImageId(given.image().imageId())
            .name(given.name())
            .build());
  }

  private static Operation<?> withinNoDuration(Given given) {
    int minutes = given.one(
        FEWEST_MINUTES - given.between(1, FEWEST_MINUTES),
        FEWEST_MINUTES + given.between(1, FEWEST_MINUTES - 1),
        MOST_MINUTES + FEWEST_MINUTES * given.between(1, 4));
    return given.one(
        copy(given, given.image())
            .snapshotCopyCompletionDurationMinutes(minutes)
            .build(),
        copy(given, given.snapshot()).completionDurationMinutes(minutes).build());
  }

  private static Operation<?> withKeyAlone(Given given) {
    return given.one(
        copy(given, given.image()).kmsKeyId(given.key()).build(),
        copy(given, given.image()).kmsKeyId(given.key()).encrypted(false).build(),
        copy(given, given.snapshot()).kmsKeyId(given.key()).build(),
        copy(given, given.snapshot()).kmsKeyId(given.key()).encrypted(false).build());
  }

  /** Asks for one byte a minute more than the quota, or for more. */
  private static Operation<?> tooFast(Given given) {
    int quota = given.between(1, 4);
    int minutes = FEWEST_MINUTES * given.between(1, 4);
    long most = quota * MEBIBYTE * SECONDS_A_MINUTE * minutes;
    given.quotas(quotas -> quotas.copyThroughput(quota));
    return copy(
            given,
            given.anImage(snapshot -> snapshot.volumeSize(16).fullSnapshotSizeInBytes(most + 1)))
        .snapshotCopyCompletionDurationMinutes(minutes)
        .build();
  }

  private static Operation<?> oneTooMany(Given given) {
    Ami source = given.image();
    int quota = given.between(1, 3);
    CopyImage copy = copy(given, source).build();
    for (int i = 0; i < quota; i++) {
      given.done(copy.toBuilder().name(given.name()).build());
    }
    given.quotas(quotas -> quotas.imageCopies(quota));
    return copy;
  }

  private static Operation<?> ofForeignProducts(Given given) {
    BillingProduct product = new BillingProduct("Red Hat Enterprise Linux", "RunInstances:0010");
    given.settings(settings -> settings.putBillingProduct("bp-6fa54006", product));
    Ami.Builder image = given
        .anImage(
            snapshot -> snapshot.ownerId(given.other).addCreateVolumePermission(readableBy(given)))
        .addLaunchPermission(LaunchPermission.userId(given.me));
    return copy(
            given,
            switch (given.below(3)) {
              case 0 -> image.addProductCode(ProductCode.marketplace("aw0evgkw8e5c1q413zgy5pjce"));
              case 1 -> image.addProductCode(new ProductCode("bp-68a54001", Optional.empty()));
              default ->
                image
                    .platformDetails(product.platformDetails())
                    .usageOperation(product.usageOperation());
            })
        .build();
  }

  private static CreateVolumePermission readableBy(Given given) {
    return given.one(CreateVolumePermission.everyone(), CreateVolumePermission.userId(given.me));
  }

  private static Operation<?> unreadable(Given given) {
    DeviceName root = DeviceName.of("/dev/xvda");
    return copy(
            given,
            given.maybe()
                ? given
                    .anImage()
                    .rootDeviceName(root)
                    .blockDeviceMappings(ImmutableList.of(
                        BlockDeviceMapping.ebs(root, EbsBlockDevice.blank(VolumeType.GP3, 8))))
                : given
                    .anImage(snapshot -> snapshot.ownerId(given.other))
                    .addLaunchPermission(LaunchPermission.userId(given.me)))
        .build();
  }
}

package dev.amikit.testkit.arbitrary.breaker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.testkit.arbitrary.breaker.Given.requests;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.id.ImageId;
import dev.amikit.id.ProductCode;
import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.ImdsSupport;
import dev.amikit.image.WatermarkKey;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyImdsSupport;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.image.AttachImageWatermark;
import dev.amikit.registry.image.CancelImageLaunchPermission;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DetachImageWatermark;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.DisableImageDeprecation;
import dev.amikit.registry.image.DisableImageDeregistrationProtection;
import dev.amikit.registry.image.EnableImage;
import dev.amikit.registry.image.EnableImageDeprecation;
import dev.amikit.registry.image.EnableImageDeregistrationProtection;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.image.ResetImageAttribute;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin;
import dev.amikit.testkit.arbitrary.registry.Request;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** Requests that break the rules of the life cycle of images. */
final class ImageLifeRequestBreakers {
  private static final int MOST_ACCOUNTS = 10_000;
  private static final int MOST_WATERMARKS = 5;
  private static final int MOST_YEARS = 10;
  private static final int MOST_YEARS_OF_PUBLIC = 2;
  private static final ImmutableList<LaunchPermission> ACCOUNTS = IntStream.range(
          0, MOST_ACCOUNTS + 10)
      .mapToObj(i -> LaunchPermission.userId("2222%08d".formatted(i)))
      .collect(toImmutableList());
  private static final Instant LATER = Amis.CREATION_DATE.plus(Duration.ofDays(365));

  private static final ImmutableMap<AmiAction, Function<ImageId, Operation<?>>> OPERATIONS =
      ImmutableMap.<AmiAction, Function<ImageId, Operation<?>>>builder()
          .put(AmiAction.DISABLE_IMAGE, DisableImage::new)
          .put(AmiAction.ENABLE_IMAGE, EnableImage::new)
          .put(AmiAction.DEREGISTER_IMAGE, id -> new DeregisterImage(id, false))
          .put(AmiAction.ENABLE_IMAGE_DEPRECATION, id -> EnableImageDeprecation.of(id, LATER))
          .put(AmiAction.DISABLE_IMAGE_DEPRECATION, DisableImageDeprecation::new)
          .put(
              AmiAction.ENABLE_IMAGE_DEREGISTRATION_PROTECTION,
              id -> new EnableImageDeregistrationProtection(id, false))
          .put(
              AmiAction.DISABLE_IMAGE_DEREGISTRATION_PROTECTION,
              DisableImageDeregistrationProtection::new)
          .put(
              AmiAction.MODIFY_LAUNCH_PERMISSION,
              id -> ModifyImageAttribute.of(
                  id, ModifyLaunchPermission.grant(LaunchPermission.everyone())))
          .put(
              AmiAction.RESET_LAUNCH_PERMISSION,
              id -> new ResetImageAttribute(id, ImageAttributeName.LAUNCH_PERMISSION))
          .put(AmiAction.CANCEL_IMAGE_LAUNCH_PERMISSION, CancelImageLaunchPermission::new)
          .put(
              AmiAction.MODIFY_DESCRIPTION,
              id -> ModifyImageAttribute.of(id, new ModifyDescription("golden")))
          .put(
              AmiAction.MODIFY_IMDS_SUPPORT,
              id -> ModifyImageAttribute.of(id, new ModifyImdsSupport(ImdsSupport.V2_0)))
          .put(AmiAction.ATTACH_IMAGE_WATERMARK, id -> new AttachImageWatermark(id, "golden"))
          .put(
              AmiAction.DETACH_IMAGE_WATERMARK,
              id -> new DetachImageWatermark(id, new WatermarkKey(Accounts.OWNER, "golden")))
          .put(
              AmiAction.LAUNCH,
              id -> RunInstances.builder().imageId(id).instanceType("m7i.large").build())
          .buildOrThrow();

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .putAll(inOtherStages())
          .put(
              "attach-image-watermark.private",
              of(ImageLifeRequestBreakers::open, id -> new AttachImageWatermark(id, "golden")))
          .put(
              "attach-image-watermark.at-most-five",
              requests(given -> new AttachImageWatermark(
                  given.put(watermarked(given, MOST_WATERMARKS)).imageId(), "golden")))
          .put("cancel-image-launch-permission.has-permission", requests(given -> {
            Ami.Builder image = given.anImage(snapshot -> snapshot.ownerId(given.other));
            return new CancelImageLaunchPermission(
                given.put(given.maybe() ? open(image) : image).imageId());
          }))
          .put(
              "deregister-image.unprotected",
              requests(given -> new DeregisterImage(
                  guarded(
                      given,
                      DeregistrationProtection.enabledWithoutCooldown(),
                      DeregistrationProtection.enabledWithCooldown(),
                      coolingDown(given)),
                  given.maybe())))
          .put(
              "enable-image-deregistration-protection.keeps-cooldown",
              requests(given -> new EnableImageDeregistrationProtection(
                  guarded(
                      given, DeregistrationProtection.enabledWithCooldown(), coolingDown(given)),
                  false)))
          .put(
              "disable-image-deprecation.private",
              of(ImageLifeRequestBreakers::open, DisableImageDeprecation::new))
          .put(
              "enable-image-deprecation.not-past",
              requests(given -> EnableImageDeprecation.of(
                  given.image().imageId(), given.now.minus(someTime(given)))))
          .put(
              "enable-image-deprecation.not-too-late",
              requests(ImageLifeRequestBreakers::deprecatedTooLate))
          .put(
              "modify-description.not-empty",
              of(image -> image, id -> ModifyImageAttribute.of(id, new ModifyDescription(""))))
          .put(
              "modify-imds-support.is-v2",
              of(
                  image -> image,
                  id -> ModifyImageAttribute.of(id, new ModifyImdsSupport(ImdsSupport.of("v1.0")))))
          .put(
              "modify-launch-permission.not-empty",
              of(image -> image, id -> ModifyImageAttribute.of(id, ModifyLaunchPermission.grant())))
          .put("modify-launch-permission.disjoint", requests(ImageLifeRequestBreakers::giveAndTake))
          .put(
              "modify-launch-permission.accounts-in-request",
              requests(ImageLifeRequestBreakers::toTooManyAccounts))
          .put(
              "modify-launch-permission.public-without-encryption",
              requests(given -> publishing(
                  given,
                  given.anImage(snapshot -> snapshot.encrypted(true).kmsKeyId(given.key())))))
          .put(
              "modify-launch-permission.public-without-product-codes",
              requests(given -> publishing(
                  given,
                  given
                      .anImage()
                      .addProductCode(ProductCode.marketplace("aw0evgkw8e5c1q413zgy5pjce")))))
          .put(
              "modify-launch-permission.public-without-watermarks",
              requests(given ->
                  publishing(given, watermarked(given, given.between(1, MOST_WATERMARKS)))))
          .put(
              "restore-image-from-recycle-bin.before-exit-time",
              requests(ImageLifeRequestBreakers::restoredTooLate))
          .buildOrThrow();

  private ImageLifeRequestBreakers() {}

  private static ImmutableMap<String, Arbitrary<Request<?>>> inOtherStages() {
    ImmutableMap.Builder<String, Arbitrary<Request<?>>> refused = ImmutableMap.builder();
    OPERATIONS.forEach((action, operation) -> refused.put(
        action.rule().id().value(),
        requests(
            given -> operation.apply(given.imageIn(otherStage(given, action)).imageId()))));
    return refused.buildOrThrow();
  }

  private static AmiStage otherStage(Given given, AmiAction action) {
    return given.one(Arrays.stream(AmiStage.values())
        .filter(stage -> !action.targets().containsKey(stage))
        .toList());
  }

  private static Arbitrary<Request<?>> of(
      UnaryOperator<Ami.Builder> change, Function<ImageId, Operation<?>> operation) {
    return requests(
        given -> operation.apply(given.put(change.apply(given.anImage())).imageId()));
  }

  private static Ami.Builder open(Ami.Builder image) {
    return image.addLaunchPermission(LaunchPermission.everyone());
  }

  private static Ami.Builder watermarked(Given given, int times) {
    return given
        .anImage()
        .imageWatermarks(IntStream.range(0, times)
            .mapToObj(i -> new ImageWatermark(
                new WatermarkKey(given.me, "watermark-" + i),
                Amis.ID,
                given.here,
                Amis.CREATION_DATE,
                Amis.CREATION_DATE))
            .toList());
  }

  private static ImageId guarded(Given given, DeregistrationProtection... protections) {
    return given
        .put(given.anImage().deregistrationProtection(given.one(protections)))
        .imageId();
  }

  private static DeregistrationProtection coolingDown(Given given) {
    return DeregistrationProtection.disabledAfter(given.now.plus(someTime(given)));
  }

  /** At least a second. */
  private static Duration someTime(Given given) {
    return Duration.ofSeconds(1).plusMinutes(given.between(0, 60));
  }

  private static Operation<?> deprecatedTooLate(Given given) {
    boolean isPublic = given.maybe();
    Ami ami = given.put(isPublic ? open(given.anImage()) : given.anImage());
    Instant latest = isPublic
        ? inYears(Amis.CREATION_DATE, MOST_YEARS_OF_PUBLIC)
        : inYears(given.now, MOST_YEARS);
    return EnableImageDeprecation.of(ami.imageId(), latest.plus(someTime(given)));
  }

  private static Instant inYears(Instant time, int years) {
    return time.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
  }

  /** At the exit time, or after it, before the image is gone. */
  private static Operation<?> restoredTooLate(Given given) {
    Ami ami = given.imageIn(AmiStage.IN_RECYCLE_BIN);
    Instant exitTime = ami.recycleBinStay().orElseThrow().exitTime();
    given.askedAt(exitTime.plusSeconds(given.between(0, 60)));
    return new RestoreImageFromRecycleBin(ami.imageId());
  }

  private static Operation<?> giveAndTake(Given given) {
    LaunchPermission both = LaunchPermission.userId(given.other);
    return ModifyImageAttribute.of(
        given.image().imageId(),
        new ModifyLaunchPermission(
            ImmutableSet.of(both),
            given.maybe()
                ? ImmutableSet.of(LaunchPermission.everyone(), both)
                : ImmutableSet.of(both)));
  }

  private static Operation<?> toTooManyAccounts(Given given) {
    int named = given.beyond(MOST_ACCOUNTS);
    int added = given.between(1, named);
    return ModifyImageAttribute.of(
        given.image().imageId(),
        new ModifyLaunchPermission(
            ImmutableSet.copyOf(ACCOUNTS.subList(0, added)),
            ImmutableSet.copyOf(ACCOUNTS.subList(added, named))));
  }

  private static Operation<?> publishing(Given given, Ami.Builder image) {
    given.account(account -> account.imageBlockPublicAccess(BlockPublicAccess.UNBLOCKED));
    return ModifyImageAttribute.of(
        given.put(image).imageId(), ModifyLaunchPermission.grant(LaunchPermission.everyone()));
  }
}

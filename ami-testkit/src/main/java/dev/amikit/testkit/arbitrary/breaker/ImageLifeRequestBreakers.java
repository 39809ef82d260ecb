package dev.amikit.testkit.arbitrary.breaker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.amikit.testkit.arbitrary.breaker.Scene.requests;

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
import dev.amikit.testkit.ec2.TestEc2;
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
          0, MOST_ACCOUNTS + 3)
      .mapToObj(i -> LaunchPermission.userId("2222%08d".formatted(i)))
      .collect(toImmutableList());
  private static final Instant LATER = TestEc2.START.plus(Duration.ofDays(90));

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
              requests(scene -> new AttachImageWatermark(
                  scene
                      .image(image -> watermarked(scene, image, MOST_WATERMARKS))
                      .imageId(),
                  "golden")))
          .put(
              "cancel-image-launch-permission.has-permission",
              requests(scene -> new CancelImageLaunchPermission(scene
                  .image(
                      scene.other,
                      scene.one(UnaryOperator.identity(), ImageLifeRequestBreakers::open))
                  .imageId())))
          .put(
              "deregister-image.unprotected",
              requests(scene -> new DeregisterImage(
                  guarded(
                      scene,
                      DeregistrationProtection.enabledWithoutCooldown(),
                      DeregistrationProtection.enabledWithCooldown(),
                      coolingDown(scene)),
                  scene.one(false, true))))
          .put(
              "enable-image-deregistration-protection.keeps-cooldown",
              requests(scene -> new EnableImageDeregistrationProtection(
                  guarded(
                      scene, DeregistrationProtection.enabledWithCooldown(), coolingDown(scene)),
                  false)))
          .put(
              "disable-image-deprecation.private",
              of(ImageLifeRequestBreakers::open, DisableImageDeprecation::new))
          .put(
              "enable-image-deprecation.not-past",
              requests(scene -> EnableImageDeprecation.of(
                  scene.image().imageId(), scene.now().minus(someTime(scene)))))
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
              requests(scene ->
                  publishing(scene, scene.image(scene.me, Scene::encrypted, image -> image))))
          .put(
              "modify-launch-permission.public-without-product-codes",
              requests(scene -> publishing(
                  scene,
                  scene.image(image ->
                      image.addProductCode(ProductCode.marketplace("aw0evgkw8e5c1q413zgy5pjce"))))))
          .put(
              "modify-launch-permission.public-without-watermarks",
              requests(scene -> publishing(
                  scene,
                  scene.image(
                      image -> watermarked(scene, image, scene.between(1, MOST_WATERMARKS))))))
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
            scene -> operation.apply(scene.imageIn(otherStage(scene, action)).imageId()))));
    return refused.buildOrThrow();
  }

  private static AmiStage otherStage(Scene scene, AmiAction action) {
    return scene.draw.one(Arrays.stream(AmiStage.values())
        .filter(stage -> !action.targets().containsKey(stage))
        .toList());
  }

  private static Arbitrary<Request<?>> of(
      UnaryOperator<Ami.Builder> change, Function<ImageId, Operation<?>> operation) {
    return requests(scene -> operation.apply(scene.image(change).imageId()));
  }

  private static Ami.Builder open(Ami.Builder image) {
    return image.addLaunchPermission(LaunchPermission.everyone());
  }

  private static Ami.Builder watermarked(Scene scene, Ami.Builder image, int times) {
    return image.imageWatermarks(IntStream.range(0, times)
        .mapToObj(i -> new ImageWatermark(
            new WatermarkKey(scene.me, "watermark-" + i),
            Amis.ID,
            scene.here,
            Amis.CREATION_DATE,
            Amis.CREATION_DATE))
        .toList());
  }

  private static ImageId guarded(Scene scene, DeregistrationProtection... protections) {
    return scene
        .image(image -> image.deregistrationProtection(scene.one(protections)))
        .imageId();
  }

  private static DeregistrationProtection coolingDown(Scene scene) {
    return DeregistrationProtection.disabledAfter(scene.now().plus(someTime(scene)));
  }

  /** At least a second. */
  private static Duration someTime(Scene scene) {
    return Duration.ofSeconds(1).plusMinutes(scene.between(0, 60));
  }

  private static Operation<?> deprecatedTooLate(Scene scene) {
    boolean isPublic = scene.draw.oneIn(2);
    Ami ami = scene.image(isPublic ? ImageLifeRequestBreakers::open : image -> image);
    Instant latest = isPublic
        ? inYears(Amis.CREATION_DATE, MOST_YEARS_OF_PUBLIC)
        : inYears(scene.now(), MOST_YEARS);
    return EnableImageDeprecation.of(ami.imageId(), latest.plus(someTime(scene)));
  }

  private static Instant inYears(Instant time, int years) {
    return time.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
  }

  /** At the exit time, or after it, before the image is gone. */
  private static Operation<?> restoredTooLate(Scene scene) {
    Ami ami = scene.imageIn(AmiStage.IN_RECYCLE_BIN);
    Instant exitTime = ami.recycleBinStay().orElseThrow().exitTime();
    scene.askAt(exitTime.plusSeconds(scene.between(0, 60)));
    return new RestoreImageFromRecycleBin(ami.imageId());
  }

  private static Operation<?> giveAndTake(Scene scene) {
    LaunchPermission both = LaunchPermission.userId(scene.other);
    return ModifyImageAttribute.of(
        scene.image().imageId(),
        new ModifyLaunchPermission(
            ImmutableSet.of(both),
            scene.draw.oneIn(2)
                ? ImmutableSet.of(LaunchPermission.everyone(), both)
                : ImmutableSet.of(both)));
  }

  private static Operation<?> toTooManyAccounts(Scene scene) {
    int named = MOST_ACCOUNTS + scene.between(1, 3);
    int given = scene.between(1, named);
    return ModifyImageAttribute.of(
        scene.image().imageId(),
        new ModifyLaunchPermission(
            ImmutableSet.copyOf(ACCOUNTS.subList(0, given)),
            ImmutableSet.copyOf(ACCOUNTS.subList(given, named))));
  }

  private static Operation<?> publishing(Scene scene, Ami ami) {
    scene.account(account -> account.imageBlockPublicAccess(BlockPublicAccess.UNBLOCKED));
    return ModifyImageAttribute.of(
        ami.imageId(), ModifyLaunchPermission.grant(LaunchPermission.everyone()));
  }
}

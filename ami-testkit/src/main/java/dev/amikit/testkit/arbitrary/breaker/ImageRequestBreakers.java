package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.image.ImageAttributeName.BLOCK_DEVICE_MAPPING;
import static dev.amikit.image.ImageAttributeName.DESCRIPTION;
import static dev.amikit.image.ImageAttributeName.IMDS_SUPPORT;
import static dev.amikit.image.ImageAttributeName.LAUNCH_PERMISSION;
import static dev.amikit.image.ImageAttributeName.PRODUCT_CODES;
import static dev.amikit.lifecycle.AmiStage.AVAILABLE;
import static dev.amikit.lifecycle.AmiStage.DEREGISTERED;
import static dev.amikit.lifecycle.AmiStage.DISABLED;
import static dev.amikit.lifecycle.AmiStage.FAILED;
import static dev.amikit.lifecycle.AmiStage.IN_RECYCLE_BIN;
import static dev.amikit.lifecycle.AmiStage.PENDING;
import static dev.amikit.testkit.arbitrary.breaker.Scene.requests;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.TaskSubject;
import dev.amikit.image.Ami;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.ImdsSupport;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.lifecycle.ModifyLaunchPermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.image.AttachImageWatermark;
import dev.amikit.registry.image.CancelImageLaunchPermission;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.image.DescribeImageAttribute;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.DisableImageDeprecation;
import dev.amikit.registry.image.DisableImageDeregistrationProtection;
import dev.amikit.registry.image.EnableImage;
import dev.amikit.registry.image.EnableImageDeprecation;
import dev.amikit.registry.image.EnableImageDeregistrationProtection;
import dev.amikit.registry.image.GetImageAncestry;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.image.ResetImageAttribute;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.tag.CreateTags;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.rule.RefusedException;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.arbitrary.registry.Request;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ResourceTypeRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** Requests that break the rules of images that several operations have, or one of them. */
final class ImageRequestBreakers {
  private static final int LONGEST_NAME = 128;
  private static final int LONGEST_DESCRIPTION = 255;
  private static final int LONGEST_TOKEN = 128;
  private static final int LONGEST_SHORT_TOKEN = 64;

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put("image.exists", requests(scene -> onAny(scene, scene.newImageId())))
          .put("image.owner", requests(scene -> onOwn(scene, ofOther(scene))))
          .put("image.allowed", requests(ImageRequestBreakers::useOfForbidden))
          .put(
              "image.not-binned",
              requests(scene -> reading(scene, scene.imageIn(IN_RECYCLE_BIN).imageId())))
          .put(
              "image.not-gone",
              requests(scene -> scene.draw.oneIn(3)
                  ? tagging(scene.imageIn(DEREGISTERED).imageId())
                  : reading(scene, scene.imageIn(DEREGISTERED).imageId())))
          .put("image.quota", requests(ImageRequestBreakers::oneImageTooMany))
          .put(
              "image-name.registrable",
              requests(scene -> making(scene, malformedName(scene), Optional.empty())))
          .put("image-name.free", requests(ImageRequestBreakers::withNameOfAnother))
          .put(
              "image-description.length",
              requests(scene -> making(
                  scene,
                  scene.name(),
                  Optional.of("d".repeat(LONGEST_DESCRIPTION + scene.between(1, 9))))))
          .put(
              "image-sharing.public-sharing-unblocked",
              requests(ImageRequestBreakers::publishingWhereBlocked))
          .put(
              "image-sharing.own-keys",
              requests(scene -> sharing(
                  scene.image(scene.me, snapshot -> ofOwnKey(scene, snapshot), image -> image),
                  LaunchPermission.userId(scene.other))))
          .put("image-sharing.public-images", requests(ImageRequestBreakers::onePublicImageTooMany))
          .put("image-sharing.entities", requests(ImageRequestBreakers::oneAccountTooMany))
          .put(
              "deregister-image.not-managed-by-backup",
              requests(scene -> new DeregisterImage(
                  scene
                      .image(image -> image.tags(Tags.of(
                          scene.one("aws:backup:source-resource", "aws:backup:plan"), "golden")))
                      .imageId(),
                  scene.one(false, true))))
          .put("enable-image.snapshots-restored", requests(ImageRequestBreakers::enablingArchived))
          .put(
              "describe-image-attribute.not-the-mapping",
              requests(scene ->
                  DescribeImageAttribute.of(scene.image().imageId(), BLOCK_DEVICE_MAPPING)))
          .put(
              "reset-image-attribute.resettable",
              requests(scene -> new ResetImageAttribute(
                  scene.image().imageId(),
                  scene.draw.one(without(ImmutableSet.of(LAUNCH_PERMISSION))))))
          .put(
              "modify-image-attribute.modifiable",
              modifying((scene, image) -> image.attribute(scene.draw.one(without(ImmutableSet.of(
                  DESCRIPTION,
                  IMDS_SUPPORT,
                  LAUNCH_PERMISSION,
                  PRODUCT_CODES,
                  BLOCK_DEVICE_MAPPING))))))
          .put(
              "modify-image-attribute.not-the-mapping",
              modifying((scene, image) -> image.attribute(BLOCK_DEVICE_MAPPING)))
          .put(
              "modify-image-attribute.no-product-codes",
              modifying((scene, image) -> scene.draw.oneIn(2)
                  ? image.attribute(PRODUCT_CODES)
                  : image.productCodes("aw0evgkw8e5c1q413zgy5pjce")))
          .put(
              "modify-image-attribute.imds-support-given",
              modifying((scene, image) -> image.attribute(IMDS_SUPPORT)))
          .put(
              "modify-image-attribute.one-attribute",
              modifying((scene, image) -> scene.draw.oneIn(2)
                  ? image
                  : image
                      .description("golden")
                      .attribute(scene.one(DESCRIPTION, IMDS_SUPPORT))
                      .imdsSupport(ImdsSupport.V2_0)))
          .put(
              "client-token.length",
              requests(scene ->
                  withLongToken(scene, "t".repeat(LONGEST_TOKEN + scene.between(1, 9)))))
          .put(
              "client-token.short",
              requests(scene ->
                  withShortToken(scene, "t".repeat(LONGEST_SHORT_TOKEN + scene.between(1, 9)))))
          .put("client-token.matches", requests(ImageRequestBreakers::withUsedToken))
          .put(
              "task.under-way",
              requests(scene -> new EndedWork(scene.one(
                  scene.image().imageId(), scene.snapshot().snapshotId(), scene.newImageId()))))
          .buildOrThrow();

  private ImageRequestBreakers() {}

  // Which image

  private static ImageId ofOther(Scene scene) {
    LaunchPermission shared =
        scene.one(LaunchPermission.everyone(), LaunchPermission.userId(scene.me));
    return scene.image(scene.other, image -> image.addLaunchPermission(shared)).imageId();
  }

  private static Operation<?> onAny(Scene scene, ImageId id) {
    return scene.one(
        onOwn(scene, id),
        new GetImageAncestry(id),
        new CancelImageLaunchPermission(id),
        new RestoreImageFromRecycleBin(id),
        tagging(id),
        launch(id).build(),
        copyOf(scene, id).build());
  }

  private static Operation<?> onOwn(Scene scene, ImageId id) {
    return scene.one(
        new DisableImage(id),
        new EnableImage(id),
        new DeregisterImage(id, scene.one(false, true)),
        EnableImageDeprecation.of(id, scene.now().plus(Duration.ofDays(90))),
        new DisableImageDeprecation(id),
        new EnableImageDeregistrationProtection(id, scene.one(false, true)),
        new DisableImageDeregistrationProtection(id),
        new AttachImageWatermark(id, "golden"),
        ModifyImageAttribute.of(id, new ModifyDescription("golden")),
        ModifyImageAttribute.of(id, ModifyLaunchPermission.grant(LaunchPermission.everyone())),
        new ResetImageAttribute(id, LAUNCH_PERMISSION),
        DescribeImageAttribute.of(id, scene.one(DESCRIPTION, LAUNCH_PERMISSION)),
        report(id).build());
  }

  private static Operation<?> reading(Scene scene, ImageId id) {
    return scene.one(
        DescribeImageAttribute.of(
            id, scene.draw.one(without(ImmutableSet.of(BLOCK_DEVICE_MAPPING)))),
        new GetImageAncestry(id),
        report(id).build());
  }

  private static Operation<?> useOfForbidden(Scene scene) {
    ImageCriterion criterion =
        scene.one(ImageCriterion.imageProviders("amazon"), ImageCriterion.imageNames("allowed-*"));
    scene.account(account -> account.allowedImages(AllowedImagesSettings.enabled(criterion)));
    ImageId id = ofOther(scene);
    return scene.one(
        new GetImageAncestry(id),
        tagging(id),
        launch(id).build(),
        copyOf(scene, id).build());
  }

  private static Operation<?> tagging(ImageId id) {
    return new CreateTags(ImmutableList.of(id.value()), Tags.of("env", "prod"));
  }

  private static RunInstances.Builder launch(ImageId id) {
    return RunInstances.builder().imageId(id).instanceType("m7i.large");
  }

  private static CreateImageUsageReport.Builder report(ImageId id) {
    return CreateImageUsageReport.builder()
        .imageId(id)
        .addResourceType(ResourceTypeRequest.of(ImageReferenceResourceType.INSTANCE));
  }

  private static CopyImage.Builder copyOf(Scene scene, ImageId id) {
    return CopyImage.builder().sourceRegion(scene.here).sourceImageId(id).name(scene.name());
  }

  // Making images

  private static Operation<?> making(Scene scene, String name, Optional<String> description) {
    return scene.draw.oneIn(3)
        ? copyOf(scene, scene.image().imageId())
            .name(name)
            .description(description)
            .build()
        : makingAnew(scene, name, description);
  }

  private static Operation<?> makingAnew(Scene scene, String name, Optional<String> description) {
    return scene.draw.oneIn(2)
        ? CreateImage.builder()
            .instanceId(scene.instance(scene.image()).instanceId())
            .name(name)
            .description(description)
            .build()
        : RegisterImageRequestBreakers.ofSnapshots(scene)
            .name(name)
            .description(description)
            .build();
  }

  private static String malformedName(Scene scene) {
    return scene.one(
        "",
        "ab",
        scene.name() + "+",
        scene.name() + ":1",
        scene.name() + "\u00e9",
        "n".repeat(LONGEST_NAME + scene.between(1, 9)));
  }

  private static Operation<?> withNameOfAnother(Scene scene) {
    Ami binned = scene.imageIn(IN_RECYCLE_BIN);
    Ami other = scene.imageIn(scene.one(AVAILABLE, PENDING, DISABLED, FAILED));
    if (scene.draw.oneIn(4)) {
      scene.put(
          other.toBuilder().imageId(scene.newImageId()).name(binned.name()).build());
      return new RestoreImageFromRecycleBin(binned.imageId());
    }
    return makingAnew(scene, other.name().orElseThrow().value(), Optional.empty());
  }

  private static Operation<?> oneImageTooMany(Scene scene) {
    for (int i = scene.between(1, 3); i > 0; i--) {
      Ami unused = scene.image();
    }
    Operation<?> making = making(scene, scene.name(), Optional.empty());
    int images = scene.aws.state().in(scene.here).images().count(scene.me);
    scene.quotas(quotas -> quotas.images(images));
    return making;
  }

  private static Operation<?> enablingArchived(Scene scene) {
    Ami ami = scene.imageIn(DISABLED);
    scene.archive(scene.oneOf(ami));
    return new EnableImage(ami.imageId());
  }

  // Sharing

  private static Operation<?> sharing(Ami ami, LaunchPermission... permissions) {
    return ModifyImageAttribute.of(ami.imageId(), ModifyLaunchPermission.grant(permissions));
  }

  private static Operation<?> publishingWhereBlocked(Scene scene) {
    scene.account(account -> account.imageBlockPublicAccess(BlockPublicAccess.BLOCK_NEW_SHARING));
    return sharing(scene.image(), LaunchPermission.everyone());
  }

  private static Snapshot.Builder ofOwnKey(Scene scene, Snapshot.Builder snapshot) {
    return snapshot
        .encrypted(true)
        .kmsKeyId("arn:aws:kms:%s:%s:key/eb5eb5eb-0000-4000-8000-%s"
            .formatted(scene.here, scene.me, scene.me));
  }

  private static Operation<?> onePublicImageTooMany(Scene scene) {
    int quota = scene.between(1, 3);
    scene.account(account -> account.imageBlockPublicAccess(BlockPublicAccess.UNBLOCKED));
    for (int i = 0; i < quota; i++) {
      scene.image(image -> image.addLaunchPermission(LaunchPermission.everyone()));
    }
    scene.quotas(quotas -> quotas.publicImages(quota));
    return sharing(scene.image(), LaunchPermission.everyone());
  }

  private static Operation<?> oneAccountTooMany(Scene scene) {
    int quota = scene.between(1, 5);
    int already = scene.between(0, quota);
    scene.quotas(quotas -> quotas.sharingEntities(quota));
    Ami ami = scene.image(image -> image.launchPermissions(accounts(0, already)));
    return sharing(ami, accounts(already, quota + 1).toArray(LaunchPermission[]::new));
  }

  private static ImmutableSet<LaunchPermission> accounts(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> LaunchPermission.userId("2222%08d".formatted(i)))
        .collect(ImmutableSet.toImmutableSet());
  }

  // Attributes

  private static ImmutableList<ImageAttributeName> without(ImmutableSet<ImageAttributeName> some) {
    return Arrays.stream(ImageAttributeName.values())
        .filter(name -> !some.contains(name))
        .collect(ImmutableList.toImmutableList());
  }

  private static Arbitrary<Request<?>> modifying(
      BiFunction<Scene, ModifyImageAttribute.Builder, ModifyImageAttribute.Builder> change) {
    return requests(scene -> change
        .apply(scene, ModifyImageAttribute.builder().imageId(scene.image().imageId()))
        .build());
  }

  // Tokens and work

  private static Operation<?> withLongToken(Scene scene, String token) {
    ImageId id = scene.image().imageId();
    return scene.one(
        copyOf(scene, id).clientToken(token).build(),
        report(id).clientToken(token).build());
  }

  private static Operation<?> withShortToken(Scene scene, String token) {
    EbsBlockDevice volume = EbsBlockDevice.blank(VolumeType.GP3, scene.between(1, 16));
    return scene.one(
        launch(scene.image().imageId()).clientToken(token).build(),
        new CreateVolume(volume, ImmutableList.of(), Optional.of(token)));
  }

  /** Begins one with a token, and asks for another with the same. */
  private static Operation<?> withUsedToken(Scene scene) {
    String token = "token-" + scene.digits();
    Ami ami = scene.image();
    if (scene.draw.oneIn(2)) {
      RunInstances.Builder launch = launch(ami.imageId()).clientToken(token);
      scene.ec2().runInstances(launch.build());
      return launch.instanceType("m7i.xlarge").build();
    }
    CopyImage.Builder copy = copyOf(scene, ami.imageId()).clientToken(token);
    scene.ec2().copyImage(copy.build());
    return copy.name(scene.name()).build();
  }

  /** AWS ends work, which an account does not ask for. */
  private record EndedWork(TaskSubject subject) implements Operation<Return> {
    @Override
    public Outcome<Return> decide(Situation situation) {
      RegionState here = situation.state().in(situation.region());
      try {
        Outcome.Course course = Outcome.from(situation.state());
        here.work(subject).ended(here, situation.now()).forEach(course::happens);
        return course.done(Return.TRUE);
      } catch (RefusedException e) {
        return new Outcome.Refused<>(e.refusal());
      }
    }
  }
}

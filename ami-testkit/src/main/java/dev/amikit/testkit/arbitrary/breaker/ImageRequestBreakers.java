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
import static dev.amikit.testkit.arbitrary.breaker.Given.requests;

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
import dev.amikit.lifecycle.snapshot.SnapshotArchived;
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
          .put("image.exists", requests(given -> onAny(given, given.imageId())))
          .put("image.owner", requests(given -> onOwn(given, ofOther(given))))
          .put("image.allowed", requests(ImageRequestBreakers::useOfForbidden))
          .put(
              "image.not-binned",
              requests(given -> reading(given, given.imageIn(IN_RECYCLE_BIN).imageId())))
          .put(
              "image.not-gone",
              requests(given -> given.oneIn(3)
                  ? tagging(given.imageIn(DEREGISTERED).imageId())
                  : reading(given, given.imageIn(DEREGISTERED).imageId())))
          .put("image.quota", requests(ImageRequestBreakers::oneImageTooMany))
          .put(
              "image-name.registrable",
              requests(given -> making(given, malformedName(given), Optional.empty())))
          .put("image-name.free", requests(ImageRequestBreakers::withNameOfAnother))
          .put(
              "image-description.length",
              requests(given -> making(
                  given, given.name(), Optional.of("d".repeat(given.beyond(LONGEST_DESCRIPTION))))))
          .put(
              "image-sharing.public-sharing-unblocked",
              requests(ImageRequestBreakers::publishingWhereBlocked))
          .put(
              "image-sharing.own-keys",
              requests(given -> sharing(
                  given,
                  given.anImage(
                      snapshot -> snapshot.encrypted(true).kmsKeyId(given.awsManagedKey())),
                  LaunchPermission.userId(given.other))))
          .put("image-sharing.public-images", requests(ImageRequestBreakers::onePublicImageTooMany))
          .put("image-sharing.entities", requests(ImageRequestBreakers::oneAccountTooMany))
          .put(
              "deregister-image.not-managed-by-backup",
              requests(given -> new DeregisterImage(
                  given
                      .put(given
                          .anImage()
                          .tags(Tags.of(
                              given.one("aws:backup:source-resource", "aws:backup:plan"),
                              "golden")))
                      .imageId(),
                  given.maybe())))
          .put("enable-image.snapshots-restored", requests(ImageRequestBreakers::enablingArchived))
          .put(
              "describe-image-attribute.not-the-mapping",
              requests(given ->
                  DescribeImageAttribute.of(given.image().imageId(), BLOCK_DEVICE_MAPPING)))
          .put(
              "reset-image-attribute.resettable",
              requests(given -> new ResetImageAttribute(
                  given.image().imageId(), given.one(without(ImmutableSet.of(LAUNCH_PERMISSION))))))
          .put(
              "modify-image-attribute.modifiable",
              modifying((given, image) -> image.attribute(given.one(without(ImmutableSet.of(
                  DESCRIPTION,
                  IMDS_SUPPORT,
                  LAUNCH_PERMISSION,
                  PRODUCT_CODES,
                  BLOCK_DEVICE_MAPPING))))))
          .put(
              "modify-image-attribute.not-the-mapping",
              modifying((given, image) -> image.attribute(BLOCK_DEVICE_MAPPING)))
          .put(
              "modify-image-attribute.no-product-codes",
              modifying((given, image) -> given.maybe()
                  ? image.attribute(PRODUCT_CODES)
                  : image.productCodes("aw0evgkw8e5c1q413zgy5pjce")))
          .put(
              "modify-image-attribute.imds-support-given",
              modifying((given, image) -> image.attribute(IMDS_SUPPORT)))
          .put(
              "modify-image-attribute.one-attribute",
              modifying((given, image) -> given.maybe()
                  ? image
                  : image
                      .description("golden")
                      .attribute(given.one(DESCRIPTION, IMDS_SUPPORT))
                      .imdsSupport(ImdsSupport.V2_0)))
          .put(
              "client-token.length",
              requests(given -> withLongToken(given, "t".repeat(given.beyond(LONGEST_TOKEN)))))
          .put(
              "client-token.short",
              requests(
                  given -> withShortToken(given, "t".repeat(given.beyond(LONGEST_SHORT_TOKEN)))))
          .put("client-token.matches", requests(ImageRequestBreakers::withUsedToken))
          .put(
              "task.under-way",
              requests(given -> new EndedWork(given.one(
                  given.image().imageId(), given.snapshot().snapshotId(), given.imageId()))))
          .buildOrThrow();

  private ImageRequestBreakers() {}

  // Which image

  private static ImageId ofOther(Given given) {
    LaunchPermission shared =
        given.one(LaunchPermission.everyone(), LaunchPermission.userId(given.me));
    return given
        .put(given.anImage(snapshot -> snapshot.ownerId(given.other)).addLaunchPermission(shared))
        .imageId();
  }

  private static Operation<?> onAny(Given given, ImageId id) {
    return given.one(
        onOwn(given, id),
        new GetImageAncestry(id),
        new CancelImageLaunchPermission(id),
        new RestoreImageFromRecycleBin(id),
        tagging(id),
        launch(id).build(),
        copyOf(given, id).build());
  }

  private static Operation<?> onOwn(Given given, ImageId id) {
    return given.one(
        new DisableImage(id),
        new EnableImage(id),
        new DeregisterImage(id, given.maybe()),
        EnableImageDeprecation.of(id, given.now.plus(Duration.ofDays(90))),
        new DisableImageDeprecation(id),
        new EnableImageDeregistrationProtection(id, given.maybe()),
        new DisableImageDeregistrationProtection(id),
        new AttachImageWatermark(id, "golden"),
        ModifyImageAttribute.of(id, new ModifyDescription("golden")),
        ModifyImageAttribute.of(id, ModifyLaunchPermission.grant(LaunchPermission.everyone())),
        new ResetImageAttribute(id, LAUNCH_PERMISSION),
        DescribeImageAttribute.of(id, given.one(DESCRIPTION, LAUNCH_PERMISSION)),
        report(id).build());
  }

  private static Operation<?> reading(Given given, ImageId id) {
    return given.one(
        DescribeImageAttribute.of(id, given.one(without(ImmutableSet.of(BLOCK_DEVICE_MAPPING)))),
        new GetImageAncestry(id),
        report(id).build());
  }

  private static Operation<?> useOfForbidden(Given given) {
    ImageCriterion criterion =
        given.one(ImageCriterion.imageProviders("amazon"), ImageCriterion.imageNames("allowed-*"));
    given.account(account -> account.allowedImages(AllowedImagesSettings.enabled(criterion)));
    ImageId id = ofOther(given);
    return given.one(
        new GetImageAncestry(id),
        tagging(id),
        launch(id).build(),
        copyOf(given, id).build());
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

  private static CopyImage.Builder copyOf(Given given, ImageId id) {
    return CopyImage.builder().sourceRegion(given.here).sourceImageId(id).name(given.name());
  }

  // Making images

  private static Operation<?> making(Given given, String name, Optional<String> description) {
    return given.oneIn(3)
        ? copyOf(given, given.image().imageId())
            .name(name)
            .description(description)
            .build()
        : makingAnew(given, name, description);
  }

  private static Operation<?> makingAnew(Given given, String name, Optional<String> description) {
    return given.maybe()
        ? CreateImage.builder()
            .instanceId(given.instance().instanceId())
            .name(name)
            .description(description)
            .build()
        : RegisterImageRequestBreakers.ofSnapshots(given)
            .name(name)
            .description(description)
            .build();
  }

  private static String malformedName(Given given) {
    return given.one(
        "",
        "ab",
        given.name() + "+",
        given.name() + ":1",
        given.name() + "\u00e9",
        "n".repeat(given.beyond(LONGEST_NAME)));
  }

  private static Operation<?> withNameOfAnother(Given given) {
    Ami binned = given.imageIn(IN_RECYCLE_BIN);
    Ami other = given.imageIn(given.one(AVAILABLE, PENDING, DISABLED, FAILED));
    if (given.oneIn(4)) {
      given.put(other.toBuilder().imageId(given.imageId()).name(binned.name()));
      return new RestoreImageFromRecycleBin(binned.imageId());
    }
    return makingAnew(given, other.name().orElseThrow().value(), Optional.empty());
  }

  private static Operation<?> oneImageTooMany(Given given) {
    for (int i = given.between(1, 3); i > 0; i--) {
      given.image();
    }
    Operation<?> making = making(given, given.name(), Optional.empty());
    int images = given.state().in(given.here).images().count(given.me);
    given.quotas(quotas -> quotas.images(images));
    return making;
  }

  private static Operation<?> enablingArchived(Given given) {
    Ami ami = given.imageIn(DISABLED);
    given.happens(given.snapshotOf(ami), new SnapshotArchived(given.now));
    return new EnableImage(ami.imageId());
  }

  // Sharing

  private static Operation<?> sharing(
      Given given, Ami.Builder image, LaunchPermission... permissions) {
    return ModifyImageAttribute.of(
        given.put(image).imageId(), ModifyLaunchPermission.grant(permissions));
  }

  private static Operation<?> publishingWhereBlocked(Given given) {
    given.account(account -> account.imageBlockPublicAccess(BlockPublicAccess.BLOCK_NEW_SHARING));
    return sharing(given, given.anImage(), LaunchPermission.everyone());
  }

  private static Operation<?> onePublicImageTooMany(Given given) {
    int quota = given.between(1, 3);
    given.account(account -> account.imageBlockPublicAccess(BlockPublicAccess.UNBLOCKED));
    for (int i = 0; i < quota; i++) {
      given.put(given.anImage().addLaunchPermission(LaunchPermission.everyone()));
    }
    given.quotas(quotas -> quotas.publicImages(quota));
    return sharing(given, given.anImage(), LaunchPermission.everyone());
  }

  private static Operation<?> oneAccountTooMany(Given given) {
    int quota = given.between(1, 5);
    int already = given.between(0, quota);
    given.quotas(quotas -> quotas.sharingEntities(quota));
    return sharing(
        given,
        given.anImage().launchPermissions(accounts(0, already)),
        accounts(already, quota + 1).toArray(LaunchPermission[]::new));
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
      BiFunction<Given, ModifyImageAttribute.Builder, ModifyImageAttribute.Builder> change) {
    return requests(given -> change
        .apply(given, ModifyImageAttribute.builder().imageId(given.image().imageId()))
        .build());
  }

  // Tokens and work

  private static Operation<?> withLongToken(Given given, String token) {
    ImageId id = given.image().imageId();
    return given.one(
        copyOf(given, id).clientToken(token).build(),
        report(id).clientToken(token).build());
  }

  private static Operation<?> withShortToken(Given given, String token) {
    EbsBlockDevice volume = EbsBlockDevice.blank(VolumeType.GP3, given.between(1, 16));
    return given.one(
        launch(given.image().imageId()).clientToken(token).build(),
        new CreateVolume(volume, ImmutableList.of(), Optional.of(token)));
  }

  /** Begins one with a token, and asks for another with the same. */
  private static Operation<?> withUsedToken(Given given) {
    String token = "token-" + given.digits();
    Ami ami = given.image();
    if (given.maybe()) {
      RunInstances.Builder launch = launch(ami.imageId()).clientToken(token);
      given.done(launch.build());
      return launch.instanceType("m7i.xlarge").build();
    }
    CopyImage.Builder copy = copyOf(given, ami.imageId()).clientToken(token);
    given.done(copy.build());
    return copy.name(given.name()).build();
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

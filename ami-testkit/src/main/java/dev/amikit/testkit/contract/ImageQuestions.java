package dev.amikit.testkit.contract;

import static dev.amikit.testkit.contract.Texts.ACCOUNTS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ProductCode;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.ImageQuery;
import dev.amikit.testkit.contract.Question.About;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.KnownAmis;
import dev.amikit.testkit.registry.Draw;
import dev.amikit.testkit.registry.TestRegistry;
import java.time.Duration;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Queries for images, and images to ask them of. */
final class ImageQuestions {
  private static final int IMAGES = 12;
  private static final int CHOICES = 16; // for an image
  private static final int CHOICES_OF_QUERY = 40;

  private static final ImmutableList<Ami> KINDS = ImmutableList.<Ami>builder()
      .addAll(KnownAmis.all())
      .add(Amis.availableAmi(), Amis.pendingAmi(), Amis.failedAmi(), Amis.disabledAmi())
      .add(Amis.deregisteredAmi(), Amis.binnedAmi(), Amis.protectedAmi())
      .build();

  private static final ImmutableList<LaunchPermission> PERMISSIONS = ImmutableList.of(
      LaunchPermission.everyone(),
      LaunchPermission.userId(ACCOUNTS.get(0)),
      LaunchPermission.userId(ACCOUNTS.get(1)),
      LaunchPermission.userId(ACCOUNTS.get(2)),
      LaunchPermission.organization(Texts.ORGANIZATION),
      LaunchPermission.organizationalUnit(Texts.UNIT));

  private static final Texts<Ami> TEXTS = new Texts<>(
      ImmutableMap.<String, Function<Ami, Stream<?>>>builder()
          .put("architecture", ami -> Stream.of(ami.architecture()))
          .put(
              "block-device-mapping.delete-on-termination",
              ebs(ebs -> ebs.deleteOnTermination().stream()))
          .put(
              "block-device-mapping.device-name",
              ami -> ami.blockDeviceMappings().stream().map(BlockDeviceMapping::deviceName))
          .put("block-device-mapping.encrypted", ebs(ebs -> ebs.encrypted().stream()))
          .put("block-device-mapping.snapshot-id", ebs(ebs -> ebs.snapshotId().stream()))
          .put(
              "block-device-mapping.volume-size",
              ebs(ebs -> ebs.volumeSize().stream().boxed()))
          .put("block-device-mapping.volume-type", ebs(ebs -> ebs.volumeType().stream()))
          .put(
              "creation-date",
              ami -> ami.creationDate().stream()
                  .map(new DateTimeFormatterBuilder().appendInstant(3).toFormatter()::format))
          .put("description", ami -> ami.description().stream())
          .put("ena-support", ami -> ami.enaSupport().stream())
          .put("free-tier-eligible", ami -> ami.freeTierEligible().stream())
          .put("hypervisor", ami -> ami.hypervisor().stream())
          .put("image-id", ami -> Stream.of(ami.imageId()))
          .put("image-type", ami -> Stream.of(ami.imageType()))
          .put(
              "image-watermark.source-image-id",
              ami -> ami.imageWatermarks().stream().map(mark -> mark.sourceImageId()))
          .put(
              "image-watermark.watermark-key",
              ami -> ami.imageWatermarks().stream().map(mark -> mark.watermarkKey()))
          .put("is-public", ami -> Stream.of(ami.isPublic()))
          .put("kernel-id", ami -> ami.kernelId().stream())
          .put("manifest-location", ami -> ami.imageLocation().stream())
          .put("name", ami -> ami.name().stream())
          .put("owner-alias", ami -> ami.imageOwnerAlias().stream())
          .put("owner-id", ami -> Stream.of(ami.ownerId()))
          .put("platform", ami -> ami.platform().stream())
          .put("product-code", ami -> ami.productCodes().stream().map(ProductCode::productCodeId))
          .put(
              "product-code.type",
              ami -> ami.productCodes().stream().flatMap(code -> code.productCodeType().stream()))
          .put("ramdisk-id", ami -> ami.ramdiskId().stream())
          .put("root-device-name", ami -> ami.rootDeviceName().stream())
          .put("root-device-type", ami -> ami.rootDeviceType().stream())
          .put("source-image-id", ami -> ami.sourceImageId().stream())
          .put("source-image-region", ami -> ami.sourceImageRegion().stream())
          .put("source-instance-id", ami -> ami.sourceInstanceId().stream())
          .put("sriov-net-support", ami -> ami.sriovNetSupport().stream())
          .put("state", ami -> Stream.of(ami.state()))
          .put("state-reason-code", ami -> ami.stateReason().stream().map(reason -> reason.code()))
          .put(
              "state-reason-message",
              ami -> ami.stateReason().stream().map(reason -> reason.message()))
          .put("virtualization-type", ami -> ami.virtualizationType().stream())
          .buildOrThrow(),
      Ami::tags);

  private ImageQuestions() {}

  private static Function<Ami, Stream<?>> ebs(Function<EbsBlockDevice, Stream<?>> texts) {
    return ami -> ami.blockDeviceMappings().stream()
        .flatMap(mapping -> mapping.ebs().stream())
        .flatMap(texts);
  }

  static Arbitrary<Question<ImageQuery, Ami>> about(About about) {
    return Combinators.combine(
            Draw.listOf(IMAGES, Draw.numbers(CHOICES)), Draw.numbers(CHOICES_OF_QUERY))
        .as((images, numbers) -> question(about, images(images), new Draw(numbers)))
        .withoutEdgeCases();
  }

  private static ImmutableList<Ami> images(List<List<Integer>> choices) {
    ImmutableList.Builder<Ami> images = ImmutableList.builder();
    for (int i = 0; i < choices.size(); i++) {
      images.add(image(new Draw(choices.get(i)), id(i)));
    }
    // A query must have something to ask for.
    return choices.isEmpty() ? ImmutableList.of(Amis.availableAmi()) : images.build();
  }

  private static ImageId id(int number) {
    return ImageId.of("ami-%017x".formatted(1 + number));
  }

  private static Ami image(Draw draw, ImageId id) {
    Ami kind = draw.one(KINDS);
    AccountId owner = draw.one(ACCOUNTS);
    Ami.Builder image = kind.toBuilder().imageId(id).tags(Texts.someTags(draw));
    if (kind.imageOwnerAlias().isEmpty()) {
      image.ownerId(owner);
    }
    if (draw.oneIn(2)) {
      image.description(draw.one(Texts.DESCRIPTIONS));
    }
    if (kind.state() == AmiState.AVAILABLE && kind.recycleBinStay().isEmpty()) {
      if (draw.oneIn(2)) {
        image.launchPermissions(
            ImmutableSet.copyOf(List.of(draw.one(PERMISSIONS), draw.one(PERMISSIONS))));
      }
      if (draw.oneIn(3)) {
        image.deprecationTime(TestRegistry.START.plus(Duration.ofDays(draw.below(20))));
      }
    }
    return image.build();
  }

  private static Question<ImageQuery, Ami> question(
      About about, ImmutableList<Ami> images, Draw draw) {
    boolean isAnything = about == About.ANYTHING;
    ImageQuery.Builder query = ImageQuery.builder();
    if (about == About.FLAGS || isAnything) {
      query.includeDeprecated(draw.oneIn(2)).includeDisabled(draw.oneIn(2));
    }
    if (about == About.FLAGS ? draw.oneIn(3) : isAnything && draw.oneIn(8)) {
      query.imageIds(ImmutableSet.copyOf(
          List.of(draw.one(images).imageId(), draw.one(images).imageId())));
    }
    if (about == About.OWNERS || isAnything && draw.oneIn(3)) {
      ImmutableList<String> words =
          ImmutableList.of("self", "amazon", "aws-marketplace", "aws-backup-vault");
      query.owners(Texts.users(draw, words).toArray(String[]::new));
    }
    if (about == About.SHARING ? !draw.oneIn(4) : isAnything && draw.oneIn(4)) {
      query.executableUsers(
          Texts.users(draw, ImmutableList.of("self", "all")).toArray(String[]::new));
    }
    ImmutableList<Filter> filters = TEXTS.filters(draw, about, images);
    if (filters.stream().anyMatch(filter -> filter.name().equals("state"))) {
      query.includeDisabled(true); // EC2 asks for it with such a filter
    }
    return new Question<>(query.filters(filters).build(), images, Texts.viewer(draw));
  }
}

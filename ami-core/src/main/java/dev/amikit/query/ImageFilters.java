package dev.amikit.query;

import static dev.amikit.filter.match.FilterAttributes.always;
import static dev.amikit.filter.match.FilterAttributes.boxed;
import static dev.amikit.filter.match.FilterAttributes.each;
import static dev.amikit.filter.match.FilterAttributes.optional;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.filter.Filter;
import dev.amikit.filter.match.FilterAttribute;
import dev.amikit.filter.match.FilterAttributes;
import dev.amikit.filter.match.FilterRules;
import dev.amikit.filter.match.Timestamps;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.OwnerAlias;
import dev.amikit.id.ProductCode;
import dev.amikit.id.ProductCodeType;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.Architecture;
import dev.amikit.image.DeviceType;
import dev.amikit.image.Hypervisor;
import dev.amikit.image.ImageType;
import dev.amikit.image.ImageWatermark;
import dev.amikit.image.Platform;
import dev.amikit.image.SriovNetSupport;
import dev.amikit.image.StateReason;
import dev.amikit.image.VirtualizationType;
import dev.amikit.tag.Tags;
import dev.amikit.visibility.Viewer;
import java.util.Optional;
import java.util.function.Function;

/**
 * The 43 filters of DescribeImages, made from typed values. Each is the same as the one that
 * {@link Filter#of} makes from EC2's name and the texts of the values; texts may have wild cards.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html">DescribeImages,
 *     Filters</a>
 */
public final class ImageFilters {
  static final String STATE = "state";

  private static final String TAG_KEY = "tag-key";
  private static final String IMAGE_ALLOWED = "image-allowed";
  private static final String PUBLIC_SSM_PARAMETER_NAME = "public-ssm-parameter-name";
  /** What filters look at, as far as it does not depend on who asks. */
  private static final ImmutableMap<String, FilterAttribute<Ami>> ATTRIBUTES =
      ImmutableMap.<String, FilterAttribute<Ami>>builder()
          .put("architecture", always(Ami::architecture))
          .put(
              "block-device-mapping.delete-on-termination",
              ebs(EbsBlockDevice::deleteOnTermination))
          .put(
              "block-device-mapping.device-name",
              each(Ami::blockDeviceMappings, mapping -> Optional.of(mapping.deviceName())))
          .put("block-device-mapping.encrypted", ebs(EbsBlockDevice::encrypted))
          .put("block-device-mapping.snapshot-id", ebs(EbsBlockDevice::snapshotId))
          .put("block-device-mapping.volume-size", ebs(ebs -> boxed(ebs.volumeSize())))
          .put("block-device-mapping.volume-type", ebs(EbsBlockDevice::volumeType))
          .put("creation-date", optional(ami -> ami.creationDate().map(Timestamps::milliseconds)))
          .put("description", optional(Ami::description))
          .put("ena-support", optional(Ami::enaSupport))
          .put("free-tier-eligible", optional(Ami::freeTierEligible))
          .put("hypervisor", optional(Ami::hypervisor))
          .put("image-id", always(Ami::imageId))
          .put("image-type", always(Ami::imageType))
          .put(
              "image-watermark.source-image-creation-time",
              watermark(mark -> Timestamps.microseconds(mark.sourceImageCreationTime())))
          .put("image-watermark.source-image-id", watermark(ImageWatermark::sourceImageId))
          .put("image-watermark.source-image-region", watermark(ImageWatermark::sourceImageRegion))
          .put(
              "image-watermark.watermark-creation-time",
              watermark(mark -> Timestamps.microseconds(mark.watermarkCreationTime())))
          .put("image-watermark.watermark-key", watermark(ImageWatermark::watermarkKey))
          .put("is-public", always(Ami::isPublic))
          .put("kernel-id", optional(Ami::kernelId))
          .put("manifest-location", optional(Ami::imageLocation))
          .put("name", optional(Ami::name))
          .put("owner-alias", optional(Ami::imageOwnerAlias))
          .put("owner-id", always(Ami::ownerId))
          .put("platform", optional(Ami::platform))
          .put("product-code", each(Ami::productCodes, code -> Optional.of(code.productCodeId())))
          .put("product-code.type", each(Ami::productCodes, ProductCode::productCodeType))
          .put("ramdisk-id", optional(Ami::ramdiskId))
          .put("root-device-name", optional(Ami::rootDeviceName))
          .put("root-device-type", optional(Ami::rootDeviceType))
          .put("source-image-id", optional(Ami::sourceImageId))
          .put("source-image-region", optional(Ami::sourceImageRegion))
          .put("source-instance-id", optional(Ami::sourceInstanceId))
          .put(STATE, optional(ImageFilters::findableState))
          .put("state-reason-code", optional(ami -> ami.stateReason().map(StateReason::code)))
          .put("state-reason-message", optional(ami -> ami.stateReason().map(StateReason::message)))
          .put("sriov-net-support", optional(Ami::sriovNetSupport))
          .put("virtualization-type", optional(Ami::virtualizationType))
          .buildOrThrow();

  private static final ImmutableSet<String> NAMES = Sets.union(
          ATTRIBUTES.keySet(),
          ImmutableSet.of(Filter.TAG, TAG_KEY, IMAGE_ALLOWED, PUBLIC_SSM_PARAMETER_NAME))
      .immutableCopy();

  private ImageFilters() {}

  /** {@return the names of all filters, with {@code tag:} for those that go on with a key} */
  public static ImmutableSet<String> names() {
    return NAMES;
  }

  /**
   * Tells whether a filter of this name exists.
   *
   * @param name the name, case-sensitive
   * @return whether it does; {@code tag:} needs a key
   */
  public static boolean isName(String name) {
    requireNonNull(name, "name");
    return FilterRules.isName(name, NAMES);
  }

  /**
   * Returns what a filter looks at, where that is written on the image and the same for everybody.
   *
   * @param name the name of the filter
   * @return the attribute, such as an index is made from; empty if there is none
   */
  static Optional<FilterAttribute<Ami>> attribute(String name) {
    return Optional.ofNullable(ATTRIBUTES.get(name));
  }

  /** What a filter looks at when a viewer asks; the name is known. */
  static FilterAttribute<Ami> attribute(String name, ImageSource source, Viewer viewer) {
    Function<Ami, Tags> tags = ami -> source.tags(ami, viewer.account());
    return switch (name) {
      case TAG_KEY -> FilterAttributes.tagKeys(tags);
      case IMAGE_ALLOWED -> optional(viewer::imageAllowed);
      case PUBLIC_SSM_PARAMETER_NAME -> each(source::publicSsmParameterNames, Optional::of);
      default ->
        FilterRules.tagKey(name)
            .map(key -> FilterAttributes.tag(tags, key))
            .orElseGet(() -> requireNonNull(ATTRIBUTES.get(name)));
    };
  }

  /**
   * Returns the filter on the processor architecture.
   *
   * @param values the values, any of them
   * @return the filter {@code architecture}
   */
  public static Filter architecture(Architecture... values) {
    return FilterAttributes.filter("architecture", values);
  }

  /**
   * Returns the filter on whether a volume goes with its instance.
   *
   * @param value whether it is so
   * @return the filter {@code block-device-mapping.delete-on-termination}
   */
  public static Filter deleteOnTermination(boolean value) {
    return Filter.of("block-device-mapping.delete-on-termination", String.valueOf(value));
  }

  /**
   * Returns the filter on the name of a device.
   *
   * @param values the patterns, any of them
   * @return the filter {@code block-device-mapping.device-name}
   */
  public static Filter deviceName(String... values) {
    return Filter.of("block-device-mapping.device-name", values);
  }

  /**
   * Returns the filter on whether a volume is encrypted.
   *
   * @param value whether it is so
   * @return the filter {@code block-device-mapping.encrypted}
   */
  public static Filter encrypted(boolean value) {
    return Filter.of("block-device-mapping.encrypted", String.valueOf(value));
  }

  /**
   * Returns the filter on the snapshot of a device.
   *
   * @param values the values, any of them
   * @return the filter {@code block-device-mapping.snapshot-id}
   */
  public static Filter snapshotId(SnapshotId... values) {
    return FilterAttributes.filter("block-device-mapping.snapshot-id", values);
  }

  /**
   * Returns the filter on the size of a volume in GiB.
   *
   * @param value the number
   * @return the filter {@code block-device-mapping.volume-size}
   */
  public static Filter volumeSize(int value) {
    return Filter.of("block-device-mapping.volume-size", String.valueOf(value));
  }

  /**
   * Returns the filter on the type of a volume.
   *
   * @param values the values, any of them
   * @return the filter {@code block-device-mapping.volume-type}
   */
  public static Filter volumeType(VolumeType... values) {
    return FilterAttributes.filter("block-device-mapping.volume-type", values);
  }

  /**
   * Returns the filter on the time of creation, such as {@code 2021-09-29T11:04:43.000Z}.
   *
   * @param values the patterns, any of them
   * @return the filter {@code creation-date}
   */
  public static Filter creationDate(String... values) {
    return Filter.of("creation-date", values);
  }

  /**
   * Returns the filter on the description.
   *
   * @param values the patterns, any of them
   * @return the filter {@code description}
   */
  public static Filter description(String... values) {
    return Filter.of("description", values);
  }

  /**
   * Returns the filter on whether the image has the ENA driver.
   *
   * @param value whether it is so
   * @return the filter {@code ena-support}
   */
  public static Filter enaSupport(boolean value) {
    return Filter.of("ena-support", String.valueOf(value));
  }

  /**
   * Returns the filter on whether the free tier covers the image.
   *
   * @param value whether it is so
   * @return the filter {@code free-tier-eligible}
   */
  public static Filter freeTierEligible(boolean value) {
    return Filter.of("free-tier-eligible", String.valueOf(value));
  }

  /**
   * Returns the filter on the hypervisor.
   *
   * @param values the values, any of them
   * @return the filter {@code hypervisor}
   */
  public static Filter hypervisor(Hypervisor... values) {
    return FilterAttributes.filter("hypervisor", values);
  }

  /**
   * Returns the filter on whether the viewer's Allowed AMIs criteria allow the image.
   *
   * @param value whether it is so
   * @return the filter {@code image-allowed}
   */
  public static Filter imageAllowed(boolean value) {
    return Filter.of(IMAGE_ALLOWED, String.valueOf(value));
  }

  /**
   * Returns the filter on the ID; unlike in {@link ImageQuery#imageIds()}, an unknown one is no
   * error.
   *
   * @param values the patterns, any of them
   * @return the filter {@code image-id}
   */
  public static Filter imageId(String... values) {
    return Filter.of("image-id", values);
  }

  /**
   * Returns the filter on what the image is for.
   *
   * @param values the values, any of them
   * @return the filter {@code image-type}
   */
  public static Filter imageType(ImageType... values) {
    return FilterAttributes.filter("image-type", values);
  }

  /**
   * Returns the filter on the time when the first image of a watermark was made, such as
   * {@code 2024-05-01T10:00:00.000000+00:00}.
   *
   * @param values the patterns, any of them
   * @return the filter {@code image-watermark.source-image-creation-time}
   */
  public static Filter watermarkSourceImageCreationTime(String... values) {
    return Filter.of("image-watermark.source-image-creation-time", values);
  }

  /**
   * Returns the filter on the first image of a watermark.
   *
   * @param values the values, any of them
   * @return the filter {@code image-watermark.source-image-id}
   */
  public static Filter watermarkSourceImageId(ImageId... values) {
    return FilterAttributes.filter("image-watermark.source-image-id", values);
  }

  /**
   * Returns the filter on the Region of the first image of a watermark.
   *
   * @param values the values, any of them
   * @return the filter {@code image-watermark.source-image-region}
   */
  public static Filter watermarkSourceImageRegion(Region... values) {
    return FilterAttributes.filter("image-watermark.source-image-region", values);
  }

  /**
   * Returns the filter on the time when a watermark was attached, such as
   * {@code 2024-05-01T10:00:00.000000+00:00}.
   *
   * @param values the patterns, any of them
   * @return the filter {@code image-watermark.watermark-creation-time}
   */
  public static Filter watermarkCreationTime(String... values) {
    return Filter.of("image-watermark.watermark-creation-time", values);
  }

  /**
   * Returns the filter on the key of a watermark, account and name.
   *
   * @param values the patterns, any of them
   * @return the filter {@code image-watermark.watermark-key}
   */
  public static Filter watermarkKey(String... values) {
    return Filter.of("image-watermark.watermark-key", values);
  }

  /**
   * Returns the filter on whether the image is public.
   *
   * @param value whether it is so
   * @return the filter {@code is-public}
   */
  public static Filter isPublic(boolean value) {
    return Filter.of("is-public", String.valueOf(value));
  }

  /**
   * Returns the filter on the kernel.
   *
   * @param values the values, any of them
   * @return the filter {@code kernel-id}
   */
  public static Filter kernelId(KernelId... values) {
    return FilterAttributes.filter("kernel-id", values);
  }

  /**
   * Returns the filter on the location of the image.
   *
   * @param values the patterns, any of them
   * @return the filter {@code manifest-location}
   */
  public static Filter manifestLocation(String... values) {
    return Filter.of("manifest-location", values);
  }

  /**
   * Returns the filter on the name.
   *
   * @param values the patterns, any of them
   * @return the filter {@code name}
   */
  public static Filter name(String... values) {
    return Filter.of("name", values);
  }

  /**
   * Returns the filter on the name that AWS gives to the owner.
   *
   * @param values the values, any of them
   * @return the filter {@code owner-alias}
   */
  public static Filter ownerAlias(OwnerAlias... values) {
    return FilterAttributes.filter("owner-alias", values);
  }

  /**
   * Returns the filter on the owner.
   *
   * @param values the values, any of them
   * @return the filter {@code owner-id}
   */
  public static Filter ownerId(AccountId... values) {
    return FilterAttributes.filter("owner-id", values);
  }

  /**
   * Returns the filter on the platform; images of others than Windows have none.
   *
   * @param values the values, any of them
   * @return the filter {@code platform}
   */
  public static Filter platform(Platform... values) {
    return FilterAttributes.filter("platform", values);
  }

  /**
   * Returns the filter on the code of a product.
   *
   * @param values the patterns, any of them
   * @return the filter {@code product-code}
   */
  public static Filter productCode(String... values) {
    return Filter.of("product-code", values);
  }

  /**
   * Returns the filter on the type of a product.
   *
   * @param values the values, any of them
   * @return the filter {@code product-code.type}
   */
  public static Filter productCodeType(ProductCodeType... values) {
    return FilterAttributes.filter("product-code.type", values);
  }

  /**
   * Returns the filter on the name of a public parameter that ever stood for the image.
   *
   * @param values the patterns, any of them
   * @return the filter {@code public-ssm-parameter-name}
   */
  public static Filter publicSsmParameterName(String... values) {
    return Filter.of(PUBLIC_SSM_PARAMETER_NAME, values);
  }

  /**
   * Returns the filter on the RAM disk.
   *
   * @param values the values, any of them
   * @return the filter {@code ramdisk-id}
   */
  public static Filter ramdiskId(RamdiskId... values) {
    return FilterAttributes.filter("ramdisk-id", values);
  }

  /**
   * Returns the filter on the name of the root device.
   *
   * @param values the patterns, any of them
   * @return the filter {@code root-device-name}
   */
  public static Filter rootDeviceName(String... values) {
    return Filter.of("root-device-name", values);
  }

  /**
   * Returns the filter on the kind of root device.
   *
   * @param values the values, any of them
   * @return the filter {@code root-device-type}
   */
  public static Filter rootDeviceType(DeviceType... values) {
    return FilterAttributes.filter("root-device-type", values);
  }

  /**
   * Returns the filter on the image that this one was made from.
   *
   * @param values the values, any of them
   * @return the filter {@code source-image-id}
   */
  public static Filter sourceImageId(ImageId... values) {
    return FilterAttributes.filter("source-image-id", values);
  }

  /**
   * Returns the filter on the Region of the image that this one was made from.
   *
   * @param values the values, any of them
   * @return the filter {@code source-image-region}
   */
  public static Filter sourceImageRegion(Region... values) {
    return FilterAttributes.filter("source-image-region", values);
  }

  /**
   * Returns the filter on the instance that the image was made from.
   *
   * @param values the values, any of them
   * @return the filter {@code source-instance-id}
   */
  public static Filter sourceInstanceId(InstanceId... values) {
    return FilterAttributes.filter("source-instance-id", values);
  }

  /**
   * Returns the filter on the state; {@code disabled} only with
   * {@link ImageQuery#includeDisabled()}.
   *
   * @param values the values, any of them
   * @return the filter {@code state}
   */
  public static Filter state(AmiState... values) {
    return FilterAttributes.filter(STATE, values);
  }

  /**
   * Returns the filter on the code of the reason for the state.
   *
   * @param values the patterns, any of them
   * @return the filter {@code state-reason-code}
   */
  public static Filter stateReasonCode(String... values) {
    return Filter.of("state-reason-code", values);
  }

  /**
   * Returns the filter on the message of the reason for the state.
   *
   * @param values the patterns, any of them
   * @return the filter {@code state-reason-message}
   */
  public static Filter stateReasonMessage(String... values) {
    return Filter.of("state-reason-message", values);
  }

  /**
   * Returns the filter on the SR-IOV networking.
   *
   * @param values the values, any of them
   * @return the filter {@code sriov-net-support}
   */
  public static Filter sriovNetSupport(SriovNetSupport... values) {
    return FilterAttributes.filter("sriov-net-support", values);
  }

  /**
   * Returns the filter on a tag that the viewer attached.
   *
   * @param key its key, literally
   * @param values the patterns of its value; empty text for an empty value
   * @return the filter {@code tag:KEY}
   */
  public static Filter tag(String key, String... values) {
    requireNonNull(key, "key");
    return Filter.of(Filter.TAG + key, values);
  }

  /**
   * Returns the filter on the key of a tag, whatever its value.
   *
   * @param values the patterns, any of them
   * @return the filter {@code tag-key}
   */
  public static Filter tagKey(String... values) {
    return Filter.of(TAG_KEY, values);
  }

  /**
   * Returns the filter on the kind of virtualization.
   *
   * @param values the values, any of them
   * @return the filter {@code virtualization-type}
   */
  public static Filter virtualizationType(VirtualizationType... values) {
    return FilterAttributes.filter("virtualization-type", values);
  }

  private static FilterAttribute<Ami> ebs(Function<EbsBlockDevice, ? extends Optional<?>> value) {
    return each(Ami::blockDeviceMappings, mapping -> mapping.ebs().flatMap(value));
  }

  private static FilterAttribute<Ami> watermark(Function<ImageWatermark, ?> value) {
    return each(Ami::imageWatermarks, mark -> Optional.of(value.apply(mark)));
  }

  /** EC2 takes the other words of the list in a filter, and finds nothing by them. */
  private static Optional<AmiState> findableState(Ami ami) {
    return Optional.of(ami.state()).filter(AmiState::isFilterable);
  }
}

package dev.amikit.awssdk;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.filter.Filter;
import dev.amikit.image.Ami;
import dev.amikit.jackson.AmiJson;
import dev.amikit.jackson.ReadResult;
import dev.amikit.jackson.RecordFormat;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.operation.Operation;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tag;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.ec2.model.Ec2Response;
import software.amazon.awssdk.services.ec2.model.Image;

/**
 * Values of the library and the SDK's shapes of the same names, both ways.
 *
 * <p>Nothing gets lost on the way to the SDK. On the way from it, what the SDK says is
 * {@linkplain ReadResult.Read read}, or {@linkplain ReadResult.Refused refused} with every rule
 * that it breaks; members that are set and that the library does not know, such as
 * {@code ScanResults}, are told among the {@linkplain ReadResult#unknownMembers() unknown} ones.
 * Words that the library, or the SDK, does not know are kept. Paths are those of the API reference,
 * such as {@code BlockDeviceMappings[0].Ebs.Iops}; of an image {@code Public} is what the SDK calls
 * {@code publicLaunchPermissions}.
 */
public final class AmiSdk {
  private static final Shape IMAGE = Shape.of(Image::builder);
  private static final Shape SNAPSHOT =
      Shape.of(software.amazon.awssdk.services.ec2.model.Snapshot::builder);
  private static final Shape BLOCK_DEVICE_MAPPING =
      Shape.of(software.amazon.awssdk.services.ec2.model.BlockDeviceMapping::builder);
  private static final Shape LAUNCH_PERMISSION =
      Shape.of(software.amazon.awssdk.services.ec2.model.LaunchPermission::builder);
  private static final Shape CREATE_VOLUME_PERMISSION =
      Shape.of(software.amazon.awssdk.services.ec2.model.CreateVolumePermission::builder);
  private static final Shape TAG = Shape.of(software.amazon.awssdk.services.ec2.model.Tag::builder);
  private static final Shape FILTER =
      Shape.of(software.amazon.awssdk.services.ec2.model.Filter::builder);

  private AmiSdk() {}

  /**
   * Returns an image as DescribeImages tells it: of its launch permissions whether it is public.
   *
   * @param image the image
   * @return the SDK's
   */
  public static Image toSdk(Ami image) {
    return (Image) to(IMAGE, AmiJson.image(), requireNonNull(image, "image"));
  }

  /**
   * Reads an image.
   *
   * @param image the SDK's
   * @return what became of it
   */
  public static ReadResult<Ami> fromSdk(Image image) {
    return from(IMAGE, AmiJson.image(), requireNonNull(image, "image"));
  }

  /**
   * Returns a snapshot as DescribeSnapshots tells it.
   *
   * @param snapshot the snapshot
   * @return the SDK's
   */
  public static software.amazon.awssdk.services.ec2.model.Snapshot toSdk(Snapshot snapshot) {
    return (software.amazon.awssdk.services.ec2.model.Snapshot)
        to(SNAPSHOT, AmiJson.snapshot(), requireNonNull(snapshot, "snapshot"));
  }

  /**
   * Reads a snapshot.
   *
   * @param snapshot the SDK's
   * @return what became of it
   */
  public static ReadResult<Snapshot> fromSdk(
      software.amazon.awssdk.services.ec2.model.Snapshot snapshot) {
    return from(SNAPSHOT, AmiJson.snapshot(), requireNonNull(snapshot, "snapshot"));
  }

  /**
   * Returns a block device mapping.
   *
   * @param mapping the mapping
   * @return the SDK's
   */
  public static software.amazon.awssdk.services.ec2.model.BlockDeviceMapping toSdk(
      BlockDeviceMapping mapping) {
    return (software.amazon.awssdk.services.ec2.model.BlockDeviceMapping)
        to(BLOCK_DEVICE_MAPPING, AmiJson.blockDeviceMapping(), requireNonNull(mapping, "mapping"));
  }

  /**
   * Reads a block device mapping.
   *
   * @param mapping the SDK's
   * @return what became of it
   */
  public static ReadResult<BlockDeviceMapping> fromSdk(
      software.amazon.awssdk.services.ec2.model.BlockDeviceMapping mapping) {
    return from(
        BLOCK_DEVICE_MAPPING, AmiJson.blockDeviceMapping(), requireNonNull(mapping, "mapping"));
  }

  /**
   * Returns a launch permission.
   *
   * @param permission the permission
   * @return the SDK's
   */
  public static software.amazon.awssdk.services.ec2.model.LaunchPermission toSdk(
      LaunchPermission permission) {
    return (software.amazon.awssdk.services.ec2.model.LaunchPermission)
        to(LAUNCH_PERMISSION, AmiJson.launchPermission(), requireNonNull(permission, "permission"));
  }

  /**
   * Reads a launch permission.
   *
   * @param permission the SDK's, which names one grantee
   * @return what became of it
   */
  public static ReadResult<LaunchPermission> fromSdk(
      software.amazon.awssdk.services.ec2.model.LaunchPermission permission) {
    return from(
        LAUNCH_PERMISSION, AmiJson.launchPermission(), requireNonNull(permission, "permission"));
  }

  /**
   * Returns a permission on a snapshot.
   *
   * @param permission the permission
   * @return the SDK's
   */
  public static software.amazon.awssdk.services.ec2.model.CreateVolumePermission toSdk(
      CreateVolumePermission permission) {
    return (software.amazon.awssdk.services.ec2.model.CreateVolumePermission) to(
        CREATE_VOLUME_PERMISSION,
        AmiJson.createVolumePermission(),
        requireNonNull(permission, "permission"));
  }

  /**
   * Reads a permission on a snapshot.
   *
   * @param permission the SDK's, which names one grantee
   * @return what became of it
   */
  public static ReadResult<CreateVolumePermission> fromSdk(
      software.amazon.awssdk.services.ec2.model.CreateVolumePermission permission) {
    return from(
        CREATE_VOLUME_PERMISSION,
        AmiJson.createVolumePermission(),
        requireNonNull(permission, "permission"));
  }

  /**
   * Returns a tag.
   *
   * @param tag the tag
   * @return the SDK's
   */
  public static software.amazon.awssdk.services.ec2.model.Tag toSdk(Tag tag) {
    return (software.amazon.awssdk.services.ec2.model.Tag)
        to(TAG, AmiJson.tag(), requireNonNull(tag, "tag"));
  }

  /**
   * Reads a tag.
   *
   * @param tag the SDK's
   * @return what became of it
   */
  public static ReadResult<Tag> fromSdk(software.amazon.awssdk.services.ec2.model.Tag tag) {
    return from(TAG, AmiJson.tag(), requireNonNull(tag, "tag"));
  }

  /**
   * Returns a filter.
   *
   * @param filter the filter
   * @return the SDK's
   */
  public static software.amazon.awssdk.services.ec2.model.Filter toSdk(Filter filter) {
    return (software.amazon.awssdk.services.ec2.model.Filter)
        to(FILTER, AmiJson.filter(), requireNonNull(filter, "filter"));
  }

  /**
   * Reads a filter.
   *
   * @param filter the SDK's
   * @return what became of it
   */
  public static ReadResult<Filter> fromSdk(
      software.amazon.awssdk.services.ec2.model.Filter filter) {
    return from(FILTER, AmiJson.filter(), requireNonNull(filter, "filter"));
  }

  /**
   * Returns a request.
   *
   * @param request the request
   * @return the SDK's, such as a {@code DescribeImagesRequest}
   * @throws IllegalArgumentException if the operation is none of EC2's
   */
  public static Ec2Request toSdk(Operation<?> request) {
    requireNonNull(request, "request");
    return (Ec2Request) action(request).request().pojo(AmiJson.requests().tree(request));
  }

  /**
   * Returns an answer.
   *
   * @param <R> what the operation answers with
   * @param request the request, which tells what the answer is of and some of its members
   * @param answer the answer
   * @return the SDK's, such as a {@code DescribeImagesResponse}
   * @throws IllegalArgumentException if the operation is none of EC2's
   */
  public static <R> Ec2Response toSdk(Operation<R> request, R answer) {
    requireNonNull(request, "request");
    requireNonNull(answer, "answer");
    return (Ec2Response) action(request).response().pojo(AmiJson.answers().tree(request, answer));
  }

  /**
   * Reads a request, {@code DryRun} aside.
   *
   * @param request the SDK's, such as a {@code DescribeImagesRequest}
   * @return what became of it
   * @throws IllegalArgumentException if the operation is none of {@link QueryProtocol#actions()}
   */
  public static ReadResult<? extends Operation<?>> fromSdk(Ec2Request request) {
    requireNonNull(request, "request");
    String name = request.getClass().getSimpleName();
    Actions.Action action = Actions.get(name.substring(0, name.length() - "Request".length()));
    ObjectNode tree = action.request().tree(request);
    tree.remove("DryRun");
    try {
      return AmiJson.requests().read(action.name(), Spelling.normal(action.name(), tree));
    } catch (RuleViolationException refused) {
      return new ReadResult.Refused<>(refused.violations(), ImmutableList.of(), tree);
    }
  }

  private static Actions.Action action(Operation<?> request) {
    return Actions.get(AmiJson.requests().operation(request));
  }

  private static <T> SdkPojo to(Shape shape, RecordFormat<T> format, T value) {
    return shape.pojo(format.tree(value));
  }

  private static <T> ReadResult<T> from(Shape shape, RecordFormat<T> format, SdkPojo pojo) {
    return format.read(shape.tree(pojo));
  }
}

package dev.amikit.testkit.arbitrary;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.FastLaunchId;
import dev.amikit.id.HexId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageParameter;
import dev.amikit.id.ImageReference;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.ProductCode;
import dev.amikit.id.ProductCodeType;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.ResourceId;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.TaskSubject;
import dev.amikit.id.UserId;
import dev.amikit.id.VolumeId;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Identifiers: with 17 digits, and with the 8 of old resources. */
public final class IdArbitraries {
  private static final int DIGITS = 17;
  private static final int OLD_DIGITS = 8;
  private static final long OLD_MASK = 0xffff_ffffL;
  private static final long LAST_ACCOUNT = 999_999_999_999L;
  private static final long EXAMPLE_ACCOUNT = 111_122_223_333L;
  private static final int BASE_36 = 36;

  private IdArbitraries() {}

  /** {@return IDs of images, snapshots, instances, volumes and image usage reports} */
  public static Arbitrary<ResourceId> resourceIds() {
    return Arbitraries.oneOf(
        imageIds(), snapshotIds(), instanceIds(), volumeIds(), imageUsageReportIds());
  }

  /** {@return IDs that are a prefix and hexadecimal digits: of resources, kernels and RAM disks} */
  public static Arbitrary<HexId<?>> hexIds() {
    return Arbitraries.oneOf(
        imageIds(),
        snapshotIds(),
        instanceIds(),
        volumeIds(),
        imageUsageReportIds(),
        kernelIds(),
        ramdiskIds());
  }

  /** {@return what tasks work on: resources, objects in S3, and fast launch of images} */
  public static Arbitrary<TaskSubject> taskSubjects() {
    return Arbitraries.oneOf(resourceIds(), s3ObjectIds(), fastLaunchIds());
  }

  /** {@return whose fast launch of which image is meant} */
  public static Arbitrary<FastLaunchId> fastLaunchIds() {
    return Combinators.combine(accountIds(), machineImageIds()).as(FastLaunchId::new);
  }

  /** {@return objects in S3, as which images are stored, at the top of a bucket or on a path} */
  public static Arbitrary<S3ObjectId> s3ObjectIds() {
    return Combinators.combine(
            Arbitraries.of("amzn-s3-demo-bucket", "my.images", "a1z"),
            Arbitraries.of("", "/golden", "/golden/2026"),
            machineImageIds())
        .as((bucket, path, image) -> S3ObjectId.ofImage(bucket + path, image));
  }

  /** {@return accounts as queries name them: mostly an ID, else a word such as {@code self}} */
  public static Arbitrary<UserId> userIds() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, accountIds().map(UserId::of)),
        Tuple.of(
            1,
            Arbitraries.of(
                UserId.SELF,
                UserId.ALL,
                UserId.NONE,
                UserId.AMAZON,
                UserId.AWS_MARKETPLACE,
                UserId.AWS_BACKUP_VAULT)));
  }

  /** {@return places in organizations, below the root or in one or two units} */
  public static Arbitrary<OrganizationPath> organizationPaths() {
    return Combinators.combine(
            organizationArns(), organizationalUnitArns().set().ofMaxSize(2))
        .as((organization, units) ->
            new OrganizationPath(organization, ImmutableSet.copyOf(units)));
  }

  /** {@return IDs of images of every type: {@code ami-}, {@code aki-}, {@code ari-}} */
  public static Arbitrary<ImageId> imageIds() {
    return Combinators.combine(Arbitraries.of("ami-", "ami-", "aki-", "ari-"), digits())
        .as((prefix, digits) -> ImageId.of(prefix + digits));
  }

  /** {@return parameters that hold the ID of an image, in the newest or in a named version} */
  public static Arbitrary<ImageParameter> imageParameters() {
    return Combinators.combine(
            Arbitraries.of("golden", "/golden/web", "/aws/service/x86_64/al-2023.1"),
            Arbitraries.of("1", "42", "latest").optional())
        .as(ImageParameter::new);
  }

  /** {@return images as launches name them: mostly by ID} */
  public static Arbitrary<ImageReference> imageReferences() {
    return Arbitraries.frequencyOf(Tuple.of(3, imageIds()), Tuple.of(1, imageParameters()));
  }

  /** {@return IDs of machine images, {@code ami-}} */
  public static Arbitrary<ImageId> machineImageIds() {
    return digits().map(digits -> ImageId.of("ami-" + digits));
  }

  /** {@return IDs of kernels} */
  public static Arbitrary<KernelId> kernelIds() {
    return digits().map(digits -> KernelId.of("aki-" + digits));
  }

  /** {@return IDs of RAM disks} */
  public static Arbitrary<RamdiskId> ramdiskIds() {
    return digits().map(digits -> RamdiskId.of("ari-" + digits));
  }

  /** {@return IDs of instances} */
  public static Arbitrary<InstanceId> instanceIds() {
    return digits().map(digits -> InstanceId.of("i-" + digits));
  }

  /** {@return IDs of snapshots} */
  public static Arbitrary<SnapshotId> snapshotIds() {
    return digits().map(digits -> SnapshotId.of("snap-" + digits));
  }

  /** {@return IDs of reports on the usage of images} */
  public static Arbitrary<ImageUsageReportId> imageUsageReportIds() {
    return digits().map(digits -> ImageUsageReportId.of("amiur-" + digits));
  }

  /** {@return IDs of volumes, and the stand-ins that copied snapshots show} */
  public static Arbitrary<VolumeId> volumeIds() {
    return Combinators.combine(digits(), Arbitraries.of("", "", "", "ffff", "ffffffff"))
        .as((digits, standIn) -> VolumeId.of("vol-" + (standIn.isEmpty() ? digits : standIn)));
  }

  /** {@return the IDs of accounts} */
  public static Arbitrary<AccountId> accountIds() {
    return Arbitraries.longs()
        .between(0, LAST_ACCOUNT)
        .withDistribution(RandomDistribution.uniform())
        .shrinkTowards(EXAMPLE_ACCOUNT)
        .map(n -> AccountId.of(Strings.padStart(Long.toString(n), 12, '0')));
  }

  /** {@return Regions of several partitions, and one that is still to come} */
  public static Arbitrary<Region> regions() {
    return Arbitraries.of(
            "us-east-1",
            "us-west-2",
            "eu-central-1",
            "ap-southeast-3",
            "sa-east-1",
            "me-central-1",
            "cn-north-1",
            "us-gov-west-1",
            "us-iso-east-1",
            "us-isob-east-1",
            "eu-isoe-west-1",
            "eusc-de-east-1",
            "xx-southwest-12")
        .map(Region::of);
  }

  /** {@return ARNs of images, snapshots and Outposts} */
  public static Arbitrary<Arn> arns() {
    return Arbitraries.oneOf(
        Combinators.combine(regions(), machineImageIds()).as(Arn::of),
        Combinators.combine(regions(), snapshotIds()).as(Arn::of),
        outpostArns());
  }

  /** {@return ARNs of Outposts} */
  public static Arbitrary<Arn> outpostArns() {
    return Combinators.combine(regions(), accountIds(), digits())
        .as((region, account, digits) -> new Arn(
            region.partition(), "outposts", region.code(), account.value(), "outpost/op-" + digits))
        .withoutEdgeCases();
  }

  /** {@return ARNs of organizations} */
  public static Arbitrary<OrganizationArn> organizationArns() {
    return Combinators.combine(accountIds(), lettersAndDigits(10))
        .as((account, id) -> OrganizationArn.of(
            "arn:aws:organizations::%s:organization/o-%s".formatted(account, id)))
        .withoutEdgeCases();
  }

  /** {@return ARNs of organizational units} */
  public static Arbitrary<OrganizationalUnitArn> organizationalUnitArns() {
    return Combinators.combine(
            accountIds(), lettersAndDigits(10), lettersAndDigits(4), lettersAndDigits(8))
        .as((account, organization, root, id) ->
            OrganizationalUnitArn.of("arn:aws:organizations::%s:ou/o-%s/ou-%s-%s"
                .formatted(account, organization, root, id)))
        .withoutEdgeCases();
  }

  /** {@return names of KMS keys in every form} */
  public static Arbitrary<KmsKeyId> kmsKeyIds() {
    return Arbitraries.oneOf(
        kmsKeyArns(),
        keyIds().map(KmsKeyId::of),
        Arbitraries.of("alias/aws/ebs", "alias/golden-images").map(KmsKeyId::of),
        Combinators.combine(regions(), accountIds())
            .as((region, account) -> KmsKeyId.of(kmsArn(region, account, "alias/golden-images"))));
  }

  /** {@return ARNs of KMS keys, the form that EC2 answers with} */
  public static Arbitrary<KmsKeyId> kmsKeyArns() {
    return Combinators.combine(regions(), accountIds(), keyIds())
        .as((region, account, key) -> KmsKeyId.of(kmsArn(region, account, "key/" + key)))
        .withoutEdgeCases();
  }

  /** ARNs of some different KMS keys that one account has in one Region. */
  static Arbitrary<ImmutableList<KmsKeyId>> kmsKeysOfOneAccount(int most) {
    return Combinators.combine(
            regions(), accountIds(), keyIds().list().uniqueElements().ofMaxSize(most))
        .as((region, account, keys) -> keys.stream()
            .map(key -> KmsKeyId.of(kmsArn(region, account, "key/" + key)))
            .collect(ImmutableList.toImmutableList()));
  }

  /** {@return product codes of AWS Marketplace, of DevPay, of kinds to come, and without a kind} */
  public static Arbitrary<ProductCode> productCodes() {
    return Combinators.combine(
            lettersAndDigits(10), WordArbitraries.wordsOf(ProductCodeType.WORDS).optional(0.9))
        .as(ProductCode::new);
  }

  /** Digits that every kind of ID can have: EC2 takes 17 zeros for no image and no snapshot. */
  static Arbitrary<String> digits() {
    return Combinators.combine(
            numbers().filter(number -> number != 0), Arbitraries.of(DIGITS, DIGITS, OLD_DIGITS))
        .as((number, length) -> Strings.padStart(
            Long.toHexString(length == OLD_DIGITS ? number & OLD_MASK : number), length, '0'));
  }

  static Arbitrary<String> lettersAndDigits(int shortest) {
    return Combinators.combine(
            numbers().map(n -> Long.toString(n & Long.MAX_VALUE, BASE_36)),
            Arbitraries.of(shortest, shortest, shortest + 2, 32))
        .as((text, length) -> text.length() > length
            ? text.substring(0, length)
            : Strings.padStart(text, length, '0'));
  }

  private static Arbitrary<String> keyIds() {
    return Combinators.combine(numbers(), numbers(), Arbitraries.of(false, false, true))
        .as((high, low, multiRegion) ->
            multiRegion ? "mrk-%016x%016x".formatted(high, low) : new UUID(high, low).toString());
  }

  private static String kmsArn(Region region, AccountId account, String resource) {
    return new Arn(region.partition(), "kms", region.code(), account.value(), resource).toString();
  }

  private static Arbitrary<Long> numbers() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }
}

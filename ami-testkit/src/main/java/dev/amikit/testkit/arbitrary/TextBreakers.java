package dev.amikit.testkit.arbitrary;

import com.google.common.collect.ImmutableMap;
import dev.amikit.account.BlockPublicAccess;
import dev.amikit.allowed.AllowedImagesSettings;
import dev.amikit.device.BlockDeviceMapping;
import dev.amikit.device.DeviceName;
import dev.amikit.fastlaunch.FastLaunchState;
import dev.amikit.filter.Filter;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageParameter;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.ProductCode;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttribute;
import dev.amikit.image.ImageAttributeName;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.image.WatermarkKey;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.tag.Tag;
import dev.amikit.tag.Tags;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Attempts to break the rules of texts and of small values. */
final class TextBreakers {
  private static final String ACCOUNT = "111122223333";
  private static final String ORGANIZATION = "arn:aws:organizations::111122223333:organization/";
  private static final String OU = "arn:aws:organizations::111122223333:ou/";

  static final ImmutableMap<String, Arbitrary<? extends Supplier<?>>> ALL =
      ImmutableMap.<String, Arbitrary<? extends Supplier<?>>>builder()
          .put("value.required-attribute", incompleteValues())
          .put("word.not-empty", emptyWords())
          .put("image-id.format", attempts(malformed("ami-", "aki-", "ari-", "snap-"), ImageId::of))
          .put(
              "image-parameter.format",
              attempts(
                  texts("", "/golden/web", "resolve:ssm:", "resolve:ssm:/a b", "resolve:ssm:/a:"),
                  ImageParameter::parse))
          .put("kernel-id.format", attempts(malformed("aki-"), KernelId::of))
          .put("ramdisk-id.format", attempts(malformed("ari-"), RamdiskId::of))
          .put("instance-id.format", attempts(malformed("i-"), InstanceId::of))
          .put("snapshot-id.kind", attempts(otherKinds(), SnapshotId::of))
          .put("snapshot-id.format", attempts(malformed("snap-"), SnapshotId::of))
          .put(
              "image-usage-report-id.format", attempts(malformed("amiur-"), ImageUsageReportId::of))
          .put(
              "s3-object.bucket",
              attempts(
                  texts("", "ab", "Upper", "under_score", "-hyphen", "dot."),
                  bucket -> new S3ObjectId(bucket, "key")))
          .put(
              "s3-object.key",
              attempts(
                  texts("", "k".repeat(1_025), "\u00e9".repeat(513)),
                  key -> new S3ObjectId("bucket", key)))
          .put(
              "volume-id.format",
              attempts(
                  texts("", "vol-", "vol-FFFF", "vol-0abcdef12345678901", "ffff"), VolumeId::of))
          .put(
              "account-id.format",
              attempts(
                  texts("", "self", "1111-2222-3333", "11112222333", "1111222233334"),
                  AccountId::of))
          .put(
              "region.format",
              attempts(texts("", "us-east", "US-EAST-1", "us-1", "useast1"), Region::of))
          .put(
              "arn.format",
              attempts(
                  texts("", "image/ami-0abcdef1234567890", "arn:aws:ec2:us-east-1:me:image/x"),
                  Arn::parse))
          .put(
              "kms-key-id.format",
              attempts(
                  texts("", "alias/", "key/1234", "arn:aws:kms:us-east-1::key/12"), KmsKeyId::of))
          .put(
              "organization-arn.format",
              attempts(
                  texts("o-a1b2c3d4e5", ORGANIZATION + "o-short", ORGANIZATION + "o-A1B2C3D4E5"),
                  OrganizationArn::of))
          .put(
              "organizational-unit-arn.format",
              attempts(
                  texts(
                      "ou-ab12-cd34ef56",
                      OU + "o-a1b2c3d4e5/ou-ab12",
                      "arn:aws:organizations::111122223333:root/o-a1b2c3d4e5/r-ab12"),
                  OrganizationalUnitArn::of))
          .put("product-code.not-empty", attempts(texts(""), ProductCode::marketplace))
          .put("tag.key-not-empty", attempts(texts("", "prod"), value -> Tag.of("", value)))
          .put("tag.key-length", attempts(longerThan(128), key -> Tag.of(key, "")))
          .put("tag.value-length", attempts(longerThan(256), value -> Tag.of("Name", value)))
          .put(
              "text.characters",
              attempts(
                  texts("\u0000", "a\uD83D", "\uDE00", "\uFFFF"), text -> Tag.of("Name", text)))
          .put("tags.keys-unique", attempts(TagArbitraries.tags(), tag -> Tags.of(tag, tag)))
          .put("permission.group-is-all", groupsButAll())
          .put("device-name.not-empty", namelessDevices())
          .put("ami-state.known", attempts(texts("", "Available", "archived"), AmiState::of))
          .put(
              "allowed-images-settings.state-known",
              attempts(
                  texts("", "Enabled", "audit_mode", "auditing"), AllowedImagesSettings.State::of))
          .put(
              "block-public-access.known",
              attempts(texts("", "Unblocked", "block_new_sharing"), BlockPublicAccess::of))
          .put(
              "fast-launch-state.known",
              attempts(texts("", "Enabled", "enabled_failed", "disabled"), FastLaunchState::of))
          .put(
              "filter.cli-form",
              attempts(
                  texts(
                      "",
                      "architecture=arm64",
                      "Name=architecture",
                      "Name=a,Name=b,Values=c",
                      "Name=name,Values=golden,",
                      "name=architecture,values=arm64",
                      "Name=name,Values=\"golden"),
                  Filter::parse))
          .put(
              "image-attribute-name.known",
              attempts(
                  texts("", "LaunchPermission", "launch_permission", "DESCRIPTION", "name"),
                  ImageAttributeName::of))
          .put(
              "deregistration-protection.known",
              attempts(
                  texts("", "enabled", "disabled after", "disabled after tomorrow"),
                  DeregistrationProtection::parse))
          .put("recycle-bin-stay.ends-later", backwardStays())
          .put(
              "watermark.name",
              attempts(
                  texts("ab", " golden", "golden ", "gold+silver", "x".repeat(129)),
                  name -> new WatermarkKey(AccountId.of(ACCOUNT), name)))
          .put(
              "watermark.key-format",
              attempts(texts("", "golden", "self:golden", ":golden", ACCOUNT), WatermarkKey::parse))
          .buildOrThrow();

  private TextBreakers() {}

  /** Attempts to make something of each of some values. */
  static <T> Arbitrary<Supplier<?>> attempts(Arbitrary<T> values, Function<T, ?> make) {
    return values.map(value -> () -> make.apply(value));
  }

  private static Arbitrary<String> texts(String... texts) {
    return Arbitraries.of(texts);
  }

  private static Arbitrary<String> malformed(String... prefixes) {
    return Combinators.combine(
            Arbitraries.of(prefixes),
            Arbitraries.of(
                "",
                "0abcdef",
                "0abcdef123456789",
                "0abcdef12345678901",
                "0ABCDEF1234567890",
                "0abcdeg1234567890",
                "0abcdef 234567890",
                "0abcdef-"))
        .as((prefix, digits) -> prefix + digits);
  }

  private static Arbitrary<String> otherKinds() {
    return Combinators.combine(Arbitraries.of("", "ami-", "vol-", "SNAP-"), IdArbitraries.digits())
        .as((prefix, digits) -> prefix + digits);
  }

  private static Arbitrary<String> longerThan(int most) {
    return Arbitraries.strings().alpha().ofMinLength(most + 1).ofMaxLength(most + 9);
  }

  private static Arbitrary<Supplier<?>> incompleteValues() {
    return Arbitraries.of(
        () -> Ami.builder().build(),
        () -> Snapshot.builder().build(),
        () -> ImageAttribute.builder().build());
  }

  private static Arbitrary<Supplier<?>> namelessDevices() {
    return Arbitraries.of(
        () -> DeviceName.of(""), () -> BlockDeviceMapping.builder().noDevice("").build());
  }

  private static Arbitrary<Supplier<?>> emptyWords() {
    return attempts(Arbitraries.of(AmiArbitraryProvider.WORDS.values()), words -> words.get(""));
  }

  private static Arbitrary<Supplier<?>> groupsButAll() {
    Arbitrary<String> groups = texts("", "ALL", "everyone");
    return Arbitraries.oneOf(
        attempts(groups, LaunchPermission::group), attempts(groups, CreateVolumePermission::group));
  }

  private static Arbitrary<Supplier<?>> backwardStays() {
    return Combinators.combine(
            AmiArbitraries.recycleBinStays(), Arbitraries.integers().between(0, 400))
        .as((stay, days) -> () -> new RecycleBinStay(
            stay.enterTime(),
            stay.enterTime().minus(Duration.ofDays(days)),
            stay.suspendedLaunchPermissions()));
  }
}

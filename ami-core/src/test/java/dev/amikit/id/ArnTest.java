package dev.amikit.id;

import static dev.amikit.rule.ErrorCode.INVALID_AMI_ATTRIBUTE_ITEM_VALUE;
import static dev.amikit.rule.ErrorCode.INVALID_PARAMETER_VALUE;
import static dev.amikit.rule.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.rule.Rules;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
  private static final String ORGANIZATION =
      "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5";
  private static final String UNIT =
      "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-cdef5678";
  private static final String KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final String MULTI_REGION_KEY_ID = "mrk-1234abcd12ab34cd56ef1234567890ab";

  @Rules("ID-19")
  @Test
  void arns_of_images_and_snapshots_name_no_account() {
    assertThat(Arn.of(Region.US_EAST_1, ImageId.of("ami-1a2b3c4d")))
        .hasToString("arn:aws:ec2:us-east-1::image/ami-1a2b3c4d");
    assertThat(Arn.of(Region.of("us-gov-west-1"), SnapshotId.of("snap-1a2b3c4d")))
        .hasToString("arn:aws-us-gov:ec2:us-gov-west-1::snapshot/snap-1a2b3c4d");
    assertThat(Arn.of(Region.of("cn-north-1"), ImageId.of("ami-1a2b3c4d")).partition())
        .isEqualTo("aws-cn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:ec2:us-east-1::image/ami-1a2b3c4d",
        "arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0",
        "arn:aws:s3:::amis",
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "arn:aws:ec2:us-east-1:111122223333:a:b:c"
      })
  void an_arn_reads_back_as_it_was_written(String text) {
    assertThat(Arn.parse(text)).hasToString(text).isEqualTo(Arn.parse(text));
  }

  @Test
  void an_arn_tells_its_parts_and_its_resource_may_hold_colons() {
    Arn arn = Arn.parse("arn:aws-cn:rbin:cn-north-1:111122223333:rule:a/b");
    assertThat(arn).isEqualTo(new Arn("aws-cn", "rbin", "cn-north-1", "111122223333", "rule:a/b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arn",
        "arn:aws:ec2:us-east-1:",
        "arn:aws:ec2:us-east-1::",
        "ARN:aws:ec2:us-east-1::image/ami-1a2b3c4d",
        "urn:aws:ec2:us-east-1::image/ami-1a2b3c4d",
        "arn::ec2:us-east-1::image/ami-1a2b3c4d",
        "arn:google:ec2:us-east-1::image/ami-1a2b3c4d",
        "arn:aws::us-east-1::image/ami-1a2b3c4d",
        "arn:aws:ec2:us-east-1:1111:image/ami-1a2b3c4d",
        "arn:aws:ec2:us-east-1:amazon:image/ami-1a2b3c4d"
      })
  void a_malformed_arn_is_refused(String text) {
    assertRefused(() -> Arn.parse(text), "arn.format", "", INVALID_PARAMETER_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:, ec2, us-east-1, ''",
    "aws, e:c2, us-east-1, ''",
    "aws, ec2, us:east-1, ''",
    "aws, ec2, us-east-1, ':'"
  })
  void no_part_but_the_resource_holds_a_colon(
      String partition, String service, String region, String account) {
    assertRefused(
        () -> new Arn(partition, service, region, account, "image/ami-1a2b3c4d"), "arn.format");
  }

  @Property
  void every_arn_reads_back_as_an_equal_value(
      @ForAll @AlphaChars @NotEmpty String service,
      @ForAll @AlphaChars @Chars('-') String region,
      @ForAll @NotEmpty String resource) {
    Arn arn = new Arn("aws", service, region, "111122223333", resource);
    assertThat(Arn.parse(arn.toString())).isEqualTo(arn);
  }

  @Rules("PERM-07")
  @ParameterizedTest
  @ValueSource(
      strings = {
        ORGANIZATION,
        "arn:aws-cn:organizations::111122223333:organization/o-a1b2c3d4e5",
        "arn:aws-us-gov:organizations::011122223333:organization/o-0123456789abcdefghijklmnopqrstuv"
      })
  void an_organization_is_named_by_its_arn(String text) {
    assertThat(OrganizationArn.of(text)).hasToString(text);
    assertThat(OrganizationArn.of(text).organizationId())
        .isEqualTo(text.substring(text.indexOf("o-", text.indexOf('/'))));
  }

  @Rules("PERM-07")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o-a1b2c3d4e5",
        "arn:aws:organizations::111122223333:root/o-a1b2c3d4e5/r-ab12",
        UNIT,
        "arn:aws:organizations::11112222333:organization/o-a1b2c3d4e5",
        "arn:aws:organizations:us-east-1:111122223333:organization/o-a1b2c3d4e5",
        "arn:aws:organizations::111122223333:organization/o-A1B2C3D4E5",
        "arn:aws:organizations::111122223333:organization/a1b2c3d4e5",
        "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5/x",
        "arn:aws:iam::111122223333:organization/o-a1b2c3d4e5"
      })
  void a_bare_id_or_another_resource_is_no_organization(String text) {
    assertRefused(
        () -> OrganizationArn.of(text),
        "organization-arn.format",
        "",
        INVALID_AMI_ATTRIBUTE_ITEM_VALUE);
  }

  @Rules("PERM-07")
  @Property
  void an_organization_id_has_10_to_32_characters(@ForAll @IntRange(max = 40) int length) {
    String text = "arn:aws:organizations::111122223333:organization/o-" + "a".repeat(length);
    if (length >= 10 && length <= 32) {
      assertThat(OrganizationArn.of(text)).hasToString(text);
    } else {
      assertRefused(() -> OrganizationArn.of(text), "organization-arn.format");
    }
  }

  @Rules("PERM-08")
  @Test
  void an_organizational_unit_is_named_by_its_arn() {
    OrganizationalUnitArn arn = OrganizationalUnitArn.of(UNIT);
    assertThat(arn).hasToString(UNIT);
    assertThat(arn.organizationId()).isEqualTo("o-a1b2c3d4e5");
    assertThat(arn.organizationalUnitId()).isEqualTo("ou-ab12-cdef5678");
  }

  @Rules("PERM-08")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ou-ab12-cdef5678",
        ORGANIZATION,
        "arn:aws:organizations::111122223333:root/o-a1b2c3d4e5/r-ab12",
        "arn:aws:organizations::111122223333:ou/ou-ab12-cdef5678",
        "arn:aws:organizations::1111:ou/o-a1b2c3d4e5/ou-ab12-cdef5678",
        "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-AB12-cdef5678",
        "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12cdef5678"
      })
  void a_root_or_a_bare_id_is_no_organizational_unit(String text) {
    assertRefused(
        () -> OrganizationalUnitArn.of(text),
        "organizational-unit-arn.format",
        "",
        INVALID_AMI_ATTRIBUTE_ITEM_VALUE);
  }

  @Rules("PERM-08")
  @Property
  void an_organizational_unit_id_has_4_to_32_and_8_to_32_characters(
      @ForAll @IntRange(max = 34) int root, @ForAll @IntRange(max = 34) int unit) {
    String text = "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-"
        + "a".repeat(root)
        + "-"
        + "b".repeat(unit);
    if (root >= 4 && root <= 32 && unit >= 8 && unit <= 32) {
      assertThat(OrganizationalUnitArn.of(text)).hasToString(text);
    } else {
      assertRefused(() -> OrganizationalUnitArn.of(text), "organizational-unit-arn.format");
    }
  }

  @Rules({"ID-20", "ID-21"})
  @ParameterizedTest
  @CsvSource({
    KEY_ID + ", false, false",
    MULTI_REGION_KEY_ID + ", false, false",
    "alias/aws/ebs, false, true",
    "alias/golden:key/a_b-C9, false, true",
    "arn:aws:kms:us-east-1:111122223333:key/" + KEY_ID + ", true, false",
    "arn:aws-cn:kms:cn-north-1:111122223333:key/" + MULTI_REGION_KEY_ID + ", true, false",
    "arn:aws:kms:us-east-1:111122223333:alias/golden, false, true",
    "arn:aws:kms:us-east-1:111122223333:alias/a:key/b, false, true"
  })
  void a_kms_key_is_named_by_id_alias_key_arn_or_alias_arn(
      String text, boolean isKeyArn, boolean isAlias) {
    KmsKeyId key = KmsKeyId.of(text);
    assertThat(key).hasToString(text);
    assertThat(key.isKeyArn()).isEqualTo(isKeyArn);
    assertThat(key.isAlias()).isEqualTo(isAlias);
  }

  @Rules({"ID-20", "ID-21"})
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "golden",
        "alias/",
        "alias/gold en",
        "alias/gold.en",
        "aliases/golden",
        "mrk-",
        "-1234abcd",
        "arn:aws:kms:us-east-1:111122223333:golden",
        "arn:aws:kms:us-east-1:1111:key/" + KEY_ID,
        "arn:aws:s3:us-east-1:111122223333:key/" + KEY_ID,
        "arn:aws:kms:us-east-1:111122223333:key/"
      })
  void anything_else_names_no_kms_key(String text) {
    assertRefused(() -> KmsKeyId.of(text), "kms-key-id.format", "", INVALID_PARAMETER_VALUE);
  }

  @Rules("ID-20")
  @Test
  void the_key_that_aws_manages_for_ebs_has_its_documented_alias() {
    assertThat(KmsKeyId.AWS_MANAGED_EBS_KEY).hasToString("alias/aws/ebs");
  }

  @Rules("ID-21")
  @Property
  void an_alias_is_letters_digits_and_four_signs(
      @ForAll @StringLength(min = 1, max = 4) String name) {
    String text = "alias/" + name;
    if (name.matches("[A-Za-z0-9:/_-]+")) {
      assertThat(KmsKeyId.of(text)).hasToString(text);
    } else {
      assertRefused(() -> KmsKeyId.of(text), "kms-key-id.format");
    }
  }
}

package dev.amikit.awssdk;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import dev.amikit.device.DeviceName;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.Region;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Architecture;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.Reservation;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Volume;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.SnapshotAttributeName;
import dev.amikit.testkit.ec2.MovableClock;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as they come over the wire, in all their spellings. */
class QueryProtocolTest {
  private static final AccountId OWNER = AccountId.of("111122223333");
  private static final AccountId FRIEND = AccountId.of("444455556666");
  private static final Region HERE = Region.US_EAST_1;
  private static final String NO_IMAGE = "ami-0123456789abcdef0";

  /** These ask for many and give one. */
  private static final Set<String> SHORT_FORMS = Set.of("DescribeImage", "DescribeSnapshot");

  private final InMemoryAmiRegistry registry =
      InMemoryAmiRegistry.create(new MovableClock(Instant.parse("2026-11-01T12:00:00Z")));
  private final Ec2 ec2 = registry.account(OWNER).in(HERE);
  private final QueryProtocol protocol = QueryProtocol.of(registry);

  @Test
  void each_operation_of_Ec2_is_answered() {
    assertThat(Arrays.stream(Ec2.class.getDeclaredMethods())
            .filter(Method::isDefault)
            .map(method -> CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_CAMEL, method.getName()))
            .filter(name -> !SHORT_FORMS.contains(name)))
        .allMatch(QueryProtocol.actions()::contains)
        .containsAll(QueryProtocol.actions());
  }

  @Test
  void an_answer_is_the_document_of_the_operation() {
    ImageId image = image("golden <&>");

    QueryAnswer answer = ask("Action=DescribeImages&Version=2016-11-15&ImageId.1=" + image);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DescribeImagesResponse"
            + " xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>")
        .contains("<imagesSet><item>", "<imageState>available</imageState>")
        .contains("<description>golden &lt;&amp;&gt;</description>", "<isPublic>false</isPublic>")
        .endsWith("</item></imagesSet></DescribeImagesResponse>");
  }

  @Test
  void an_operation_without_an_answer_returns_true() {
    assertThat(
            ask("Action=CreateTags&ResourceId.1=" + image("x") + "&Tag.1.Key=a").body())
        .contains("<return>true</return>");
  }

  @Test
  void an_error_has_code_text_and_request_id() {
    QueryAnswer answer = ask("Action=DescribeImages&ImageId.1=" + NO_IMAGE);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error>"
            + "<Code>InvalidAMIID.NotFound</Code>"
            + "<Message>The image id '[ami-0123456789abcdef0]' does not exist</Message>"
            + "</Error></Errors><RequestID>00000000-0000-0000-0000-000000000001</RequestID>"
            + "</Response>");
    assertThat(answer.headers().get("x-amzn-RequestId"))
        .containsExactly("00000000-0000-0000-0000-000000000001");
  }

  @Rules({
    "COM-14", "ERR-16", "ATTR-04", "ATTR-17", "PERM-37", "MSG-010", "MSG-011", "MSG-013", "MSG-014",
    "MSG-071", "MSG-073", "MSG-079", "MSG-109", "DEC-160"
  })
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      ''                                             | MissingAction         | The request is missing an action or a required parameter.
      Action=DescribeVpcs                            | InvalidAction         | The action DescribeVpcs is not valid for this web service.
      Action=DescribeImages&Foo=1                    | UnknownParameter      | The parameter Foo is not recognized
      Action=DescribeImages&Filter.1.Nam=1           | UnknownParameter      | The parameter Filter.1.Nam is not recognized
      Action=DescribeImages&ImageId.x=1              | UnknownParameter      | The parameter ImageId.x is not recognized
      Action=DescribeImages&ImageId.1.Foo=1          | UnknownParameter      | The parameter ImageId.1.Foo is not recognized
      Action=DescribeImages&Filter=self              | UnknownParameter      | The parameter Filter is not recognized
      Action=DescribeImages&MaxResults=1&MaxResults=2 | InvalidParameterCombination | The parameter MaxResults is specified more than once.
      Action=DescribeImages&ImageId.1=%zz            | MalformedQueryString  | The query string contains a syntax error
      Action=DescribeImages&MaxResults=2             | InvalidParameterValue | Invalid value '2' for maxResults. Expecting a value greater than 5.
      Action=DescribeImages&ImageId.1=ami-1          | InvalidAMIID.Malformed | Invalid id: "ami-1"
      Action=DescribeImages&ImageId.1=golden         | InvalidAMIID.Malformed | Invalid id: "golden" (expecting "ami-...")
      Action=DescribeImages&Owner.1=%00              | InvalidParameterValue | Value (\0) for parameter Owner.1 is invalid. It has a character that EC2 does not take.
      Action=DisableImage                            | MissingParameter      | The request must contain the parameter ImageId
      Action=CreateVolume&Size=1&VolumeType=gp3&MultiAttachEnabled=true | UnsupportedOperation | The parameter MultiAttachEnabled is not supported.
      Action=DeleteVolume&VolumeId=snap-1            | InvalidParameterValue | Value (snap-1) for parameter volume is invalid. Expected: 'vol-...'.
      Action=DescribeVolumes&VolumeId.1=snap-1       | InvalidParameterValue | Value (snap-1) for parameter volumes is invalid. Expected: 'vol-...'.
      Action=DescribeSnapshotAttribute&SnapshotId=snap-0123456789abcdef0 | MissingParameter | The request must contain the parameter Attribute
      Action=CopySnapshot&SourceRegion=us-east-1&SourceSnapshotId=  | InvalidParameterValue | The specified snapshotId is invalid
      Action=CopySnapshot&SourceRegion=us-east-1&SourceSnapshotId=snap-x | InvalidParameterValue | The specified snapshotId is invalid
      Action=ResetSnapshotAttribute&Attribute=createVolumePermission&SnapshotId=snap-x | InvalidSnapshotID.Malformed | The snapshot ID 'snap-x' is malformed
      Action=ModifySnapshotAttribute&SnapshotId=snap-0123456789abcdef0&UserId.1=444455556666 | MissingParameter | Value for parameter attribute is invalid. Parameter may not be null or empty.
      Action=ModifySnapshotAttribute&SnapshotId=snap-0123456789abcdef0&Attribute=createVolumePermission&UserId.1=444455556666 | InvalidParameterCombination | No operation specified for createVolumePermission attribute.
      Action=ModifyImageAttribute&ImageId=ami-0123456789abcdef0&OperationType=add&UserId.1=444455556666 | MissingParameter | The request must contain the parameter LaunchPermission
      Action=ModifyImageAttribute&ImageId=ami-0123456789abcdef0&Attribute=description&OperationType=add | InvalidParameterCombination | The parameter OperationType cannot be used with the attribute description
      Action=ModifyImageAttribute&ImageId=ami-0123456789abcdef0&Attribute=launchPermission&Value=x | InvalidParameterCombination | The parameter Value cannot be used with the attribute launchPermission
      Action=ModifyImageAttribute&ImageId=ami-0123456789abcdef0&Attribute=launchPermission&OperationType=give&UserId.1=444455556666 | InvalidParameterValue | Value (give) for parameter operationType is invalid. Valid values: add, remove.
      Action=ModifyImageAttribute&ImageId=ami-0123456789abcdef0&Attribute=TpmSupport&Value=x | InvalidRequest | The request received was invalid.
      """)
  void what_is_wrong_with_a_request_is_told_in_EC2s_words(String form, String code, String text) {
    assertError(ask(form), code, text.replace("\\0", "\0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "1.5", "99999999999", "true"})
  void a_figure_is_a_whole_number_that_fits(String figure) {
    assertThat(ask("Action=DescribeTags&MaxResults=" + figure).body())
        .contains("<Code>InvalidParameterValue</Code>", "for parameter maxResults is invalid.");
  }

  @Test
  void indexes_of_lists_may_have_gaps_and_count_by_their_order() {
    ImageId first = image("first");
    ImageId second = image("second");

    ask("Action=CreateTags&ResourceId.7=" + second + "&ResourceId.3=" + first
        + "&Tag.10.Key=b&Tag.10.Value=2&Tag.9.Key=a&Tag.9.Value=1");

    assertThat(ec2.describeImage(first).orElseThrow().tags().toString()).contains("a", "b");
    assertThat(ec2.describeImage(second).orElseThrow().tags().toString()).contains("a", "b");
  }

  @Test
  void a_name_of_a_million_parts_is_no_parameter() {
    assertError(
        ask("Action=DescribeImages&" + ".".repeat(1_000_000) + "=1"),
        "UnknownParameter",
        "The parameter %s... is not recognized".formatted(".".repeat(252)));
  }

  @Rules("DEC-160")
  @Test
  void a_volume_type_may_be_in_capitals_or_empty() {
    ask("Action=CreateVolume&Size=1&VolumeType=GP3&AvailabilityZone=us-east-1a");
    ask("Action=CreateVolume&Size=1&VolumeType=&AvailabilityZone=us-east-1a");

    assertThat(ec2.describeVolumes())
        .extracting(Volume::volumeType)
        .containsExactlyInAnyOrder(VolumeType.GP3, VolumeType.GP2);
  }

  @Rules({"ATTR-03", "PERM-36"})
  @Test
  void launch_permissions_have_a_flat_and_a_structured_form() {
    ImageId image = image("shared");
    String modify = "Action=ModifyImageAttribute&ImageId=" + image;

    ask(modify + "&Attribute=launchPermission&OperationType=add&UserId.1=" + FRIEND);
    assertThat(permissions(image)).containsExactly(LaunchPermission.userId(FRIEND));
    ask(modify + "&Attribute=launchPermission&OperationType=remove&UserId.1=" + FRIEND);
    assertThat(permissions(image)).isEmpty();
    ask(modify + "&LaunchPermission.Add.1.UserId=" + FRIEND);
    assertThat(permissions(image)).containsExactly(LaunchPermission.userId(FRIEND));
    ask(modify + "&LaunchPermission.Remove.1.UserId=" + FRIEND);
    assertThat(permissions(image)).isEmpty();
  }

  @Rules("DEC-160")
  @Test
  void a_permission_that_names_an_account_and_a_group_is_given_to_both() {
    ImageId image = image("shared");
    ec2.disableImageBlockPublicAccess();

    ask("Action=ModifyImageAttribute&ImageId=" + image + "&LaunchPermission.Add.1.UserId=" + FRIEND
        + "&LaunchPermission.Add.1.Group=all");

    assertThat(permissions(image))
        .containsExactlyInAnyOrder(LaunchPermission.userId(FRIEND), LaunchPermission.group("all"));
  }

  @Test
  void permissions_of_snapshots_have_both_forms_too() {
    SnapshotId snapshot = snapshot();
    String modify =
        "Action=ModifySnapshotAttribute&Attribute=createVolumePermission&SnapshotId=" + snapshot;

    ask(modify + "&OperationType=add&UserId.1=" + FRIEND);
    assertThat(
            ec2.describeSnapshotAttribute(snapshot, SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
                .createVolumePermissions())
        .hasValueSatisfying(permissions ->
            assertThat(permissions).containsExactly(CreateVolumePermission.userId(FRIEND)));
    ask(modify + "&CreateVolumePermission.Remove.1.UserId=" + FRIEND);
    assertThat(
            ec2.describeSnapshotAttribute(snapshot, SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
                .createVolumePermissions())
        .hasValueSatisfying(permissions -> assertThat(permissions).isEmpty());
  }

  @Rules("DEC-160")
  @Test
  void a_description_has_a_flat_and_a_structured_form_and_is_not_empty() {
    ImageId image = image("described");
    String modify = "Action=ModifyImageAttribute&ImageId=" + image;

    ask(modify + "&Description.Value=one");
    assertThat(ec2.describeImage(image).orElseThrow().description()).hasValue("one");
    ask(modify + "&Attribute=description&Value=two");
    assertThat(ec2.describeImage(image).orElseThrow().description()).hasValue("two");
    assertError(
        ask(modify + "&Attribute=description&Value="),
        "MissingParameter",
        "The request must contain the parameter description");
  }

  /** fog asks so for snapshots. */
  @Test
  void a_list_of_one_may_be_without_an_index() {
    SnapshotId snapshot = snapshot();

    assertThat(ask("Action=DescribeSnapshots&RestorableBy=self").body())
        .contains(snapshot.toString());
    assertThat(ask("Action=DescribeSnapshots&RestorableBy=self&RestorableBy.2=" + FRIEND)
            .body())
        .contains("<Code>UnknownParameter</Code>");
    assertThat(ask("Action=DescribeSnapshots&Filter=owner-id").body())
        .contains("<Code>UnknownParameter</Code>");
  }

  /** Ansible names them so, and Terraform says of every image that it has no manifest. */
  @Test
  void what_tools_say_beside_what_they_mean_does_no_harm() {
    ImageId image = image("described");
    String modify = "Action=ModifyImageAttribute&ImageId=" + image;

    ask(modify + "&Attribute=Description%20&Description.Value=one");
    assertThat(ec2.describeImage(image).orElseThrow().description()).hasValue("one");
    ask(modify + "&Attribute=LaunchPermission&LaunchPermission.Add.1.UserId=" + FRIEND);
    assertThat(permissions(image)).containsExactly(LaunchPermission.userId(FRIEND));
    assertError(
        ask(modify + "&Attribute=launchPermission&Description.Value=two"),
        "InvalidParameterCombination",
        "Fields for multiple attribute types specified: launchPermission, description");
    assertThat(ask("Action=RegisterImage&Name=new&ImageLocation=&RootDeviceName=%2Fdev%2Fxvda"
                + "&BlockDeviceMapping.1.DeviceName=%2Fdev%2Fxvda"
                + "&BlockDeviceMapping.1.Ebs.SnapshotId=" + snapshot())
            .body())
        .contains("<imageId>ami-");
  }

  @Test
  void an_instance_and_a_volume_are_in_the_zone_that_is_named() {
    ask("Action=RunInstances&MinCount=1&MaxCount=1&Placement.AvailabilityZone=us-east-1c&ImageId="
        + image("launched"));
    ask("Action=CreateVolume&Size=1&AvailabilityZone=us-east-1b");

    assertThat(ec2.describeInstances().get(0).instances().get(0).availabilityZone())
        .hasValue("us-east-1c");
    assertThat(ask("Action=DescribeVolumes&Filter.1.Name=availability-zone"
                + "&Filter.1.Value.1=us-east-1b")
            .body())
        .contains("<size>1</size>", "<availabilityZone>us-east-1b</availabilityZone>");
    assertError(
        ask("Action=CreateVolume&Size=1&AvailabilityZone=eu-west-1a"),
        "InvalidZone.NotFound",
        "The zone 'eu-west-1a' does not exist.");
    assertThat(ask("Action=RunInstances&MinCount=1&MaxCount=1&Placement.Tenancy=host&ImageId="
                + image("other"))
            .body())
        .contains("<Code>UnsupportedOperation</Code>");
  }

  @Test
  void explanations_are_no_more_and_no_longer_than_a_client_takes() {
    QueryAnswer longest =
        ask("Action=RegisterImage&Name=" + "x".repeat(100_000) + "&Description=y");
    assertThat(longest.headers().get("x-amikit-violation"))
        .isNotEmpty()
        .allSatisfy(explanation -> assertThat(explanation).hasSizeLessThanOrEqualTo(1_000));
    String tags = IntStream.range(0, 45)
        .mapToObj(i -> "&Tag.%d.Key=aws:%d&Tag.%d.Value=x".formatted(i, i, i))
        .collect(joining());
    assertThat(ask("Action=CreateTags&ResourceId.1=" + image("tagged") + tags)
            .headers()
            .get("x-amikit-violation"))
        .hasSize(20);
  }

  @Rules({"DRY-01", "DRY-02", "ERR-09", "INV-13", "ACCT-08", "MSG-156", "DEC-160"})
  @Test
  void a_dry_run_changes_nothing_and_says_that_it_would_have_succeeded() {
    ImageId image = image("kept");
    PartitionState before = registry.state();

    QueryAnswer answer = ask("Action=DeregisterImage&DryRun=true&ImageId=" + image);

    assertThat(answer.status()).isEqualTo(412);
    assertError(answer, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
    assertThat(registry.state()).isEqualTo(before);
  }

  @Rules({"DRY-04", "DEC-10"})
  @Test
  void a_dry_run_comes_after_the_question_who_owns_the_image_and_before_its_state() {
    ImageId image = image("disabled");
    ec2.disableImage(image);
    String modify = "Action=ModifyImageAttribute&DryRun=true&Description.Value=x&ImageId=";

    assertError(
        protocol.answer(FRIEND, HERE, modify + image),
        "AuthFailure",
        "Not authorized for image:" + image);
    assertError(
        ask(modify + NO_IMAGE),
        "InvalidAMIID.NotFound",
        "The image id '[%s]' does not exist".formatted(NO_IMAGE));
    assertThat(ask("Action=ModifyImageAttribute&Description.Value=x&ImageId=" + image)
            .body())
        .contains("InvalidAMIID.Unavailable");
    assertThat(ask(modify + image).body()).contains("DryRunOperation");
  }

  @Test
  void instances_are_stopped_together_or_not_at_all() {
    ImageId image = image("launched");
    RunInstances run = RunInstances.builder()
        .imageId(image)
        .instanceType("m7i.large")
        .minCount(2)
        .maxCount(2)
        .build();
    ImmutableList<Instance> instances = ec2.runInstances(run).instances();
    InstanceId one = instances.get(0).instanceId();
    InstanceId two = instances.get(1).instanceId();

    assertError(
        ask("Action=StopInstances&InstanceId.1=" + one + "&InstanceId.2=i-0123456789abcdef0"),
        "InvalidInstanceID.NotFound",
        "The instance ID 'i-0123456789abcdef0' does not exist");
    assertThat(ec2.describeInstances(one).get(0).instances().get(0).state())
        .isEqualTo(InstanceState.RUNNING);
    assertThat(ask("Action=StopInstances&InstanceId.1=" + one + "&InstanceId.2=" + two)
            .body())
        .contains(one.toString(), two.toString());
    assertThat(ec2.describeInstances())
        .flatExtracting(Reservation::instances)
        .allMatch(instance -> instance.state() == InstanceState.STOPPED);
  }

  @Test
  void a_volume_is_detached_from_whatever_instance_has_it() {
    InstanceId instance = ec2.runInstances(RunInstances.builder()
            .imageId(image("launched"))
            .instanceType("m7i.large")
            .build())
        .instances()
        .get(0)
        .instanceId();
    VolumeId volume = ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 1)).volumeId();
    ec2.attachVolume(volume, instance, DeviceName.of("/dev/sdf"));

    assertThat(ask("Action=DetachVolume&VolumeId=" + volume).body()).contains(instance.value());
    assertError(
        ask("Action=DetachVolume&VolumeId=" + volume),
        "IncorrectState",
        "Volume '%s'is in the 'available' state.".formatted(volume));
    assertError(
        ask("Action=DetachVolume&VolumeId=vol-0123456789abcdef0"),
        "InvalidVolume.NotFound",
        "The volume 'vol-0123456789abcdef0' does not exist.");
  }

  @Test
  void of_two_client_tokens_such_as_the_SDK_of_version_1_sends_the_first_counts() {
    String copy = "Action=CopyImage&SourceRegion=us-east-1&Name=copy&SourceImageId="
        + image("copied") + "&ClientToken=";

    String copied = imageIdIn(ask(copy + "a&ClientToken=b"));
    assertThat(imageIdIn(ask(copy + "a"))).isEqualTo(copied);
    assertThat(imageIdIn(ask(copy + "b"))).isNotEqualTo(copied);
  }

  private static String imageIdIn(QueryAnswer answer) {
    assertThat(answer.body()).contains("<imageId>");
    return answer.body().replaceFirst("(?s).*<imageId>(.*)</imageId>.*", "$1");
  }

  @Test
  void a_signature_in_the_query_is_not_looked_at() {
    assertThat(ask("Action=DescribeImages&Owner.1=self&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&AWSAccessKeyId=x&Signature=y&SignatureMethod=z&SignatureVersion=2&Timestamp=t")
            .status())
        .isEqualTo(200);
  }

  private static void assertError(QueryAnswer answer, String code, String text) {
    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    XmlWriter message = new XmlWriter();
    message.element("Message", text);
    assertThat(answer.body())
        .contains("<Code>" + code + "</Code>")
        .contains(message.toString().replaceFirst(".*\n", ""));
  }

  private Set<LaunchPermission> permissions(ImageId image) {
    return registry.state().image(HERE, image).orElseThrow().knownLaunchPermissions();
  }

  private SnapshotId snapshot() {
    return ec2.createSnapshot(
            ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId())
        .snapshotId();
  }

  private ImageId image(String description) {
    return ec2.registerImage(RegisterImage.builder()
        .name("image " + registry.state().in(HERE).images().all().count())
        .description(description)
        .hvm(Architecture.X86_64)
        .ebsRoot("/dev/xvda", snapshot())
        .build());
  }

  private QueryAnswer ask(String form) {
    return protocol.answer(OWNER, HERE, form);
  }
}

package dev.amikit.testkit.ec2;

import static dev.amikit.testkit.assertion.AmiAssertions.assertThatCalling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.page.Page;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.image.CopyImage;
import dev.amikit.registry.image.CreateImage;
import dev.amikit.registry.image.DescribeImages;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.operation.CompletionPolicy;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rules;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.testkit.fixture.Accounts;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the real EC2 does on a bad day. */
@Rules("DEC-164")
class UntidyTest {
  private static final ImageId ID = Amis.availableAmi().imageId();

  private static TestEc2 untidy(
      double throttled, double shortened, double lagging, double failing, Duration pending) {
    TestEc2 aws = TestEc2.of(RegistrySettings.builder()
            .completion(CompletionPolicy.after(Duration.ofHours(1)))
            .build())
        .untidy(new Untidiness(7, throttled, shortened, lagging, failing, pending, Duration.ZERO));
    aws.aws().put(TestEc2.HOME, Amis.availableAmi());
    aws.aws().put(TestEc2.HOME, Snapshots.completedSnapshot());
    return aws;
  }

  @Test
  void calls_are_throttled_and_have_changed_nothing() {
    TestEc2 aws = untidy(0.5, 0, 0, 0, Duration.ZERO);
    Ec2 ec2 = aws.as(Accounts.OWNER);
    int throttled = 0;
    for (int i = 0; i < 100; i++) {
      Object before = aws.state();
      try {
        ec2.enableEbsEncryptionByDefault();
        before = aws.state();
        ec2.disableEbsEncryptionByDefault();
      } catch (RefusedException e) {
        assertThat(e.errorCode()).isEqualTo(ErrorCode.REQUEST_LIMIT_EXCEEDED);
        assertThat(e.refusal().message()).isEqualTo("Request limit exceeded.");
        assertThat(aws.state()).isEqualTo(before);
        throttled++;
      }
    }
    assertThat(throttled).isBetween(50, 95);
    assertThatCalling(() -> untidy(1, 0, 0, 0, Duration.ZERO).as(Accounts.OWNER).disableImage(ID))
        .isRefusedWith(ErrorCode.REQUEST_LIMIT_EXCEEDED);
  }

  @Test
  @Rules({"QRY-22", "DEC-164"})
  void pages_are_short_or_empty_and_nothing_gets_lost() {
    TestEc2 aws = untidy(0, 0.7, 0, 0, Duration.ZERO);
    List<ImageId> all = new ArrayList<>(List.of(ID));
    IntStream.range(0, 23).forEach(i -> {
      Ami ami = Amis.availableAmi().toBuilder()
          .imageId("ami-%017x".formatted(0xabc00 + i))
          .name("image " + i)
          .build();
      aws.aws().put(TestEc2.HOME, ami);
      all.add(ami.imageId());
    });
    Ec2 ec2 = aws.as(Accounts.OWNER);
    DescribeImages query = new DescribeImages(ImageQuery.builder().maxResults(5).build());

    assertThat(ec2.all(query)).extracting(Ami::imageId).containsExactlyInAnyOrderElementsOf(all);

    List<Integer> sizes = new ArrayList<>();
    Page<Ami> page = ec2.call(query);
    sizes.add(page.items().size());
    while (page.nextToken().isPresent()) {
      String token = page.nextToken().get();
      page = ec2.call(query.on(query.page().after(token)));
      sizes.add(page.items().size());
    }
    assertThat(sizes).contains(0).anyMatch(size -> size > 0 && size < 5);
    assertThatCalling(() -> ec2.call(query.on(query.page().after("no token"))))
        .isRefusedWith(ErrorCode.INVALID_NEXT_TOKEN);
  }

  @Test
  void a_token_of_a_short_page_serves_what_it_came_from_only() {
    TestEc2 aws = untidy(0, 1, 0, 0, Duration.ZERO);
    DescribeImages query = new DescribeImages(ImageQuery.builder().maxResults(5).build());
    String token = aws.as(Accounts.OWNER).call(query).nextToken().orElseThrow();
    assertThatCalling(() -> aws.as(Accounts.OTHER).call(query.on(query.page().after(token))))
        .isRefusedWith(ErrorCode.INVALID_NEXT_TOKEN);
  }

  @Test
  void reads_lag_behind_changes() {
    Ec2 ec2 = untidy(0, 0, 0.5, 0, Duration.ZERO).as(Accounts.OWNER);
    ec2.disableImage(ID);
    List<AmiState> told = IntStream.range(0, 50)
        .mapToObj(i -> ec2.describeImage(ID).orElseThrow().state())
        .toList();
    assertThat(told).contains(AmiState.AVAILABLE, AmiState.DISABLED);
  }

  @Test
  void work_fails_by_ec2s_own_doing() {
    TestEc2 aws = untidy(0, 0, 0, 0.5, Duration.ZERO);
    Ec2 ec2 = aws.as(Accounts.OWNER);
    List<ImageId> copies = IntStream.range(0, 20)
        .mapToObj(i -> ec2.copyImage(CopyImage.builder()
            .sourceRegion(TestEc2.HOME)
            .sourceImageId(ID)
            .name("copy " + i)
            .build()))
        .toList();
    aws.completeAll();
    assertThat(copies)
        .extracting(id -> aws.image(TestEc2.HOME, id).state())
        .contains(AmiState.AVAILABLE, AmiState.FAILED);
  }

  @Test
  void the_same_work_may_fail_again() {
    TestEc2 aws = untidy(0, 0, 0, 1, Duration.ZERO);
    Ec2 ec2 = aws.as(Accounts.OWNER);
    for (int i = 0; i < 2; i++) {
      ec2.createStoreImageTask(ID, "amzn-s3-demo-bucket");
      assertThat(ec2.describeStoreImageTasks())
          .extracting(StoreImageTask::state)
          .containsOnly(StoreTaskState.FAILED);
    }
  }

  @Test
  void what_hangs_together_fails_together() {
    TestEc2 aws = untidy(0, 0, 0, 1, Duration.ZERO);
    Ec2 ec2 = aws.as(Accounts.OWNER);
    InstanceId instance = ec2.runInstances(
            RunInstances.builder().imageId(ID).instanceType("m7i.large").build())
        .instances()
        .get(0)
        .instanceId();
    ImageId image =
        ec2.createImage(CreateImage.builder().instanceId(instance).name("of it").build());
    assertThat(aws.image(TestEc2.HOME, image).state()).isEqualTo(AmiState.FAILED);
    assertThat(aws.completeAll()).isEmpty();
  }

  @Test
  void what_is_left_of_pages_is_kept_for_a_thousand_of_them() {
    TestEc2 aws = untidy(0, 1, 0, 0, Duration.ZERO);
    Ec2 ec2 = aws.as(Accounts.OWNER);
    DescribeImages query = new DescribeImages(ImageQuery.builder().maxResults(5).build());
    List<String> tokens = IntStream.range(0, 1_001)
        .mapToObj(i -> ec2.call(query).nextToken().orElseThrow())
        .toList();
    assertThatCalling(() -> ec2.call(query.on(query.page().after(tokens.get(1_000)))))
        .succeeds();
    assertThatCalling(() -> ec2.call(query.on(query.page().after(tokens.get(0)))))
        .isRefusedWith(ErrorCode.INVALID_NEXT_TOKEN);
  }

  @Test
  void instances_stay_pending_for_a_while() {
    TestEc2 aws = untidy(0, 0, 0, 0, Duration.ofSeconds(15));
    Ec2 ec2 = aws.as(Accounts.OWNER);
    InstanceId id = ec2.runInstances(
            RunInstances.builder().imageId(ID).instanceType("m7i.large").build())
        .instances()
        .get(0)
        .instanceId();
    Supplier<InstanceState> state =
        () -> ec2.describeInstances(id).get(0).instances().get(0).state();
    assertThat(state.get()).isEqualTo(InstanceState.PENDING);
    aws.pass(Duration.ofSeconds(15));
    assertThat(state.get()).isEqualTo(InstanceState.RUNNING);
  }

  @Test
  @Rules("SNAP-20")
  void snapshots_of_a_volume_are_a_while_apart() {
    TestEc2 aws = untidy(0, 0, 0, 0, Duration.ofSeconds(15));
    Ec2 ec2 = aws.as(Accounts.OWNER);
    VolumeId volume = ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId();
    ec2.createSnapshot(volume);
    assertThatCalling(() -> ec2.createSnapshot(volume))
        .isRefusedWith(ErrorCode.SNAPSHOT_CREATION_PER_VOLUME_RATE_EXCEEDED);
    aws.pass(Duration.ofSeconds(15));
    assertThatCalling(() -> ec2.createSnapshot(volume)).succeeds();
  }

  @Test
  void the_same_seed_does_the_same() {
    assertThat(history(3)).isEqualTo(history(3));
    assertThat(ImmutableSet.of(history(3), history(4), history(5))).hasSizeGreaterThan(1);
  }

  private static List<String> history(long seed) {
    TestEc2 aws = TestEc2.create().untidy(Untidiness.ofSeed(seed));
    aws.aws().put(TestEc2.HOME, Amis.availableAmi());
    Ec2 ec2 = aws.as(Accounts.OWNER);
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      try {
        ec2.enableImage(ID);
        ec2.disableImage(ID);
        answers.add(ec2.describeImage(ID).orElseThrow().state().toString());
      } catch (RefusedException e) {
        answers.add(e.errorCode().toString());
      }
    }
    return answers;
  }

  @Test
  void the_clock_of_ec2_is_wrong_by_half_a_second_at_most_and_waiting_goes_by_it() {
    List<Duration> ahead = new ArrayList<>();
    for (long seed = 0; seed < 40; seed++) {
      TestEc2 aws = TestEc2.create()
          .untidy(new Untidiness(seed, 0, 0, 0, 0, Duration.ZERO, Duration.ofMillis(500)));
      Ec2 ec2 = aws.as(Accounts.OWNER);
      VolumeId volume =
          ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId();
      ahead.add(Duration.between(aws.now(), ec2.createSnapshot(volume).startTime()));
      aws.aws().put(TestEc2.HOME, Amis.availableAmi());
      ec2.enableImageDeprecation(ID, aws.now().plus(Duration.ofDays(90)));
      aws.passUntilDeprecated(TestEc2.HOME, ID);

      assertThat(aws.image(TestEc2.HOME, ID).deprecationTime().orElseThrow())
          .as("by the clock of EC2")
          .isBeforeOrEqualTo(aws.now().plus(ahead.get(ahead.size() - 1)));
    }
    assertThat(ahead)
        .allMatch(skew -> skew.abs().compareTo(Duration.ofMillis(500)) <= 0)
        .anyMatch(Duration::isNegative)
        .anyMatch(skew -> skew.toMillis() > 100);
    assertThat(Set.copyOf(ahead)).hasSizeGreaterThan(20);
  }

  @Test
  void a_part_is_one() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Untidiness(1, 1.1, 0, 0, 0, Duration.ZERO, Duration.ZERO))
        .withMessage("1.1 is not from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Untidiness(1, 0, 0, 0, 0, Duration.ofSeconds(-1), Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Untidiness(1, 0, 0, 0, 0, Duration.ZERO, Duration.ofSeconds(-1)));
  }

  @Nested
  @Untidy(seed = 9)
  @ExtendWith(TestEc2Extension.class)
  class By_annotation {
    @Test
    void all_tests_of_a_class_are_untidy(Ec2 ec2) {
      assertThat(IntStream.range(0, 100).filter(i -> isThrottled(ec2))).isNotEmpty();
    }
  }

  @Nested
  @ExtendWith(TestEc2Extension.class)
  class By_annotation_of_one {
    @Test
    @Untidy
    void only_that_one_is_untidy(Ec2 ec2) {
      assertThat(IntStream.range(0, 300).filter(i -> isThrottled(ec2))).isNotEmpty();
    }

    @Test
    void and_no_other(Ec2 ec2) {
      assertThat(IntStream.range(0, 300).filter(i -> isThrottled(ec2))).isEmpty();
    }
  }

  private static boolean isThrottled(Ec2 ec2) {
    try {
      ec2.getEbsEncryptionByDefault();
      return false;
    } catch (RefusedException e) {
      return e.errorCode() == ErrorCode.REQUEST_LIMIT_EXCEEDED;
    }
  }
}

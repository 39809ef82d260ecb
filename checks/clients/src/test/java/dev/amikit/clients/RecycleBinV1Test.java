package dev.amikit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.recyclebin.AmazonRecycleBin;
import com.amazonaws.services.recyclebin.AmazonRecycleBinClientBuilder;
import com.amazonaws.services.recyclebin.model.AmazonRecycleBinException;
import com.amazonaws.services.recyclebin.model.ConflictException;
import com.amazonaws.services.recyclebin.model.CreateRuleRequest;
import com.amazonaws.services.recyclebin.model.CreateRuleResult;
import com.amazonaws.services.recyclebin.model.DeleteRuleRequest;
import com.amazonaws.services.recyclebin.model.GetRuleRequest;
import com.amazonaws.services.recyclebin.model.GetRuleResult;
import com.amazonaws.services.recyclebin.model.InternalServerException;
import com.amazonaws.services.recyclebin.model.ListRulesRequest;
import com.amazonaws.services.recyclebin.model.ListRulesResult;
import com.amazonaws.services.recyclebin.model.ListTagsForResourceRequest;
import com.amazonaws.services.recyclebin.model.LockConfiguration;
import com.amazonaws.services.recyclebin.model.LockRuleRequest;
import com.amazonaws.services.recyclebin.model.ResourceNotFoundException;
import com.amazonaws.services.recyclebin.model.ResourceTag;
import com.amazonaws.services.recyclebin.model.ResourceType;
import com.amazonaws.services.recyclebin.model.RetentionPeriod;
import com.amazonaws.services.recyclebin.model.RuleSummary;
import com.amazonaws.services.recyclebin.model.ServiceQuotaExceededException;
import com.amazonaws.services.recyclebin.model.Tag;
import com.amazonaws.services.recyclebin.model.TagResourceRequest;
import com.amazonaws.services.recyclebin.model.UnlockDelay;
import com.amazonaws.services.recyclebin.model.UnlockRuleRequest;
import com.amazonaws.services.recyclebin.model.UnlockRuleResult;
import com.amazonaws.services.recyclebin.model.UntagResourceRequest;
import com.amazonaws.services.recyclebin.model.UpdateRuleRequest;
import com.amazonaws.services.recyclebin.model.ValidationException;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.endpoint.AmiEndpoint;
import dev.amikit.id.ImageId;
import dev.amikit.id.Region;
import dev.amikit.image.Architecture;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.recyclebin.ImageRecycleBinInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of the AWS SDK for Java 1 for the Recycle Bin, over loopback. */
class RecycleBinV1Test {
  private static final String OWNER = "111122223333";

  private volatile Instant now = Instant.parse("2026-11-01T12:00:00Z");
  private volatile boolean isBroken;

  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(
      new Clock() {
        @Override
        public Instant instant() {
          if (isBroken) {
            throw new IllegalStateException("the clock is broken");
          }
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      },
      RegistrySettings.builder()
          .quotas(Quotas.builder().retentionRules(2).build())
          .build());
  private final AmiEndpoint endpoint = AmiEndpoint.start(registry);
  private final AmazonRecycleBin rbin = client(OWNER);

  @AfterEach
  void stop() {
    rbin.shutdown();
    endpoint.close();
  }

  @Test
  void a_rule_is_made_told_changed_and_deleted() {
    CreateRuleResult made = rbin.createRule(new CreateRuleRequest()
        .withResourceType(ResourceType.EC2_IMAGE)
        .withRetentionPeriod(days(7))
        .withDescription("über")
        .withResourceTags(
            new ResourceTag().withResourceTagKey("env").withResourceTagValue("prod"),
            new ResourceTag().withResourceTagKey("any")));
    GetRuleRequest get = new GetRuleRequest().withIdentifier(made.getIdentifier());
    GetRuleResult told = rbin.getRule(get);

    assertThat(made.getRuleArn())
        .isEqualTo("arn:aws:rbin:us-east-1:111122223333:rule/" + made.getIdentifier());
    assertThat(made.getStatus()).isEqualTo("available");
    assertThat(told.getDescription()).isEqualTo("über");
    assertThat(told.getRetentionPeriod()).isEqualTo(days(7));
    assertThat(told.getResourceTags()).isEqualTo(made.getResourceTags()).hasSize(2);
    assertThat(told.getLockState()).isNull();

    rbin.updateRule(
        new UpdateRuleRequest().withIdentifier(made.getIdentifier()).withRetentionPeriod(days(14)));
    assertThat(rbin.getRule(get).getRetentionPeriod()).isEqualTo(days(14));
    assertThat(rbin.getRule(get).getDescription()).isEqualTo("über");

    rbin.deleteRule(new DeleteRuleRequest().withIdentifier(made.getIdentifier()));
    assertThatThrownBy(() -> rbin.getRule(get))
        .isInstanceOfSatisfying(ResourceNotFoundException.class, refused -> {
          assertThat(refused.getReason()).isEqualTo("RULE_NOT_FOUND");
          assertThat(refused.getStatusCode()).isEqualTo(404);
          assertThat(refused.getErrorCode()).isEqualTo("ResourceNotFoundException");
          assertThat(refused.getErrorMessage())
              .isEqualTo("The rule '%s' does not exist".formatted(made.getIdentifier()));
          assertThat(refused.getRequestId()).isNotBlank();
        });
  }

  @Test
  void rules_are_listed_page_by_page() {
    String one = rule();
    String other = rule();
    ListRulesRequest list =
        new ListRulesRequest().withResourceType(ResourceType.EC2_IMAGE).withMaxResults(1);
    ListRulesResult first = rbin.listRules(list);
    ListRulesResult second = rbin.listRules(list.withNextToken(first.getNextToken()));

    assertThat(first.getRules()).hasSize(1);
    assertThat(second.getNextToken()).isNull();
    first.getRules().addAll(second.getRules());
    assertThat(first.getRules())
        .extracting(RuleSummary::getIdentifier)
        .containsExactlyInAnyOrder(one, other);
    assertThatThrownBy(() -> rbin.listRules(list.withNextToken("bm90aGluZw==")))
        .isInstanceOfSatisfying(
            ValidationException.class,
            refused -> assertThat(refused.getReason()).isEqualTo("INVALID_PAGE_TOKEN"));
  }

  @Test
  void a_rule_is_locked_and_unlocked_after_its_delay() {
    String rule = rule();
    LockConfiguration week = new LockConfiguration()
        .withUnlockDelay(new UnlockDelay().withUnlockDelayValue(7).withUnlockDelayUnit("DAYS"));
    UnlockRuleRequest unlock = new UnlockRuleRequest().withIdentifier(rule);

    assertThatThrownBy(() -> rbin.unlockRule(unlock))
        .isInstanceOfSatisfying(ConflictException.class, refused -> {
          assertThat(refused.getReason()).isEqualTo("INVALID_RULE_STATE");
          assertThat(refused.getStatusCode()).isEqualTo(409);
        });
    assertThat(rbin.lockRule(new LockRuleRequest().withIdentifier(rule).withLockConfiguration(week))
            .getLockState())
        .isEqualTo("locked");
    assertThatThrownBy(() -> rbin.deleteRule(new DeleteRuleRequest().withIdentifier(rule)))
        .isInstanceOf(ConflictException.class);
    UnlockRuleResult unlocked = rbin.unlockRule(unlock);
    assertThat(unlocked.getLockState()).isEqualTo("pending_unlock");
    assertThat(unlocked.getLockConfiguration()).isEqualTo(week);
    assertThat(unlocked.getLockEndTime()).isEqualTo(Date.from(now.plus(Duration.ofDays(7))));
    now = now.plus(Duration.ofDays(7));
    rbin.deleteRule(new DeleteRuleRequest().withIdentifier(rule));
    assertThat(rbin.createRule(new CreateRuleRequest()
                .withResourceType(ResourceType.EC2_IMAGE)
                .withRetentionPeriod(days(1))
                .withLockConfiguration(week))
            .getLockState())
        .isEqualTo("locked");
  }

  @Test
  void a_rule_has_no_tags_of_its_own() {
    String arn = rbin.getRule(new GetRuleRequest().withIdentifier(rule())).getRuleArn();

    assertThat(rbin.listTagsForResource(new ListTagsForResourceRequest().withResourceArn(arn))
            .getTags())
        .isEmpty();
    rbin.untagResource(new UntagResourceRequest().withResourceArn(arn).withTagKeys("a", "b c"));
    assertThatThrownBy(() -> rbin.tagResource(new TagResourceRequest()
            .withResourceArn(arn)
            .withTags(new Tag().withKey("env").withValue("prod"))))
        .isInstanceOfSatisfying(
            ValidationException.class,
            refused -> assertThat(refused.getReason()).isEqualTo("INVALID_PARAMETER_VALUE"));
  }

  @Test
  void what_is_no_rule_and_what_is_one_too_many_is_refused() {
    assertThatThrownBy(() -> rbin.createRule(new CreateRuleRequest()
            .withResourceType(ResourceType.EC2_IMAGE)
            .withRetentionPeriod(days(366))))
        .isInstanceOfSatisfying(ValidationException.class, refused -> {
          assertThat(refused.getStatusCode()).isEqualTo(400);
          assertThat(refused.getReason()).isEqualTo("INVALID_PARAMETER_VALUE");
          assertThat(refused.getErrorMessage())
              .endsWith("Member must have value less than or equal to 365");
        });
    rule();
    rule();
    assertThatThrownBy(this::rule)
        .isInstanceOfSatisfying(ServiceQuotaExceededException.class, refused -> {
          assertThat(refused.getStatusCode()).isEqualTo(402);
          assertThat(refused.getReason()).isEqualTo("SERVICE_QUOTA_EXCEEDED");
        });
  }

  @Test
  void a_fault_is_an_error_of_the_server() {
    isBroken = true;

    assertThatThrownBy(this::rule)
        .isInstanceOfSatisfying(
            InternalServerException.class,
            fault -> assertThat(fault.getStatusCode()).isEqualTo(500));
  }

  @Test
  void who_is_nobody_is_refused() {
    AmazonRecycleBin nobody = client("AKIAIOSFODNN7EXAMPLE");

    assertThatThrownBy(() -> nobody.listRules(new ListRulesRequest().withResourceType("EC2_IMAGE")))
        .isInstanceOfSatisfying(
            AmazonRecycleBinException.class,
            refused -> assertThat(refused.getErrorCode()).isEqualTo("UnrecognizedClientException"));
    nobody.shutdown();
  }

  @Test
  void a_rule_keeps_what_EC2_deregisters() {
    rule();
    Ec2 ec2 = registry.account(OWNER).in(Region.US_EAST_1);
    ImageId image = ec2.registerImage(RegisterImage.builder()
        .name("golden")
        .hvm(Architecture.X86_64)
        .ebsRoot(
            "/dev/xvda",
            ec2.createSnapshot(
                    ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId())
                .snapshotId())
        .build());
    ec2.deregisterImage(image);

    assertThat(ec2.listImagesInRecycleBin())
        .extracting(ImageRecycleBinInfo::imageId)
        .containsExactly(image);
  }

  private AmazonRecycleBin client(String accessKey) {
    return AmazonRecycleBinClientBuilder.standard()
        .withEndpointConfiguration(
            new EndpointConfiguration(endpoint.uri().toString(), "us-east-1"))
        .withCredentials(
            new AWSStaticCredentialsProvider(new BasicAWSCredentials(accessKey, "any")))
        .withClientConfiguration(new ClientConfiguration().withMaxErrorRetry(0))
        .build();
  }

  private String rule() {
    return rbin.createRule(new CreateRuleRequest()
            .withResourceType(ResourceType.EC2_IMAGE)
            .withRetentionPeriod(days(1)))
        .getIdentifier();
  }

  private static RetentionPeriod days(int days) {
    return new RetentionPeriod().withRetentionPeriodValue(days).withRetentionPeriodUnit("DAYS");
  }
}

package dev.amikit.registry.recyclebin;

import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EBS_SNAPSHOT;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EC2_IMAGE;
import static dev.amikit.rule.Refusals.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
import dev.amikit.id.SnapshotId;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.TestImages;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.image.DeregisterImage;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.rule.Rules;
import dev.amikit.snapshot.Snapshot;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.snapshot.StorageTier;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Recycle Bin says, to the letter, of what it refuses. */
class RecycleBinMessagesTest {
  private static final ResourceTag PROD = ResourceTag.of("env", "prod");
  private static final String NOT_VALID = "1 validation error detected: Value";

  private final TestRegistry ec2 = new TestRegistry(RegistrySettings.builder()
      .ids(IdSource.counting())
      .quotas(Quotas.builder().retentionRules(3).retentionRulesPerTag(1).build())
      .build());

  @ParameterizedTest
  @CsvSource({"0, greater than or equal to 1", "366, less than or equal to 365"})
  @Rules("BIN-06")
  void a_rule_keeps_for_1_to_365_days(int days, String bound) {
    assertSays(
        () -> keepImages(days),
        "ValidationException",
        NOT_VALID + " '" + days + "' at 'retentionPeriod.retentionPeriodValue' failed to satisfy"
            + " constraint: Member must have value " + bound);
  }

  @ParameterizedTest
  @CsvSource({"6, greater than or equal to 7", "31, less than or equal to 30"})
  @Rules("BIN-28")
  void a_rule_stays_locked_for_7_to_30_days(int days, String bound) {
    RetentionRule rule = keepImages(1);
    assertSays(
        () -> ec2.owner().call(new LockRule(rule.identifier(), days)),
        "ValidationException",
        NOT_VALID + " '" + days + "' at 'lockConfiguration.unlockDelay.unlockDelayValue' failed to"
            + " satisfy constraint: Member must have value " + bound);
  }

  @Test
  @Rules("BIN-30")
  void a_rule_has_an_identifier_and_a_short_description() {
    assertSays(
        () -> ec2.owner().call(new GetRule("abcdefghij-")),
        "ValidationException",
        NOT_VALID + " 'abcdefghij-' at 'identifier' failed to satisfy constraint: Member must"
            + " satisfy regular expression pattern: [0-9a-zA-Z]{11}");
    assertSays(
        () -> ec2.owner().call(new GetRule("abcdefghijk")),
        "ResourceNotFoundException",
        "The rule 'abcdefghijk' does not exist");
    String description = "x".repeat(256);
    assertSays(
        () -> ec2.owner()
            .call(CreateRule.builder()
                .resourceType(EC2_IMAGE)
                .retentionPeriodDays(1)
                .description(description)
                .build()),
        "ValidationException",
        NOT_VALID + " '" + description + "' at 'description' failed to satisfy constraint: Member"
            + " must have length less than or equal to 255");
  }

  @Test
  @Rules({"BIN-05", "BIN-07"})
  void a_rule_names_few_tags_of_one_kind() {
    assertSays(
        () -> create(tags(51), ImmutableSet.of()),
        "ValidationException",
        NOT_VALID + " at 'resourceTags' failed to satisfy constraint: Member must have length less"
            + " than or equal to 50");
    assertSays(
        () -> create(ImmutableSet.of(), tags(6)),
        "ValidationException",
        NOT_VALID + " at 'excludeResourceTags' failed to satisfy constraint: Member must have"
            + " length less than or equal to 5");
    for (Runnable call : new Runnable[] {
      () -> create(tags(1), tags(1)), () -> ec2.owner().call(listing(tags(1), Optional.empty()))
    }) {
      assertSays(
          call::run,
          "ValidationException",
          "The parameter excludeResourceTags cannot be used with the parameter resourceTags");
    }
  }

  @Test
  @Rules("BIN-07")
  void the_quotas_told_are_those_in_force() {
    create(ImmutableSet.of(PROD), ImmutableSet.of());
    assertSays(
        () -> create(ImmutableSet.of(PROD, ResourceTag.of("team")), ImmutableSet.of()),
        "ServiceQuotaExceededException",
        "You have reached your quota of 1 for the number of retention rules with the resource tag"
            + " env=prod.");
    create(ImmutableSet.of(ResourceTag.of("team")), ImmutableSet.of());
    keepImages(1);
    assertSays(
        () -> keepImages(1),
        "ServiceQuotaExceededException",
        "You have reached your quota of 3 for the number of retention rules allowed in this"
            + " Region.");
  }

  @Test
  @Rules("BIN-28")
  void a_rule_with_tags_is_not_locked() {
    RetentionRule tagged = create(ImmutableSet.of(PROD), ImmutableSet.of());
    RetentionRule excluding = create(ImmutableSet.of(), ImmutableSet.of(PROD));
    assertSays(
        () -> ec2.owner().call(new LockRule(tagged.identifier(), 7)),
        "ConflictException",
        "The rule '" + tagged.identifier() + "' cannot be locked because it has resourceTags");
    assertSays(
        () -> ec2.owner().call(new LockRule(excluding.identifier(), 7)),
        "ConflictException",
        "The rule '" + excluding.identifier()
            + "' cannot be locked because it has excludeResourceTags");
  }

  @Test
  @Rules("BIN-29")
  void a_rule_is_not_changed_while_it_is_locked_and_unlocked_only_then() {
    String rule = keepImages(1).identifier();
    assertSays(
        () -> ec2.owner().call(new UnlockRule(rule)),
        "ConflictException",
        "The rule '" + rule + "' is not locked");
    ec2.owner().call(new LockRule(rule, 7));
    assertSays(
        () -> ec2.owner().call(new DeleteRule(rule)),
        "ConflictException",
        "The rule '" + rule + "' is currently locked and may not be used for this operation");
    ec2.owner().call(new UnlockRule(rule));
    assertSays(
        () -> ec2.owner().call(new DeleteRule(rule)),
        "ConflictException",
        "The rule '" + rule
            + "' is currently pending_unlock and may not be used for this operation");
  }

  @Test
  @Rules("BIN-29")
  void rules_are_listed_by_one_of_three_lock_states() {
    assertSays(
        () -> ec2.owner().call(listing(ImmutableSet.of(), Optional.of(RuleLockState.NONE))),
        "ValidationException",
        NOT_VALID + " 'none' at 'lockState' failed to satisfy constraint: Member must satisfy enum"
            + " value set: [locked, pending_unlock, unlocked]");
  }

  @Test
  @Rules("BIN-23")
  void images_are_listed_by_20_ids() {
    ImageId[] ids = IntStream.range(0, 21).mapToObj(TestImages::id).toArray(ImageId[]::new);
    assertSays(
        () -> ec2.owner().listImagesInRecycleBin(ids),
        "InvalidParameterValue",
        "The maximum number of image IDs specified on a single call is 20");
  }

  @Test
  @Rules({"BIN-16", "BIN-17"})
  void an_image_is_restored_with_its_snapshots_only() {
    keepImages(7);
    SnapshotId gone = binned(1, s -> s);
    ec2.owner().deleteSnapshot(gone);
    restoringSays(1, "InvalidSnapshot.NotFound", "The snapshot '" + gone + "' does not exist.");

    SnapshotId failed = binned(2, s -> s.state(SnapshotState.ERROR));
    restoringSays(2, "IncorrectState", "Snapshot '" + failed + "' is not 'completed'.");

    SnapshotId archived = binned(3, s -> s.storageTier(StorageTier.ARCHIVE));
    restoringSays(
        3,
        "IncorrectState",
        "Snapshot '" + archived + "' is archived. Restore the snapshot and try again.");

    ec2.owner().call(CreateRule.ofRegion(EBS_SNAPSHOT, 7));
    SnapshotId deleted = binned(4, s -> s);
    ec2.owner().deleteSnapshot(deleted);
    restoringSays(
        4,
        "IncorrectState",
        "Snapshot '" + deleted + "' is in the Recycle Bin. Restore the snapshot and try again.");
  }

  @Test
  @Rules("BIN-06")
  void a_rule_keeps_images_and_snapshots() {
    assertSays(
        () -> ec2.owner().call(CreateRule.ofRegion(ResourceType.EBS_VOLUME, 7)),
        "ValidationException",
        "1 validation error detected: Value 'EBS_VOLUME' at 'resourceType' failed to satisfy"
            + " constraint: Member must name images or snapshots");
    assertThat(ec2.owner().call(new ListRules(ResourceType.EBS_VOLUME)).items()).isEmpty();
  }

  @Test
  @Rules("BIN-28")
  void a_rule_with_tags_is_not_made_locked() {
    CreateRule.Builder locked =
        CreateRule.builder().resourceType(EC2_IMAGE).retentionPeriodDays(1).unlockDelayDays(7);
    assertSays(
        () -> ec2.owner().call(locked.resourceTags(ImmutableSet.of(PROD)).build()),
        "ValidationException",
        "The parameter lockConfiguration cannot be used with the parameter resourceTags");
    assertSays(
        () -> ec2.owner()
            .call(locked
                .resourceTags(ImmutableSet.of())
                .excludeResourceTags(ImmutableSet.of(PROD))
                .build()),
        "ValidationException",
        "The parameter lockConfiguration cannot be used with the parameter excludeResourceTags");
    assertSays(
        () -> ec2.owner()
            .call(
                locked.excludeResourceTags(ImmutableSet.of()).unlockDelayDays(6).build()),
        "ValidationException",
        NOT_VALID + " '6' at 'lockConfiguration.unlockDelay.unlockDelayValue' failed to"
            + " satisfy constraint: Member must have value greater than or equal to 7");
  }

  @Test
  @Rules("QRY-21")
  void a_token_of_rules_is_one_of_the_same_request() {
    keepImages(1);
    keepImages(2);
    ListRules request = new ListRules(EC2_IMAGE);
    PageRequest one = PageRequest.of(1);
    String token = ec2.owner().call(request.on(one)).nextToken().orElseThrow();

    assertThat(ec2.owner().call(request.on(one.after(token))).items()).hasSize(1);
    assertSays(
        () -> ec2.owner().call(request.on(one.after("no token"))),
        "ValidationException",
        "1 validation error detected: Value 'no token' at 'nextToken' failed to satisfy constraint: Member must satisfy"
            + " regular expression pattern: ^[A-Za-z0-9+/=]{1,2048}$");
    assertSays(
        () -> ec2.owner().call(new ListRules(EBS_SNAPSHOT).on(one.after(token))),
        "ValidationException",
        "The token '%s' is invalid.".formatted(token));
  }

  /** Lets an image go to the Recycle Bin without its snapshot. */
  private SnapshotId binned(int number, UnaryOperator<Snapshot.Builder> change) {
    SnapshotId snapshot = ec2.snapshot(OWNER, change);
    ec2.put(image(number, snapshot).build());
    ec2.owner().deregisterImage(new DeregisterImage(TestImages.id(number), false));
    return snapshot;
  }

  private void restoringSays(int number, String code, String message) {
    assertSays(() -> ec2.owner().restoreImageFromRecycleBin(TestImages.id(number)), code, message);
  }

  private RetentionRule keepImages(int days) {
    return ec2.owner().call(CreateRule.ofRegion(EC2_IMAGE, days));
  }

  private RetentionRule create(
      ImmutableSet<ResourceTag> resourceTags, ImmutableSet<ResourceTag> excludeResourceTags) {
    return ec2.owner()
        .call(CreateRule.builder()
            .resourceType(EC2_IMAGE)
            .retentionPeriodDays(1)
            .resourceTags(resourceTags)
            .excludeResourceTags(excludeResourceTags)
            .build());
  }

  private static ListRules listing(
      ImmutableSet<ResourceTag> tags, Optional<RuleLockState> lockState) {
    return new ListRules(EC2_IMAGE, tags, tags, lockState, PageRequest.first());
  }

  private static ImmutableSet<ResourceTag> tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ResourceTag.of("key" + i))
        .collect(ImmutableSet.toImmutableSet());
  }
}

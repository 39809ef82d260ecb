package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.lifecycle.AmiStage.IN_RECYCLE_BIN;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EBS_SNAPSHOT;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EBS_VOLUME;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EC2_IMAGE;
import static dev.amikit.testkit.arbitrary.breaker.Given.requests;
import static dev.amikit.testkit.arbitrary.breaker.Given.several;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.lifecycle.snapshot.SnapshotArchived;
import dev.amikit.lifecycle.snapshot.SnapshotDeleted;
import dev.amikit.lifecycle.snapshot.SnapshotMovedToRecycleBin;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.DeleteRule;
import dev.amikit.registry.recyclebin.GetRule;
import dev.amikit.registry.recyclebin.ListImagesInRecycleBin;
import dev.amikit.registry.recyclebin.ListRules;
import dev.amikit.registry.recyclebin.LockRule;
import dev.amikit.registry.recyclebin.RestoreImageFromRecycleBin;
import dev.amikit.registry.recyclebin.UnlockRule;
import dev.amikit.registry.recyclebin.UpdateRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.snapshot.SnapshotState;
import dev.amikit.testkit.arbitrary.registry.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** Requests that break the rules of the Recycle Bin. */
final class RecycleBinRequestBreakers {
  private static final int LONGEST_RETENTION = 365;
  private static final int LONGEST_DESCRIPTION = 255;
  private static final int MOST_TAGS = 50;
  private static final int MOST_EXCLUSIONS = 5;
  private static final int SHORTEST_DELAY = 7;
  private static final int LONGEST_DELAY = 30;
  private static final int LARGEST_PAGE = 1_000;
  private static final int MOST_IDS = 20;
  private static final ResourceTag TAG = ResourceTag.of("env", "prod");

  static final ImmutableMap<String, Arbitrary<Request<?>>> ALL =
      ImmutableMap.<String, Arbitrary<Request<?>>>builder()
          .put(
              "create-rule.kept",
              requests(given -> CreateRule.ofRegion(EBS_VOLUME, given.between(1, 7))))
          .put(
              "create-rule.lockable",
              requests(given -> tagged(given)
                  .unlockDelayDays(given.between(SHORTEST_DELAY, LONGEST_DELAY))
                  .build()))
          .put(
              "retention-rule.identifier",
              requests(given ->
                  onRule(given, given.one("", "0abcdefghi", "0abcdefghijk", "0abcdef-hij"))))
          .put(
              "retention-rule.exists",
              requests(given -> onRule(given, given.one("0abcdefghij", ofOther(given)))))
          .put(
              "retention-rule.period",
              requests(given ->
                  withPeriod(given, given.one(given.shortOf(1), given.beyond(LONGEST_RETENTION)))))
          .put(
              "retention-rule.description",
              requests(
                  given -> withDescription(given, "d".repeat(given.beyond(LONGEST_DESCRIPTION)))))
          .put(
              "retention-rule.characters",
              requests(RecycleBinRequestBreakers::withIllegalCharacter))
          .put(
              "retention-rule.tags",
              requests(given -> withTags(given, tags(given.beyond(MOST_TAGS)))))
          .put("retention-rule.exclusions", requests(RecycleBinRequestBreakers::withExclusions))
          .put(
              "retention-rule.unlock-delay",
              requests(given -> withUnlockDelay(
                  given,
                  given.one(
                      SHORTEST_DELAY - given.between(1, SHORTEST_DELAY),
                      given.beyond(LONGEST_DELAY)))))
          .put("retention-rule.in-quota", requests(RecycleBinRequestBreakers::oneRuleTooMany))
          .put("retention-rule.tag-in-quota", requests(RecycleBinRequestBreakers::oneOfTagTooMany))
          .put(
              "retention-rule.lockable",
              requests(given -> new LockRule(
                  given.done(tagged(given).build()).identifier(),
                  given.between(SHORTEST_DELAY, LONGEST_DELAY))))
          .put("retention-rule.locked", requests(RecycleBinRequestBreakers::unlockingUnlocked))
          .put("retention-rule.not-locked", requests(RecycleBinRequestBreakers::changingLocked))
          .put(
              "list-rules.lock-state",
              requests(given -> new ListRules(
                  given.one(EC2_IMAGE, EBS_SNAPSHOT),
                  ImmutableSet.of(),
                  ImmutableSet.of(),
                  Optional.of(RuleLockState.NONE),
                  PageRequest.first())))
          .put(
              "list-rules.max-results",
              requests(given -> new ListRules(EC2_IMAGE)
                  .on(PageRequest.of(given.one(given.shortOf(1), given.beyond(LARGEST_PAGE))))))
          .put(
              "list-rules.next-token",
              requests(given -> new ListRules(EBS_SNAPSHOT)
                  .on(PageRequest.first()
                      .after(given.one("", "not a token", "gold-en", tokenOfOtherRequest(given))))))
          .put(
              "list-images-in-recycle-bin.few-ids",
              requests(given ->
                  new ListImagesInRecycleBin(several(given.beyond(MOST_IDS), given::imageId))))
          .put("restore-image-from-recycle-bin.snapshots-exist", requests(given -> {
            Ami ami = given.imageIn(IN_RECYCLE_BIN);
            given.happens(given.snapshotOf(ami), new SnapshotDeleted());
            return new RestoreImageFromRecycleBin(ami.imageId());
          }))
          .put(
              "restore-image-from-recycle-bin.snapshots-usable",
              requests(RecycleBinRequestBreakers::restoringOverUnusable))
          .buildOrThrow();

  private RecycleBinRequestBreakers() {}

  // Retention rules

  private static CreateRule.Builder ofRegion(Given given) {
    return CreateRule.builder()
        .resourceType(given.one(EC2_IMAGE, EBS_SNAPSHOT))
        .retentionPeriodDays(given.between(1, LONGEST_RETENTION));
  }

  private static CreateRule.Builder tagged(Given given) {
    CreateRule.Builder rule = ofRegion(given);
    return given.maybe() ? rule.addExcludeResourceTag(TAG) : rule.addResourceTag(TAG);
  }

  private static String unlocked(Given given) {
    return given.done(ofRegion(given).build()).identifier();
  }

  private static String locked(Given given) {
    int days = given.between(SHORTEST_DELAY, LONGEST_DELAY);
    return given.done(ofRegion(given).unlockDelayDays(days).build()).identifier();
  }

  private static String beingUnlocked(Given given) {
    return given.done(new UnlockRule(locked(given))).identifier();
  }

  private static String ofOther(Given given) {
    given.askedBy(given.other);
    String identifier = unlocked(given);
    given.askedBy(given.me);
    return identifier;
  }

  private static UpdateRule.Builder update(Given given) {
    return UpdateRule.builder().identifier(unlocked(given));
  }

  private static Operation<?> onRule(Given given, String identifier) {
    return given.one(
        new GetRule(identifier), new UnlockRule(identifier), changing(given, identifier));
  }

  private static Operation<?> changing(Given given, String identifier) {
    return given.one(
        new DeleteRule(identifier),
        new LockRule(identifier, given.between(SHORTEST_DELAY, LONGEST_DELAY)),
        UpdateRule.builder().identifier(identifier).description("golden").build());
  }

  private static Operation<?> withPeriod(Given given, int days) {
    return given.maybe()
        ? update(given).retentionPeriodDays(days).build()
        : ofRegion(given).retentionPeriodDays(days).build();
  }

  private static Operation<?> withDescription(Given given, String description) {
    return given.maybe()
        ? update(given).description(description).build()
        : ofRegion(given).description(description).build();
  }

  private static Operation<?> withIllegalCharacter(Given given) {
    String illegal = "golden" + given.one("\u0000", "\uFFFF", "\uD83D");
    return given.oneIn(3)
        ? withDescription(given, illegal)
        : withTags(
            given,
            ImmutableSet.of(given.one(ResourceTag.of("env", illegal), ResourceTag.of(illegal))));
  }

  private static Operation<?> withTags(Given given, ImmutableSet<ResourceTag> tags) {
    return given.maybe()
        ? update(given).resourceTags(tags).build()
        : ofRegion(given).resourceTags(tags).build();
  }

  private static Operation<?> withExclusions(Given given) {
    boolean areTooMany = given.maybe();
    int exclusions = areTooMany ? given.beyond(MOST_EXCLUSIONS) : given.between(1, MOST_EXCLUSIONS);
    ImmutableSet<ResourceTag> tags = areTooMany ? ImmutableSet.of() : ImmutableSet.of(TAG);
    return given.maybe()
        ? update(given).resourceTags(tags).excludeResourceTags(tags(exclusions)).build()
        : ofRegion(given)
            .resourceTags(tags)
            .excludeResourceTags(tags(exclusions))
            .build();
  }

  private static Operation<?> withUnlockDelay(Given given, int days) {
    return given.maybe()
        ? new LockRule(unlocked(given), days)
        : ofRegion(given).unlockDelayDays(days).build();
  }

  private static Operation<?> oneRuleTooMany(Given given) {
    int quota = given.between(1, 3);
    for (int i = 0; i < quota; i++) {
      unlocked(given);
    }
    given.quotas(quotas -> quotas.retentionRules(quota));
    return ofRegion(given).build();
  }

  private static Operation<?> oneOfTagTooMany(Given given) {
    int quota = given.between(1, 3);
    for (int i = 0; i < quota; i++) {
      given.done(ofRegion(given).addResourceTag(TAG).build());
    }
    given.quotas(quotas -> quotas.retentionRulesPerTag(quota));
    return withTags(given, ImmutableSet.of(TAG));
  }

  private static Operation<?> unlockingUnlocked(Given given) {
    return new UnlockRule(given.maybe() ? beingUnlocked(given) : unlocked(given));
  }

  private static Operation<?> changingLocked(Given given) {
    return changing(given, given.maybe() ? beingUnlocked(given) : locked(given));
  }

  private static String tokenOfOtherRequest(Given given) {
    CreateRule ofImages = CreateRule.ofRegion(EC2_IMAGE, LONGEST_RETENTION);
    given.done(ofImages);
    given.done(ofImages);
    return given
        .done(new ListRules(EC2_IMAGE).on(PageRequest.of(1)))
        .nextToken()
        .orElseThrow();
  }

  private static ImmutableSet<ResourceTag> tags(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> ResourceTag.of("key-" + i, "golden"))
        .collect(ImmutableSet.toImmutableSet());
  }

  // Images

  private static Operation<?> restoringOverUnusable(Given given) {
    if (given.oneIn(3)) {
      Ami ami = given.imageIn(
          IN_RECYCLE_BIN,
          given.anImage(snapshot -> snapshot.state(SnapshotState.PENDING).progress(50)));
      return new RestoreImageFromRecycleBin(ami.imageId());
    }
    Ami ami = given.imageIn(IN_RECYCLE_BIN);
    Instant later = given.now.plus(Duration.ofDays(given.between(1, 30)));
    given.happens(
        given.snapshotOf(ami),
        given.one(
            new SnapshotArchived(given.now), new SnapshotMovedToRecycleBin(given.now, later)));
    return new RestoreImageFromRecycleBin(ami.imageId());
  }
}

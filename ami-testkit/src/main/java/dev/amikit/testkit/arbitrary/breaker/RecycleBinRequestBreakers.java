package dev.amikit.testkit.arbitrary.breaker;

import static dev.amikit.lifecycle.AmiStage.IN_RECYCLE_BIN;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EBS_SNAPSHOT;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EBS_VOLUME;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EC2_IMAGE;
import static dev.amikit.testkit.arbitrary.breaker.Scene.requests;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.ImageId;
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
import java.util.stream.Stream;
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
              requests(scene -> CreateRule.ofRegion(EBS_VOLUME, scene.between(1, 7))))
          .put(
              "create-rule.lockable",
              requests(scene -> tagged(scene)
                  .unlockDelayDays(scene.between(SHORTEST_DELAY, LONGEST_DELAY))
                  .build()))
          .put(
              "retention-rule.identifier",
              requests(scene ->
                  onRule(scene, scene.one("", "0abcdefghi", "0abcdefghijk", "0abcdef-hij"))))
          .put(
              "retention-rule.exists",
              requests(scene -> onRule(scene, scene.one("0abcdefghij", ofOther(scene)))))
          .put(
              "retention-rule.period",
              requests(scene -> withPeriod(
                  scene, scene.one(-scene.between(0, 9), LONGEST_RETENTION + scene.between(1, 9)))))
          .put(
              "retention-rule.description",
              requests(scene ->
                  withDescription(scene, "d".repeat(LONGEST_DESCRIPTION + scene.between(1, 9)))))
          .put(
              "retention-rule.characters",
              requests(RecycleBinRequestBreakers::withIllegalCharacter))
          .put(
              "retention-rule.tags",
              requests(scene -> withTags(scene, tags(MOST_TAGS + scene.between(1, 3)))))
          .put("retention-rule.exclusions", requests(RecycleBinRequestBreakers::withExclusions))
          .put(
              "retention-rule.unlock-delay",
              requests(scene -> withUnlockDelay(
                  scene,
                  scene.one(
                      SHORTEST_DELAY - scene.between(1, SHORTEST_DELAY),
                      LONGEST_DELAY + scene.between(1, 9)))))
          .put("retention-rule.in-quota", requests(RecycleBinRequestBreakers::oneRuleTooMany))
          .put("retention-rule.tag-in-quota", requests(RecycleBinRequestBreakers::oneOfTagTooMany))
          .put(
              "retention-rule.lockable",
              requests(scene -> new LockRule(
                  scene.recycleBin().createRule(tagged(scene).build()).identifier(),
                  scene.between(SHORTEST_DELAY, LONGEST_DELAY))))
          .put("retention-rule.locked", requests(RecycleBinRequestBreakers::unlockingUnlocked))
          .put("retention-rule.not-locked", requests(RecycleBinRequestBreakers::changingLocked))
          .put(
              "list-rules.lock-state",
              requests(scene -> new ListRules(
                  scene.one(EC2_IMAGE, EBS_SNAPSHOT),
                  ImmutableSet.of(),
                  ImmutableSet.of(),
                  Optional.of(RuleLockState.NONE),
                  PageRequest.first())))
          .put(
              "list-rules.max-results",
              requests(scene -> new ListRules(EC2_IMAGE)
                  .on(PageRequest.of(
                      scene.one(-scene.between(0, 9), LARGEST_PAGE + scene.between(1, 9))))))
          .put(
              "list-rules.next-token",
              requests(scene -> new ListRules(EBS_SNAPSHOT)
                  .on(PageRequest.first()
                      .after(scene.one("", "not a token", "gold-en", tokenOfOtherRequest(scene))))))
          .put(
              "list-images-in-recycle-bin.few-ids",
              requests(scene ->
                  new ListImagesInRecycleBin(imageIds(scene, MOST_IDS + scene.between(1, 3)))))
          .put("restore-image-from-recycle-bin.snapshots-exist", requests(scene -> {
            Ami ami = scene.imageIn(IN_RECYCLE_BIN);
            scene.happens(scene.oneOf(ami), new SnapshotDeleted());
            return new RestoreImageFromRecycleBin(ami.imageId());
          }))
          .put(
              "restore-image-from-recycle-bin.snapshots-usable",
              requests(RecycleBinRequestBreakers::restoringOverUnusable))
          .buildOrThrow();

  private RecycleBinRequestBreakers() {}

  // Retention rules

  private static CreateRule.Builder ofRegion(Scene scene) {
    return CreateRule.builder()
        .resourceType(scene.one(EC2_IMAGE, EBS_SNAPSHOT))
        .retentionPeriodDays(scene.between(1, LONGEST_RETENTION));
  }

  private static CreateRule.Builder tagged(Scene scene) {
    CreateRule.Builder rule = ofRegion(scene);
    return scene.draw.oneIn(2) ? rule.addExcludeResourceTag(TAG) : rule.addResourceTag(TAG);
  }

  private static String unlocked(Scene scene) {
    return scene.recycleBin().createRule(ofRegion(scene).build()).identifier();
  }

  private static String locked(Scene scene) {
    int days = scene.between(SHORTEST_DELAY, LONGEST_DELAY);
    return scene
        .recycleBin()
        .createRule(ofRegion(scene).unlockDelayDays(days).build())
        .identifier();
  }

  private static String beingUnlocked(Scene scene) {
    return scene.recycleBin().unlockRule(locked(scene)).identifier();
  }

  private static String ofOther(Scene scene) {
    return scene
        .aws
        .recycleBin(scene.other, scene.here)
        .createRule(ofRegion(scene).build())
        .identifier();
  }

  private static UpdateRule.Builder update(Scene scene) {
    return UpdateRule.builder().identifier(unlocked(scene));
  }

  private static Operation<?> onRule(Scene scene, String identifier) {
    return scene.one(
        new GetRule(identifier), new UnlockRule(identifier), changing(scene, identifier));
  }

  private static Operation<?> changing(Scene scene, String identifier) {
    return scene.one(
        new DeleteRule(identifier),
        new LockRule(identifier, scene.between(SHORTEST_DELAY, LONGEST_DELAY)),
        UpdateRule.builder().identifier(identifier).description("golden").build());
  }

  private static Operation<?> withPeriod(Scene scene, int days) {
    return scene.draw.oneIn(2)
        ? update(scene).retentionPeriodDays(days).build()
        : ofRegion(scene).retentionPeriodDays(days).build();
  }

  private static Operation<?> withDescription(Scene scene, String description) {
    return scene.draw.oneIn(2)
        ? update(scene).description(description).build()
        : ofRegion(scene).description(description).build();
  }

  private static Operation<?> withIllegalCharacter(Scene scene) {
    String illegal = "golden" + scene.one("\u0000", "\uFFFF", "\uD83D");
    return scene.draw.oneIn(3)
        ? withDescription(scene, illegal)
        : withTags(
            scene,
            ImmutableSet.of(scene.one(ResourceTag.of("env", illegal), ResourceTag.of(illegal))));
  }

  private static Operation<?> withTags(Scene scene, ImmutableSet<ResourceTag> tags) {
    return scene.draw.oneIn(2)
        ? update(scene).resourceTags(tags).build()
        : ofRegion(scene).resourceTags(tags).build();
  }

  private static Operation<?> withExclusions(Scene scene) {
    boolean areTooMany = scene.draw.oneIn(2);
    int exclusions =
        areTooMany ? MOST_EXCLUSIONS + scene.between(1, 3) : scene.between(1, MOST_EXCLUSIONS);
    ImmutableSet<ResourceTag> tags = areTooMany ? ImmutableSet.of() : ImmutableSet.of(TAG);
    return scene.draw.oneIn(2)
        ? update(scene).resourceTags(tags).excludeResourceTags(tags(exclusions)).build()
        : ofRegion(scene)
            .resourceTags(tags)
            .excludeResourceTags(tags(exclusions))
            .build();
  }

  private static Operation<?> withUnlockDelay(Scene scene, int days) {
    return scene.draw.oneIn(2)
        ? new LockRule(unlocked(scene), days)
        : ofRegion(scene).unlockDelayDays(days).build();
  }

  private static Operation<?> oneRuleTooMany(Scene scene) {
    int quota = scene.between(1, 3);
    for (int i = 0; i < quota; i++) {
      String unused = unlocked(scene);
    }
    scene.quotas(quotas -> quotas.retentionRules(quota));
    return ofRegion(scene).build();
  }

  private static Operation<?> oneOfTagTooMany(Scene scene) {
    int quota = scene.between(1, 3);
    for (int i = 0; i < quota; i++) {
      scene.recycleBin().createRule(ofRegion(scene).addResourceTag(TAG).build());
    }
    scene.quotas(quotas -> quotas.retentionRulesPerTag(quota));
    return withTags(scene, ImmutableSet.of(TAG));
  }

  private static Operation<?> unlockingUnlocked(Scene scene) {
    return new UnlockRule(scene.draw.oneIn(2) ? beingUnlocked(scene) : unlocked(scene));
  }

  private static Operation<?> changingLocked(Scene scene) {
    return changing(scene, scene.draw.oneIn(2) ? beingUnlocked(scene) : locked(scene));
  }

  private static String tokenOfOtherRequest(Scene scene) {
    CreateRule ofImages = CreateRule.ofRegion(EC2_IMAGE, LONGEST_RETENTION);
    scene.recycleBin().createRule(ofImages);
    scene.recycleBin().createRule(ofImages);
    return scene
        .answer(new ListRules(EC2_IMAGE).on(PageRequest.of(1)))
        .nextToken()
        .orElseThrow();
  }

  private static ImmutableSet<ResourceTag> tags(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> ResourceTag.of("key-" + i, "golden"))
        .collect(ImmutableSet.toImmutableSet());
  }

  // Images

  private static Operation<?> restoringOverUnusable(Scene scene) {
    if (scene.draw.oneIn(3)) {
      Ami ami = scene.imageIn(
          IN_RECYCLE_BIN, snapshot -> snapshot.state(SnapshotState.PENDING).progress(50));
      return new RestoreImageFromRecycleBin(ami.imageId());
    }
    Ami ami = scene.imageIn(IN_RECYCLE_BIN);
    Instant later = scene.now().plus(Duration.ofDays(scene.between(1, 30)));
    scene.happens(
        scene.oneOf(ami),
        scene.one(
            new SnapshotArchived(scene.now()), new SnapshotMovedToRecycleBin(scene.now(), later)));
    return new RestoreImageFromRecycleBin(ami.imageId());
  }

  private static ImmutableSet<ImageId> imageIds(Scene scene, int number) {
    return Stream.generate(scene::newImageId).limit(number).collect(ImmutableSet.toImmutableSet());
  }
}

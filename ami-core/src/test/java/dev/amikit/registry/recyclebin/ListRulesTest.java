package dev.amikit.registry.recyclebin;

import static dev.amikit.registry.TestRegistry.FRIEND;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static dev.amikit.registry.TestRegistry.THERE;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EBS_SNAPSHOT;
import static dev.amikit.registry.state.RetentionRule.ResourceType.EC2_IMAGE;
import static dev.amikit.rule.Refusals.assertRefused;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.id.Arn;
import dev.amikit.page.Page;
import dev.amikit.page.PageRequest;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.TestRegistry;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRule.ResourceTag;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.state.RetentionRule.RuleLockState;
import dev.amikit.registry.state.RetentionRuleEvent;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ListRulesTest {
  private static final Instant NOW = START.plus(Duration.ofDays(7));

  private final TestRegistry ec2 = new TestRegistry();
  private final RecycleBin bin = ec2.registry.account(OWNER).recycleBinIn(HERE);

  @Provide
  Arbitrary<ImmutableSet<ResourceTag>> tags() {
    return Combinators.combine(
            Arbitraries.of("env", "team"), Arbitraries.of("a", "b").optional(0.7))
        .as(ResourceTag::new)
        .set()
        .ofMaxSize(2)
        .map(ImmutableSet::copyOf);
  }

  /** Retention rules in every state of the lock, also those that are free by now. */
  @Provide
  Arbitrary<List<RetentionRule>> retentionRules() {
    Arbitrary<RetentionRule.Builder> rules = Combinators.combine(
            Arbitraries.of(ResourceType.class),
            tags(),
            Arbitraries.of(true, false),
            Arbitraries.of(RuleLockState.class),
            Arbitraries.integers().between(5, 7))
        .as((type, tags, excludes, lock, days) -> RetentionRule.builder()
            .resourceType(type)
            .retentionPeriodDays(days)
            .description("for " + days)
            .resourceTags(excludes ? ImmutableSet.of() : tags)
            .excludeResourceTags(excludes ? tags : ImmutableSet.of())
            .lockState(lock)
            .lockEndTime(
                lock == RuleLockState.PENDING_UNLOCK
                    ? Optional.of(START.plus(Duration.ofDays(days)))
                    : Optional.empty()));
    return rules
        .list()
        .ofMaxSize(30)
        .map(builders -> IntStream.range(0, builders.size())
            .mapToObj(i -> builders
                .get(i)
                .identifier("rule%07d".formatted(i * 7919 % 1000))
                .build())
            .toList());
  }

  @Provide
  Arbitrary<ListRules> requests() {
    Arbitrary<Optional<RuleLockState>> locks = Arbitraries.of(
            RuleLockState.LOCKED, RuleLockState.PENDING_UNLOCK, RuleLockState.UNLOCKED)
        .optional(0.5);
    return Combinators.combine(
            Arbitraries.of(ResourceType.class), tags(), Arbitraries.of(true, false), locks)
        .as((type, tags, excludes, lock) -> new ListRules(
            type,
            excludes ? ImmutableSet.of() : tags,
            excludes ? tags : ImmutableSet.of(),
            lock,
            PageRequest.first()));
  }

  @Property(tries = 300)
  @Rules("BIN-29")
  void tells_what_a_plain_scan_finds_and_its_pages_join_to_the_whole(
      @ForAll("retentionRules") List<RetentionRule> rules,
      @ForAll("requests") ListRules request,
      @ForAll @IntRange(min = 1, max = 5) int size) {
    TestRegistry ec2 = new TestRegistry();
    rules.forEach(rule ->
        ec2.registry.aws().happen(new RetentionRuleEvent.RetentionRuleCreated(HERE, OWNER, rule)));
    ec2.clock.pass(Duration.between(START, NOW));
    RecycleBin bin = ec2.registry.account(OWNER).recycleBinIn(HERE);
    List<RuleSummary> scan = rules.stream()
        .map(rule -> rule.at(NOW))
        .filter(rule -> rule.resourceType() == request.resourceType()
            && request.resourceTags().stream().allMatch(rule.resourceTags()::contains)
            && request.excludeResourceTags().stream().allMatch(rule.excludeResourceTags()::contains)
            && (request.lockState().isEmpty() || request.lockState().get() == rule.lockState()))
        .sorted(comparing(RetentionRule::identifier))
        .map(rule -> new RuleSummary(
            rule.identifier(),
            rule.description(),
            rule.retentionPeriodDays(),
            rule.lockState(),
            rule.ruleArn()))
        .toList();

    assertThat(bin.listRules(request).items()).isEqualTo(scan);
    assertThat(bin.listRules(request).nextToken()).isEmpty();
    assertThat(pages(bin, request.on(PageRequest.of(size))))
        .allSatisfy(page -> assertThat(page.items()).hasSizeLessThanOrEqualTo(size))
        .flatExtracting(Page::items)
        .isEqualTo(scan);
  }

  @Example
  @Rules("BIN-29")
  void tells_the_lock_as_it_is_by_now() {
    String id = bin.createRule(CreateRule.ofRegion(EC2_IMAGE, 9)).identifier();
    assertThat(bin.listRules(EC2_IMAGE))
        .containsExactly(new RuleSummary(
            id,
            "",
            9,
            RuleLockState.NONE,
            Optional.of(Arn.parse("arn:aws:rbin:us-east-1:111122223333:rule/" + id))));
    bin.lockRule(id, 7);
    bin.unlockRule(id);
    assertThat(bin.listRules(EC2_IMAGE))
        .extracting(RuleSummary::lockState)
        .containsExactly(RuleLockState.PENDING_UNLOCK);
    ec2.clock.pass(Duration.ofDays(7));
    assertThat(bin.listRules(EC2_IMAGE))
        .extracting(RuleSummary::lockState)
        .containsExactly(RuleLockState.UNLOCKED);
  }

  @Example
  void tells_rules_of_the_caller_in_the_region_alone() {
    bin.createRule(CreateRule.ofRegion(EC2_IMAGE, 9));
    assertThat(bin.listRules(EBS_SNAPSHOT)).isEmpty();
    assertThat(ec2.registry.account(OWNER).recycleBinIn(THERE).listRules(EC2_IMAGE))
        .isEmpty();
    assertThat(ec2.registry.account(FRIEND).recycleBinIn(HERE).listRules(EC2_IMAGE))
        .isEmpty();
  }

  @Example
  @Rules({"BIN-05", "BIN-07", "BIN-29"})
  void refuses_what_no_rule_can_have() {
    refused("list-rules.lock-state", request(0, 0, RuleLockState.NONE));
    refused("retention-rule.tags", request(51, 0, RuleLockState.LOCKED));
    refused("retention-rule.exclusions", request(0, 6, RuleLockState.LOCKED));
    refused("retention-rule.exclusions", request(1, 1, RuleLockState.LOCKED));
    for (int size : new int[] {-1, 0, 1_001}) {
      refused("list-rules.max-results", new ListRules(EC2_IMAGE).on(PageRequest.of(size)));
    }
    assertThat(bin.listRules(request(50, 0, RuleLockState.LOCKED)).items()).isEmpty();
    assertThat(bin.listRules(request(0, 5, RuleLockState.LOCKED)).items()).isEmpty();
    assertThat(bin.listRules(new ListRules(EC2_IMAGE).on(PageRequest.of(1_000))).items())
        .isEmpty();
  }

  @Example
  void one_request_has_one_text_in_whatever_order_its_tags_are() {
    ImmutableSet<ResourceTag> some = tags(2);
    ImmutableSet<ResourceTag> same = ImmutableSet.copyOf(some.asList().reverse());
    assertThat(request(some).request()).isEqualTo(request(same).request());
  }

  private static List<Page<RuleSummary>> pages(RecycleBin bin, ListRules request) {
    List<Page<RuleSummary>> pages = new ArrayList<>();
    Page<RuleSummary> page = bin.listRules(request);
    pages.add(page);
    while (page.nextToken().isPresent()) {
      page = bin.listRules(request.on(request.page().after(page.nextToken().get())));
      pages.add(page);
    }
    return pages;
  }

  private void refused(String rule, ListRules request) {
    assertRefused(
        ec2::state, () -> bin.listRules(request), ErrorCode.VALIDATION_EXCEPTION.toString(), rule);
  }

  private static ListRules request(int tags, int exclusions, RuleLockState lock) {
    return new ListRules(
        EC2_IMAGE, tags(tags), tags(exclusions), Optional.of(lock), PageRequest.first());
  }

  private static ListRules request(ImmutableSet<ResourceTag> tags) {
    return new ListRules(EC2_IMAGE, tags, ImmutableSet.of(), Optional.empty(), PageRequest.first());
  }

  private static ImmutableSet<ResourceTag> tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new ResourceTag("key" + i, Optional.of("value")))
        .collect(ImmutableSet.toImmutableSet());
  }
}

package dev.amikit.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.amikit.image.Ami;
import dev.amikit.image.ImdsSupport;
import dev.amikit.rule.RuleViolationException;
import dev.amikit.rule.Rules;
import dev.amikit.rule.Violation;
import dev.amikit.testkit.arbitrary.AmiArbitraries;
import dev.amikit.testkit.arbitrary.PermissionArbitraries;
import dev.amikit.testkit.arbitrary.TagArbitraries;
import dev.amikit.testkit.arbitrary.WordArbitraries;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** A change of one member asks only the rules that it can break; here none is forgotten. */
class AmiChangesTest {
  private static final List<Member<?>> MEMBERS = List.of(
      new Member<>("state", AmiArbitraries.states(), Ami::withState, Ami.Builder::state),
      new Member<>(
          "stateReason",
          AmiArbitraries.stateReasons().optional(),
          Ami::withStateReason,
          Ami.Builder::stateReason),
      new Member<>(
          "description",
          Arbitraries.strings().ofMaxLength(9).optional(),
          Ami::withDescription,
          Ami.Builder::description),
      new Member<>(
          "imdsSupport",
          WordArbitraries.wordsOf(ImdsSupport.WORDS).optional(),
          Ami::withImdsSupport,
          Ami.Builder::imdsSupport),
      new Member<>(
          "deprecationTime",
          AmiArbitraries.instants().optional(),
          Ami::withDeprecationTime,
          Ami.Builder::deprecationTime),
      new Member<>(
          "deregistrationProtection",
          AmiArbitraries.deregistrationProtections().optional(),
          Ami::withDeregistrationProtection,
          Ami.Builder::deregistrationProtection),
      new Member<>(
          "lastLaunchedTime",
          AmiArbitraries.instants().optional(),
          Ami::withLastLaunchedTime,
          Ami.Builder::lastLaunchedTime),
      new Member<>(
          "imageWatermarks",
          AmiArbitraries.imageWatermarks().injectDuplicates(0.2).list().ofMaxSize(7),
          Ami::withImageWatermarks,
          Ami.Builder::imageWatermarks),
      new Member<>(
          "launchPermissions",
          PermissionArbitraries.launchPermissions().set().ofMaxSize(2).map(ImmutableSet::copyOf),
          Ami::withLaunchPermissions,
          Ami.Builder::launchPermissions),
      new Member<>(
          "isPublic", Arbitraries.of(true, false), Ami::withIsPublic, Ami.Builder::isPublic),
      new Member<>("tags", TagArbitraries.tagSets(), Ami::withTags, Ami.Builder::tags),
      new Member<>(
          "imageAllowed",
          Arbitraries.of(true, false).optional(),
          Ami::withImageAllowed,
          Ami.Builder::imageAllowed),
      new Member<>(
          "freeTierEligible",
          Arbitraries.of(true, false).optional(),
          Ami::withFreeTierEligible,
          Ami.Builder::freeTierEligible),
      new Member<>(
          "recycleBinStay",
          AmiArbitraries.recycleBinStays().optional(),
          Ami::withRecycleBinStay,
          Ami.Builder::recycleBinStay));

  @Property(tries = 2000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void a_change_of_one_member_is_judged_like_a_new_image(
      @ForAll Ami ami, @ForAll("changes") Change change) {
    Outcome changed = Outcome.of(() -> change.with.apply(ami));
    Outcome built = Outcome.of(() -> change.set.apply(ami.toBuilder()).build());

    assertThat(changed).isEqualTo(built);

    Statistics.label(change.member)
        .collect(changed.violations.isEmpty())
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
    Statistics.label("refused")
        .collect(!changed.violations.isEmpty())
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
  }

  @Rules({"ROOT-03", "BDM-39"})
  @Example
  void root_device_and_mapping_cannot_be_changed() {
    assertThat(Ami.class.getMethods())
        .extracting(Method::getName)
        .contains("withDescription")
        .doesNotContain("withRootDeviceType", "withRootDeviceName", "withBlockDeviceMappings");
  }

  @Example
  void every_change_that_there_is_is_tried() {
    assertThat(MEMBERS)
        .extracting(member -> "with" + member.name.substring(0, 1).toUpperCase(Locale.ROOT)
            + member.name.substring(1))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Ami.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .filter(name -> name.startsWith("with"))
            .toList());
  }

  @Provide
  Arbitrary<Change> changes() {
    return Arbitraries.oneOf(MEMBERS.stream().map(Member::changes).toList()).withoutEdgeCases();
  }

  /** A member that images can be given anew, in two ways. */
  private record Member<V>(
      String name,
      Arbitrary<V> values,
      BiFunction<Ami, V, Ami> with,
      BiFunction<Ami.Builder, V, Ami.Builder> set) {
    Arbitrary<Change> changes() {
      return values.map(value -> new Change(
          name, value, ami -> with.apply(ami, value), builder -> set.apply(builder, value)));
    }
  }

  private record Change(
      String member,
      Object value,
      Function<Ami, Ami> with,
      Function<Ami.Builder, Ami.Builder> set) {
    @Override
    public String toString() {
      return member + " = " + value;
    }
  }

  /** An image, or what speaks against it. */
  private record Outcome(List<Ami> image, ImmutableSet<Violation> violations) {
    static Outcome of(Supplier<Ami> change) {
      try {
        return new Outcome(List.of(change.get()), ImmutableSet.of());
      } catch (RuleViolationException refusal) {
        return new Outcome(List.of(), ImmutableSet.copyOf(refusal.violations()));
      }
    }
  }
}

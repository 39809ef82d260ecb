package dev.amikit.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.TypeToken;
import dev.amikit.account.AccountProfile;
import dev.amikit.account.AccountSettings;
import dev.amikit.allowed.ImageCriterion;
import dev.amikit.allowed.ImageWatermarkFilter;
import dev.amikit.filter.FilterPattern;
import dev.amikit.image.Ami;
import dev.amikit.image.DeregistrationProtection;
import dev.amikit.image.ImageAttribute;
import dev.amikit.lifecycle.Action;
import dev.amikit.lifecycle.Command;
import dev.amikit.lifecycle.Event;
import dev.amikit.lifecycle.TransitionTable;
import dev.amikit.page.InOrder;
import dev.amikit.page.PageKey;
import dev.amikit.page.Result;
import dev.amikit.permission.CreateVolumePermission;
import dev.amikit.permission.LaunchPermission;
import dev.amikit.query.Candidates;
import dev.amikit.query.ImageQuery;
import dev.amikit.query.ImageSource;
import dev.amikit.query.SnapshotQuery;
import dev.amikit.query.SnapshotSource;
import dev.amikit.registry.Aws;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.Service;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.InstanceTypeInfo;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Quotas;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.state.Accounts;
import dev.amikit.registry.state.Agenda;
import dev.amikit.registry.state.Buckets;
import dev.amikit.registry.state.ClientTokens;
import dev.amikit.registry.state.FastLaunches;
import dev.amikit.registry.state.ForeignTags;
import dev.amikit.registry.state.ImageUsageReports;
import dev.amikit.registry.state.Images;
import dev.amikit.registry.state.Instances;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Snapshots;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.Volumes;
import dev.amikit.rule.Broken;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.assertion.AmiAssertions;
import dev.amikit.word.Word;
import dev.amikit.word.Words;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/**
 * Whatever the library has that a test looks at can be asserted on: by an {@code assertThat} of the
 * kit, or for a reason that stands here by what AssertJ has.
 */
class AssertedTypesTest {
  /** What AssertJ's own serves for, by kind, and why. */
  private static final ImmutableMap<String, Predicate<Class<?>>> KINDS =
      ImmutableMap.<String, Predicate<Class<?>>>builder()
          .put("builds a value, which is asserted on", is("Builder"))
          .put("is one of few, compared by ==", Class::isEnum)
          .put("is a word, compared by equality", Word.class::isAssignableFrom)
          .put("is an ID, compared by equality", type -> isIn("dev.amikit.id", type))
          .put("is a request; what it comes to is an outcome", Operation.class::isAssignableFrom)
          .put("is a command; what it comes to is a decision", Command.class::isAssignableFrom)
          .put("is an action of a table, compared by ==", Action.class::isAssignableFrom)
          .put("is an event; hasEvents compares it by equality", Event.class::isAssignableFrom)
          .put("is an event; assertThatEvents tells of it", RegistryEvent.class::isAssignableFrom)
          .put("is work; that of a registry tells of it", Task.class::isAssignableFrom)
          .put("is thrown; assertThatCalling catches it", Throwable.class::isAssignableFrom)
          .put("is for readers and compilers", Class::isAnnotation)
          .put("is a record, compared and extracted from by its members", Class::isRecord)
          .put("holds constants and functions only", AssertedTypesTest::isAllStatic)
          .buildOrThrow();

  /** What is left, and why. */
  private static final ImmutableMap<String, ImmutableSet<Class<?>>> NAMED =
      ImmutableMap.<String, ImmutableSet<Class<?>>>builder()
          .put(
              "is compared by equality, or asked by AssertJ's returns",
              ImmutableSet.of(
                  AccountProfile.class,
                  AccountSettings.class,
                  CreateVolumePermission.class,
                  DeregistrationProtection.class,
                  ImageAttribute.class,
                  LaunchPermission.class))
          .put("is an Iterable of tags, as AssertJ knows them", ImmutableSet.of(Tags.class))
          .put(
              "is handed over by a test, and not looked at",
              ImmutableSet.of(
                  FilterPattern.class,
                  IdSource.class,
                  ImageCriterion.class,
                  ImageQuery.class,
                  ImageWatermarkFilter.class,
                  InstanceTypeInfo.class,
                  Quotas.class,
                  RegistrySettings.class,
                  SnapshotQuery.class))
          .put(
              "is part of a registry, of whose whole an assertion begins",
              ImmutableSet.of(
                  Accounts.class,
                  Agenda.class,
                  Buckets.class,
                  ClientTokens.class,
                  FastLaunches.class,
                  ForeignTags.class,
                  ImageUsageReports.class,
                  Images.class,
                  Instances.class,
                  Snapshots.class,
                  Volumes.class))
          .put(
              "is called, and what it answers is looked at",
              ImmutableSet.of(
                  Aws.class,
                  Broken.class,
                  Candidates.class,
                  Ec2.class,
                  ImageSource.class,
                  InOrder.class,
                  InMemoryAmiRegistry.class,
                  InMemoryAmiRegistry.Account.class,
                  Outcome.Course.class,
                  PageKey.class,
                  RecycleBin.class,
                  Result.class,
                  Service.class,
                  SnapshotSource.class,
                  TransitionTable.class,
                  Words.class))
          .buildOrThrow();

  private static Predicate<Class<?>> is(String simpleName) {
    return type -> type.getSimpleName().equals(simpleName);
  }

  private static boolean isIn(String name, Class<?> type) {
    return type.getPackageName().equals(name);
  }

  private static boolean isAllStatic(Class<?> type) {
    return !type.isInterface()
        && type.getConstructors().length == 0
        && Arrays.stream(type.getMethods())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .allMatch(method -> Modifier.isStatic(method.getModifiers()));
  }

  /** The types that an assertion begins with. */
  private static final ImmutableSet<Class<?>> ASSERTED = Arrays.stream(
          AmiAssertions.class.getMethods())
      .filter(method -> method.getName().startsWith("assertThat"))
      .<Class<?>>map(
          method -> TypeToken.of(method.getGenericParameterTypes()[0]).getRawType())
      .filter(type -> type.getName().startsWith("dev.amikit"))
      .collect(ImmutableSet.toImmutableSet());

  private static boolean isAsserted(Class<?> type) {
    return type == RecordedEvent.class
        || ASSERTED.stream().anyMatch(asserted -> asserted.isAssignableFrom(type));
  }

  private static List<String> kinds(Class<?> type) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getValue().test(type))
        .map(kind -> kind.getKey())
        .toList();
  }

  @Example
  @Tag("module-path")
  void every_public_type_is_asserted_on_or_needs_no_assertion_of_its_own() throws IOException {
    List<Class<?>> types = new PublicApi(Ami.class.getModule()).types();
    assertThat(types).filteredOn(AssertedTypesTest::isAsserted).hasSizeGreaterThan(15);
    assertThat(types)
        .hasSizeGreaterThan(400)
        .filteredOn(type -> !isAsserted(type) && kinds(type).isEmpty())
        .containsExactlyInAnyOrderElementsOf(
            NAMED.values().stream().flatMap(ImmutableSet::stream).toList());
    assertThat(KINDS.values()).allSatisfy(kind -> assertThat(types).anyMatch(kind));
  }
}

package dev.amikit.testkit.api;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import com.google.common.primitives.Primitives;
import com.google.common.reflect.TypeToken;
import dev.amikit.device.DeviceName;
import dev.amikit.id.AccountId;
import dev.amikit.id.Arn;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.KernelId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.RamdiskId;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Architecture;
import dev.amikit.image.RecycleBinStay;
import dev.amikit.lifecycle.AmiAction;
import dev.amikit.lifecycle.AmiStage;
import dev.amikit.lifecycle.TransitionTable;
import dev.amikit.registry.state.BucketEvent;
import dev.amikit.registry.state.ImageCreation;
import dev.amikit.registry.state.RetentionRule;
import dev.amikit.registry.state.RetentionRuleEvent;
import dev.amikit.registry.state.SnapshotCreation;
import dev.amikit.registry.state.Task;
import dev.amikit.registry.state.TierMove;
import dev.amikit.rule.Broken;
import dev.amikit.rule.MissingAttributesException;
import dev.amikit.rule.RuleId;
import dev.amikit.rule.Violation;
import dev.amikit.s3.StoreImageTask;
import dev.amikit.s3.StoreTaskState;
import dev.amikit.snapshot.SnapshotRecycleBinStay;
import dev.amikit.snapshot.TieringOperation;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.arbitrary.registry.RegistryArbitraries;
import dev.amikit.testkit.arbitrary.registry.World;
import dev.amikit.testkit.assertion.AmiAssertions;
import dev.amikit.testkit.assertion.AttemptAssert;
import dev.amikit.testkit.fixture.Amis;
import dev.amikit.testkit.fixture.Snapshots;
import dev.amikit.usage.ImageReferenceResourceType;
import dev.amikit.usage.ImageUsageReport;
import dev.amikit.usage.ImageUsageReportEntry;
import dev.amikit.usage.ImageUsageReportState;
import dev.amikit.word.Words;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A value of every type that a parameter has. Those are given that are made of a text of some form,
 * or of parts that must fit each other; all others are made of them, as a caller would.
 */
final class Samples {
  private final PublicApi api;
  private final Map<Class<?>, Object> known = new HashMap<>();
  private final Set<Class<?>> beingMade = new HashSet<>();

  /** Makes values by what an API has. */
  Samples(PublicApi api) {
    this.api = api;
    Instant now = Amis.CREATION_DATE;
    add("some.text", 1, 1L, true, now, Duration.ofDays(1), OptionalInt.of(1), OptionalLong.of(1));
    add(AccountId.of("111122223333"), Region.US_EAST_1, DeviceName.of("/dev/xvda"));
    add(ImageId.of("ami-01234567"), SnapshotId.of("snap-01234567"), VolumeId.of("vol-01234567"));
    add(InstanceId.of("i-01234567"), KernelId.of("aki-01234567"), RamdiskId.of("ari-01234567"));
    add(Arn.parse("arn:aws:iam::111122223333:root"), KmsKeyId.of("alias/golden"));
    add(OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-abcdefghij"));
    add(OrganizationalUnitArn.of(
        "arn:aws:organizations::111122223333:ou/o-abcdefghij/ou-ab12-abcdefgh"));
    add(Amis.availableAmi(), Snapshots.completedSnapshot(), Range.closed(1, 2), Broken.NOTHING);
    add(new RuleId("some.rule"), new RecycleBinStay(now, now.plusSeconds(1), ImmutableSet.of()));
    add(RetentionRule.builder()
        .identifier("abcdefghijk")
        .resourceType(RetentionRule.ResourceType.EC2_IMAGE)
        .retentionPeriodDays(1)
        .build());
    add(new RetentionRuleEvent.RetentionRuleLocked(
        Region.US_EAST_1, AccountId.of("111122223333"), "abcdefghijk", 7));
    add(new RetentionRuleEvent.RetentionRuleChanged(
        Region.US_EAST_1,
        AccountId.of("111122223333"),
        "abcdefghijk",
        1,
        "",
        ImmutableSet.of(),
        ImmutableSet.of()));
    add(new SnapshotCreation(
        SnapshotId.of("snap-01234567"),
        ImmutableSet.of(),
        Task.Kind.SNAPSHOT_COPY,
        AccountId.of("111122223333"),
        now,
        Optional.empty(),
        Optional.empty()));
    add(new ImageCreation(
        ImageId.of("ami-01234567"),
        ImmutableMap.of(),
        Task.Kind.IMAGE_COPY,
        AccountId.of("111122223333"),
        now,
        Optional.empty(),
        Optional.empty()));
    add(new TierMove(
        SnapshotId.of("snap-01234567"),
        TieringOperation.ARCHIVAL,
        OptionalInt.empty(),
        AccountId.of("111122223333"),
        now,
        Optional.empty(),
        Optional.empty()));
    ImageUsageReport report = new ImageUsageReport(
        ImageUsageReportId.of("amiur-01234567"),
        ImageId.of("ami-01234567"),
        ImmutableList.of(),
        ImmutableList.of(),
        now,
        ImageUsageReportState.PENDING,
        Optional.empty(),
        Tags.none());
    add(
        report,
        new ImageUsageReportEntry(
            report.reportId(),
            report.imageId(),
            now,
            AccountId.of("111122223333"),
            ImageReferenceResourceType.INSTANCE,
            1));
    StoreImageTask storing = new StoreImageTask(
        ImageId.of("ami-01234567"),
        new S3ObjectId("bucket", "key"),
        now,
        StoreTaskState.IN_PROGRESS,
        0,
        Optional.empty());
    add(storing, new BucketEvent.StoreImageTaskEnded(Region.US_EAST_1, storing.completed()));
    known.put(AttemptAssert.class, AmiAssertions.assertThatBuilding(() -> ImageId.of("ami")));
    add(new SnapshotRecycleBinStay(now, now.plusSeconds(1), ImmutableSet.of()));
    add(new TransitionTable<>(AmiStage.class, AmiAction.class));
    known.put(Words.class, Architecture.WORDS);
    known.put(
        World.class,
        RegistryArbitraries.worlds().generator(1).next(new Random(1)).value());
    known.put(Double.class, 0.5);
    known.put(Enum.class, AmiStage.PENDING);
    known.put(Object.class, "some.text");
    known.put(Class.class, ImageCreation.class);
    known.put(Clock.class, Clock.fixed(now, ZoneOffset.UTC));
  }

  private void add(Object... values) {
    for (Object value : values) {
      Class<?> type = value.getClass();
      known.put(PublicApi.isVisible(type) ? type : type.getSuperclass(), value);
    }
  }

  /** A value of a type; what holds others holds one. */
  Object of(Type type) {
    TypeToken<?> full = TypeToken.of(type);
    Class<?> raw = Primitives.wrap(full.getRawType());
    if (known.containsKey(raw)) {
      return known.get(raw);
    }
    if (raw.isArray()) {
      Object array = Array.newInstance(raw.getComponentType(), 1);
      Array.set(array, 0, of(raw.getComponentType()));
      return array;
    }
    if (raw == Optional.class) {
      return Optional.of(element(full, Optional.class, 0));
    }
    if (Iterable.class.isAssignableFrom(raw) && raw.isAssignableFrom(ImmutableList.class)) {
      return ImmutableList.of(element(full, Iterable.class, 0));
    }
    if (Iterable.class.isAssignableFrom(raw) && raw.isAssignableFrom(ImmutableSet.class)) {
      return ImmutableSet.of(element(full, Iterable.class, 0));
    }
    if (Map.class.isAssignableFrom(raw) && raw.isAssignableFrom(ImmutableMap.class)) {
      return ImmutableMap.of(element(full, Map.class, 0), element(full, Map.class, 1));
    }
    return made(raw);
  }

  /** A receiver, if the call has one, and all arguments. */
  List<Object> receiverAndArguments(Class<?> type, Executable executable) {
    List<Object> values = new ArrayList<>();
    if (!PublicApi.isStatic(executable)) {
      values.add(of(type));
    }
    for (Type parameter : executable.getGenericParameterTypes()) {
      values.add(of(parameter));
    }
    return values;
  }

  private Object element(TypeToken<?> holder, Class<?> generic, int index) {
    return of(holder.resolveType(generic.getTypeParameters()[index]).getType());
  }

  private Object made(Class<?> type) {
    if (!beingMade.add(type)) {
      throw new IllegalStateException("one needs a " + type.getName() + " to make one");
    }
    IllegalStateException failure =
        new IllegalStateException("of " + type.getName() + " there is no sample");
    try {
      for (Way way : ways(type).toList()) {
        try {
          Object made = way.go();
          known.put(type, made);
          return made;
        } catch (Throwable e) {
          failure.addSuppressed(e);
        }
      }
    } finally {
      beingMade.remove(type);
    }
    throw failure;
  }

  private Stream<Way> ways(Class<?> type) {
    if (type.isEnum()) {
      return Stream.of(() -> type.getEnumConstants()[0]);
    }
    if (type.isSealed()) {
      return Arrays.stream(type.getPermittedSubclasses())
          .filter(PublicApi::isVisible)
          .map(permitted -> () -> of(permitted));
    }
    Stream<Way> building = PublicApi.methods(type)
        .filter(method -> method.getName().equals("builder"))
        .map(builder -> () -> built(type, (Method) builder));
    Stream<Way> making = Stream.concat(
        PublicApi.constructors(type).map(way -> way(type, way)),
        Stream.concat(Stream.of(type), api.types().stream())
            .flatMap(holder -> PublicApi.methods(holder)
                .filter(method -> ((Method) method).getReturnType() == type)
                .sorted(Comparator.comparing(method -> !PublicApi.isStatic(method)))
                .map(method -> way(holder, method))));
    Stream<Way> implementing = type.isInterface()
        ? Stream.of(() -> Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> of(method.getGenericReturnType())))
        : Stream.of();
    return Stream.of(building, making, implementing).flatMap(ways -> ways);
  }

  private Way way(Class<?> type, Executable executable) {
    return () -> PublicApi.call(type, executable, receiverAndArguments(type, executable));
  }

  /** What a builder makes that was given no more than it wants. */
  private Object built(Class<?> type, Method builder) throws Throwable {
    Class<?> building = builder.getReturnType();
    Method build = building.getMethod("build");
    Object made = PublicApi.call(type, builder, List.of());
    try {
      return PublicApi.call(building, build, List.of(made));
    } catch (MissingAttributesException e) {
      for (Violation absent : e.violations()) {
        Method setter = Arrays.stream(building.getMethods())
            .filter(method -> method.getName().equals(absent.path()))
            .min(Comparator.comparing(method -> method.getParameterTypes()[0] == String.class))
            .orElseThrow();
        PublicApi.call(building, setter, List.of(made, of(setter.getGenericParameterTypes()[0])));
      }
      return PublicApi.call(building, build, List.of(made));
    }
  }

  private interface Way {
    Object go() throws Throwable;
  }
}

package dev.amikit.testkit.contract;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.ImageUsageReportId;
import dev.amikit.id.InstanceId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.Region;
import dev.amikit.id.S3ObjectId;
import dev.amikit.id.SnapshotId;
import dev.amikit.id.VolumeId;
import dev.amikit.image.Ami;
import dev.amikit.image.Architecture;
import dev.amikit.registry.Aws;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.fastlaunch.EnableFastLaunch;
import dev.amikit.registry.image.RegisterImage;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.recyclebin.CreateRule;
import dev.amikit.registry.recyclebin.LockRule;
import dev.amikit.registry.recyclebin.UnlockRule;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import dev.amikit.registry.usage.CreateImageUsageReport;
import dev.amikit.tag.Tags;
import dev.amikit.testkit.registry.Draw;
import dev.amikit.testkit.registry.History;
import dev.amikit.testkit.registry.History.Attempts;
import dev.amikit.testkit.registry.RegistryUnderTest;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What a registry told in the course of its life, from the first event on, in the portions in which
 * it is appended to a store. It shrinks to a life in which little happens.
 */
public final class RecordedEvents {
  private static final int PORTIONS = 12;
  private static final ImageId WINDOWS = ImageId.of("ami-0fedcba9876543210");
  private static final OrganizationArn ORGANIZATION =
      OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5");

  private final ImmutableList<ImmutableList<RecordedEvent>> portions;
  private final PartitionState state;

  private RecordedEvents(
      ImmutableList<ImmutableList<RecordedEvent>> portions, PartitionState state) {
    this.portions = portions;
    this.state = state;
  }

  /** {@return what is told in long lives, some with doings of AWS at their end} */
  static Arbitrary<RecordedEvents> any() {
    return Combinators.combine(Attempts.any(), Draw.numbers(PORTIONS + 1))
        .as((attempts, numbers) -> of(attempts, new Draw(numbers)))
        .withoutEdgeCases();
  }

  private static RecordedEvents of(Attempts attempts, Draw draw) {
    List<InMemoryAmiRegistry> made = new ArrayList<>();
    History history = History.of(attempts, (clock, settings) -> {
      made.add(InMemoryAmiRegistry.create(clock, settings));
      return RegistryUnderTest.inMemory(made.get(made.size() - 1));
    });
    InMemoryAmiRegistry registry = made.get(0);
    if (draw.oneIn(2)) {
      liveOn(registry);
    }
    ImmutableList<RecordedEvent> all = ImmutableList.copyOf(history.recorded());
    return new RecordedEvents(portions(all, draw), registry.state());
  }

  private static ImmutableList<ImmutableList<RecordedEvent>> portions(
      ImmutableList<RecordedEvent> all, Draw draw) {
    checkState(all.size() > 3, "little was told: %s", all);
    ImmutableList.Builder<ImmutableList<RecordedEvent>> portions = ImmutableList.builder();
    int from = 0;
    for (int i = 0; i < PORTIONS && from < all.size() - 3; i++) {
      int end = from + 1 + draw.below(all.size() - 3 - from);
      portions.add(all.subList(from, end));
      from = end;
    }
    return portions.add(all.subList(from, all.size())).build();
  }

  /** What histories lack or seldom have: tags, client tokens, fast launch, doings of AWS. */
  private static void liveOn(InMemoryAmiRegistry registry) {
    AccountId owner = History.ACCOUNTS.get(0);
    Region here = History.REGIONS.get(0);
    Ec2 ec2 = registry.account(owner).in(here);
    Aws aws = registry.aws();
    aws.joinOrganization(owner, OrganizationPath.of(ORGANIZATION));
    VolumeId volume = ec2.createVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)).volumeId();
    SnapshotId snapshot = ec2.createSnapshot(volume).snapshotId();
    aws.completeAll();
    ImageId image = ec2.registerImage(RegisterImage.builder()
        .name("windows-of-aws")
        .hvm(Architecture.X86_64)
        .ebsRoot("/dev/sda1", snapshot)
        .build());
    aws.completeAll();
    Ami windows = registry.state().image(here, image).orElseThrow().toBuilder()
        .imageId(WINDOWS)
        .name("windows")
        .windows()
        .build();
    aws.put(here, windows);
    ec2.enableFastLaunch(EnableFastLaunch.of(WINDOWS));
    aws.completeAll();
    InstanceId instance = ec2.runInstances(RunInstances.builder()
            .imageId(WINDOWS)
            .instanceType("m5.large")
            .clientToken("token")
            .build())
        .instances()
        .get(0)
        .instanceId();
    ImageUsageReportId report = ec2.createImageUsageReport(CreateImageUsageReport.of(image));
    ec2.createTags(Tags.of("env", "prod"), instance, volume, snapshot, report);
    String rule = ec2.call(CreateRule.ofRegion(ResourceType.EC2_IMAGE, 7)).identifier();
    ec2.call(new LockRule(rule, 7));
    ec2.call(new UnlockRule(rule));
    ec2.disableFastLaunch(WINDOWS);
    S3ObjectId object = ec2.createStoreImageTask(image, "bucket-of-aws");
    aws.completeAll();
    aws.delete(here, object);
  }

  /** {@return all events, in order; their numbers follow each other from 1 on} */
  public ImmutableList<RecordedEvent> all() {
    return ImmutableList.copyOf(Iterables.concat(portions));
  }

  /** {@return all events, in the portions in which they are appended, none of them empty} */
  public ImmutableList<ImmutableList<RecordedEvent>> portions() {
    return portions;
  }

  /** {@return all that there is in the registry afterwards} */
  public PartitionState state() {
    return state;
  }

  /** Returns the events, a line each, and which of them are appended together. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (ImmutableList<RecordedEvent> portion : portions) {
      text.append(portion.size()).append(" appended together:\n");
      portion.forEach(told -> text.append("  ")
          .append(told.sequence())
          .append(". ")
          .append(told.event())
          .append('\n'));
    }
    return text.toString();
  }
}

package dev.amikit.testkit.arbitrary.registry;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.device.EbsBlockDevice;
import dev.amikit.device.VolumeType;
import dev.amikit.id.AccountId;
import dev.amikit.id.KmsKeyId;
import dev.amikit.id.OrganizationArn;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.OrganizationalUnitArn;
import dev.amikit.id.Region;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.account.DisableImageBlockPublicAccess;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.Volume;
import dev.amikit.testkit.ec2.TestEc2;
import dev.amikit.testkit.registry.Draw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A registry in which a few things happened: all that there is in a partition at a time, and what
 * led to it. It is what a short history of calls comes to, together with what AWS does and the
 * clock brings; so all that is in it could be there, and what refers to something refers to what is
 * there or was.
 *
 * <p>It begins with a volume and a snapshot of each account in each Region. The first two accounts
 * are in an organization, the second of them in a unit of it, and do not block public access.
 */
public final class World {
  /** The accounts that act. The first owns most of what shrinking leaves. */
  public static final ImmutableList<AccountId> ACCOUNTS = ImmutableList.of(
      AccountId.of("111122223333"), AccountId.of("444455556666"), AccountId.of("777788889999"));

  /** The Regions in which they act: us-east-1, eu-west-1 and ap-southeast-2. */
  public static final ImmutableList<Region> REGIONS =
      ImmutableList.of(Region.US_EAST_1, Region.EU_WEST_1, Region.of("ap-southeast-2"));

  /** The organization of some of the accounts. */
  public static final OrganizationArn ORGANIZATION =
      OrganizationArn.of("arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5");

  /** A unit of the organization. */
  public static final OrganizationalUnitArn UNIT = OrganizationalUnitArn.of(
      "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-engineer");

  private static final World BEGINNING = beginning();

  private final PartitionState state;
  private final Instant now;
  private final RegistrySettings settings;
  private final ImmutableList<RecordedEvent> recorded;
  private final ImmutableList<Done> story;

  private World(
      PartitionState state,
      Instant now,
      RegistrySettings settings,
      ImmutableList<RecordedEvent> recorded,
      ImmutableList<Done> story) {
    this.state = state;
    this.now = now;
    this.settings = settings;
    this.recorded = recorded;
    this.story = story;
  }

  /** Returns what deeds, tried one after the other, come to. */
  static World of(RegistrySettings settings, List<Attempt> attempts) {
    Making making = new Making(BEGINNING, settings);
    attempts.forEach(making::attempt);
    return making.world();
  }

  /**
   * What was tried; the numbers choose among what there is when its turn comes.
   *
   * @param seldom one time out of how many something is wrong with it
   */
  record Attempt(Deed.Kind kind, int seldom, List<Integer> numbers) {
    Attempt by(List<Integer> others) {
      return new Attempt(kind, seldom, others);
    }
  }

  /** What was done, and what was answered. */
  private record Done(Attempt attempt, Deed deed, Object answer) {
    @Override
    public String toString() {
      return answer == Return.TRUE ? deed.toString() : deed + " -> " + answer;
    }
  }

  private static World beginning() {
    RegistrySettings settings =
        RegistrySettings.builder().ids(IdSource.counting()).build();
    World nothing = new World(
        PartitionState.empty(),
        TestEc2.START.plusNanos(987_654_321), // finer than any time of EC2
        settings,
        ImmutableList.of(),
        ImmutableList.of());
    Making making = new Making(nothing, settings);
    making.join(ACCOUNTS.get(0), OrganizationPath.of(ORGANIZATION));
    making.join(ACCOUNTS.get(1), OrganizationPath.of(ORGANIZATION, UNIT));
    for (AccountId account : ACCOUNTS) {
      for (Region region : REGIONS) {
        Volume volume =
            making.call(account, region, new CreateVolume(EbsBlockDevice.blank(VolumeType.GP3, 8)));
        making.call(
            account,
            region,
            CreateSnapshot.builder().volumeId(volume.volumeId()).build());
      }
    }
    for (Region region : REGIONS) {
      making.call(ACCOUNTS.get(0), region, new DisableImageBlockPublicAccess());
      making.call(ACCOUNTS.get(1), region, new DisableImageBlockPublicAccess());
    }
    World world = making.world();
    return new World(world.state, world.now, settings, world.recorded, ImmutableList.of());
  }

  /** The one customer managed key of an account in a Region. */
  static KmsKeyId key(AccountId account, Region region) {
    return KmsKeyId.of(
        "arn:aws:kms:%s:%s:key/1234abcd-12ab-34cd-56ef-1234567890ab".formatted(region, account));
  }

  /** {@return all that there is} */
  public PartitionState state() {
    return state;
  }

  /** {@return the time} */
  public Instant now() {
    return now;
  }

  /** {@return what the registry was built with} */
  public RegistrySettings settings() {
    return settings;
  }

  /** {@return what happened, from the empty registry on, in order} */
  public ImmutableList<RecordedEvent> recorded() {
    return recorded;
  }

  /** What happened of one kind, since the beginning; only if that is nothing, before. */
  Stream<RecordedEvent> recorded(Class<? extends RegistryEvent> type) {
    int begun = BEGINNING.recorded.size();
    List<RecordedEvent> since = recorded.subList(begun, recorded.size()).stream()
        .filter(it -> type.isInstance(it.event()))
        .toList();
    return since.isEmpty()
        ? recorded.stream().filter(it -> type.isInstance(it.event()))
        : since.stream();
  }

  /** What led here from the beginning, without what changed nothing. */
  ImmutableList<Attempt> attempts() {
    return story.stream().map(Done::attempt).collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the world as an account sees it in a Region, in which an operation can be decided.
   *
   * @param caller the account
   * @param region the Region
   * @return the situation
   */
  public Situation situation(AccountId caller, Region region) {
    requireNonNull(caller, "caller");
    requireNonNull(region, "region");
    return new Situation(state, caller, region, now, settings);
  }

  /**
   * Returns an EC2 in which this is all that there is, and whose clock stands at the same time.
   * What is done there leaves this world as it is.
   *
   * @return the EC2, a new one each time
   */
  public TestEc2 open() {
    TestEc2 aws = TestEc2.of(settings);
    aws.passUntil(now);
    aws.registry().restore(state);
    return aws;
  }

  /** Returns what was done since the beginning, a line each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("a world at ").append(now);
    for (int i = 0; i < story.size(); i++) {
      text.append("\n%d. %s".formatted(i + 1, story.get(i)));
    }
    return text.toString();
  }

  /** A world that is being made. */
  private static final class Making {
    private final RegistrySettings settings;
    private final List<RecordedEvent> recorded;
    private final List<Done> story = new ArrayList<>();
    private PartitionState state;
    private Instant now;

    Making(World begin, RegistrySettings settings) {
      this.settings = settings;
      this.state = begin.state;
      this.now = begin.now;
      this.recorded = new ArrayList<>(begin.recorded);
    }

    World world() {
      return new World(
          state, now, settings, ImmutableList.copyOf(recorded), ImmutableList.copyOf(story));
    }

    void attempt(Attempt attempt) {
      Draw draw = new Draw(attempt.numbers());
      Deed deed = attempt.kind().in(new Scene(state, now, attempt.seldom(), draw));
      Attempt used = attempt.by(WorldArbitraries.used(attempt.numbers(), draw));
      if (deed instanceof Deed.Call call) {
        Outcome<?> outcome = call.operation().decide(situation(call.caller(), call.region()));
        if (outcome instanceof Outcome.Done<?> done) {
          happen(done.events(), Optional.of(call.caller()), new Done(used, call, done.result()));
        }
      } else if (deed instanceof Deed.Happening happening) {
        happen(happening.events(), Optional.empty(), new Done(used, deed, Return.TRUE));
      } else if (deed instanceof Deed.Passing passing) {
        now = now.plus(passing.duration());
        story.add(new Done(used, deed, Return.TRUE));
        pass();
      }
    }

    private Situation situation(AccountId caller, Region region) {
      return new Situation(state, caller, region, now, settings);
    }

    private void happen(List<RegistryEvent> events, Optional<AccountId> caller, Done done) {
      if (!events.isEmpty()) {
        story.add(done);
        become(events, caller);
        pass();
      }
    }

    /** Lets happen what has become due. */
    private void pass() {
      for (List<RegistryEvent> due = state.due(now); !due.isEmpty(); due = state.due(now)) {
        become(due, Optional.empty());
      }
    }

    private void become(List<RegistryEvent> events, Optional<AccountId> caller) {
      for (RegistryEvent event : events) {
        state = state.after(event);
        recorded.add(new RecordedEvent(recorded.size() + 1, now, caller, event));
      }
    }

    <R> R call(AccountId caller, Region region, Operation<R> operation) {
      Outcome<R> outcome = operation.decide(situation(caller, region));
      R answer = outcome.orThrow();
      become(((Outcome.Done<R>) outcome).events(), Optional.of(caller));
      pass();
      return answer;
    }

    void join(AccountId account, OrganizationPath path) {
      become(
          List.of(new RegistryEvent.ProfileChanged(
              account, state.profile(account).toBuilder().organizationPath(path).build())),
          Optional.empty());
    }
  }
}

package dev.amikit.testkit.ec2;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.amikit.rule.MessageTemplate.own;
import static dev.amikit.rule.MessageTemplate.quoted;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.id.VolumeId;
import dev.amikit.image.StateReason;
import dev.amikit.page.Page;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.instance.DescribeInstances;
import dev.amikit.registry.instance.Reservation;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.snapshot.CreateSnapshot;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceState;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.Task;
import dev.amikit.rule.ErrorCode;
import dev.amikit.rule.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A registry as an untidy EC2 shows it. */
final class UntidyAws {
  static final Rule NOT_THROTTLED = Rule.rule(
          "untidy.not-throttled",
          "not too many calls are made in a short time",
          ErrorCode.REQUEST_LIMIT_EXCEEDED,
          "EC2 API Developer Guide, Request throttling",
          "ERR-46",
          "DEC-164")
      .saying(quoted("Request limit exceeded."));

  static final Rule SNAPSHOT_RATE = Rule.rule(
          "untidy.snapshot-rate",
          "a while lies between two snapshots of a volume",
          ErrorCode.SNAPSHOT_CREATION_PER_VOLUME_RATE_EXCEEDED,
          "error codes, SnapshotCreationPerVolumeRateExceeded",
          "SNAP-20",
          "DEC-164")
      .saying(own("The maximum per volume CreateSnapshot request rate has been exceeded. Use an"
          + " increasing or variable sleep interval between requests."));

  private static final StateReason FAILED =
      new StateReason("Server.InternalError", "Internal error");
  private static final int OLDEST = 3;
  private static final int MOST_RESTS = 1_000;

  private final InMemoryAmiRegistry registry;
  private final Clock clock;
  private final RegistrySettings settings;
  private final Untidiness untidiness;
  private final Random random;
  private final Deque<PartitionState> before = new ArrayDeque<>();
  private final Map<Region, ImmutableSet<Task>> seen = new HashMap<>();
  private final Map<VolumeId, Instant> lastSnapshots = new HashMap<>();
  private final Map<String, Rest<?>> rests = new LinkedHashMap<>();

  /** What is left of a page that was cut short. */
  private record Rest<T>(String asked, Page<T> page) {}

  UntidyAws(
      InMemoryAmiRegistry registry, Clock clock, RegistrySettings settings, Untidiness untidiness) {
    this.registry = registry;
    this.clock = clock;
    this.settings = settings;
    this.untidiness = untidiness;
    this.random = new Random(untidiness.seed());
  }

  Ec2 as(AccountId account, Region region) {
    return new Caller(this, registry.account(account).in(region));
  }

  private record Caller(UntidyAws aws, Ec2 tidy) implements Ec2 {
    @Override
    public AccountId caller() {
      return tidy.caller();
    }

    @Override
    public Region region() {
      return tidy.region();
    }

    @Override
    public <R> R call(Operation<R> operation) {
      return aws.call(tidy, operation);
    }
  }

  private synchronized <R> R call(Ec2 tidy, Operation<R> operation) {
    if (happens(untidiness.throttled())) {
      throw NOT_THROTTLED.refuse("", "too many calls");
    }
    if (operation instanceof Listing<?> listing) {
      @SuppressWarnings("unchecked") // what a listing answers with is a page
      R page = (R) page(tidy, listing);
      return page;
    }
    return operation instanceof ReadOperation<R> read ? read(tidy, read) : change(tidy, operation);
  }

  private boolean happens(double part) {
    return random.nextDouble() < part;
  }

  private <R> R read(Ec2 tidy, ReadOperation<R> operation) {
    R answer = happens(untidiness.lagging()) && !before.isEmpty()
        ? operation.decide(lagging(tidy)).orThrow()
        : tidy.call(operation);
    if (operation instanceof DescribeInstances) {
      @SuppressWarnings("unchecked") // what DescribeInstances answers with
      R pending = (R) pending((Page<Reservation>) answer);
      return pending;
    }
    return answer;
  }

  private Situation lagging(Ec2 tidy) {
    PartitionState old = ImmutableList.copyOf(before).get(random.nextInt(before.size()));
    return new Situation(old, tidy.caller(), tidy.region(), clock.instant(), settings);
  }

  private Page<Reservation> pending(Page<Reservation> page) {
    ImmutableList<Reservation> pending = page.items().stream()
        .map(reservation -> new Reservation(
            reservation.reservationId(),
            reservation.ownerId(),
            reservation.instances().stream().map(this::pending).collect(toImmutableList())))
        .collect(toImmutableList());
    return new Page<>(pending, page.nextToken());
  }

  private Instance pending(Instance instance) {
    Instant until = instance.launchTime().plus(untidiness.pending());
    return instance.state() == InstanceState.RUNNING && clock.instant().isBefore(until)
        ? instance.toBuilder().state(InstanceState.PENDING).build()
        : instance;
  }

  private <T> Page<T> page(Ec2 tidy, Listing<T> listing) {
    String asked = "%s in %s: %s".formatted(tidy.caller(), tidy.region(), listing.request());
    Optional<Page<T>> rest = rest(listing, asked);
    Page<T> whole = rest.orElseGet(() -> read(tidy, listing));
    boolean isPaged = listing.page().maxResults().isPresent() || rest.isPresent();
    return isPaged && !whole.items().isEmpty() && happens(untidiness.shortened())
        ? shortened(asked, whole)
        : whole;
  }

  /** What is left of a page that was cut short, if the token that is given stands for that. */
  private <T> Optional<Page<T>> rest(Listing<T> listing, String asked) {
    @SuppressWarnings("unchecked") // what was asked for is the same
    Rest<T> rest = (Rest<T>) rests.get(listing.page().nextToken().orElse(""));
    return Optional.ofNullable(rest).filter(left -> left.asked().equals(asked)).map(Rest::page);
  }

  private <T> Page<T> shortened(String asked, Page<T> whole) {
    int length = random.nextInt(whole.items().size());
    String token = new UUID(random.nextLong(), random.nextLong()).toString();
    ImmutableList<T> left = whole.items().subList(length, whole.items().size());
    rests.put(token, new Rest<>(asked, new Page<>(left, whole.nextToken())));
    if (rests.size() > MOST_RESTS) {
      rests.remove(rests.keySet().iterator().next());
    }
    return new Page<>(whole.items().subList(0, length), Optional.of(token));
  }

  private <R> R change(Ec2 tidy, Operation<R> operation) {
    if (operation instanceof CreateSnapshot request) {
      requireRate(request.volumeId());
    }
    PartitionState old = registry.state();
    R answer = tidy.call(operation);
    if (operation instanceof CreateSnapshot request) {
      lastSnapshots.values().removeIf(this::isAWhileAgo);
      lastSnapshots.put(request.volumeId(), clock.instant());
    }
    before.addFirst(old);
    if (before.size() > OLDEST) {
      before.removeLast();
    }
    failSome(tidy.region());
    return answer;
  }

  private void requireRate(VolumeId volume) {
    Instant last = lastSnapshots.get(volume);
    if (last != null && !isAWhileAgo(last)) {
      throw SNAPSHOT_RATE.refuse("volumeId", volume);
    }
  }

  private boolean isAWhileAgo(Instant time) {
    return !clock.instant().isBefore(time.plus(untidiness.pending()));
  }

  /** Lets some of the work fail that has just begun. */
  private void failSome(Region region) {
    Set<Task> earlier = seen.getOrDefault(region, ImmutableSet.of());
    work(region).stream()
        .filter(task -> !earlier.contains(task) && happens(untidiness.failing()))
        .filter(task -> work(region).contains(task)) // none that has failed with another
        .forEach(task -> registry.aws().fail(region, task.subject(), FAILED));
    seen.put(region, work(region));
  }

  private ImmutableSet<Task> work(Region region) {
    return registry.state().in(region).agenda().work().collect(toImmutableSet());
  }
}

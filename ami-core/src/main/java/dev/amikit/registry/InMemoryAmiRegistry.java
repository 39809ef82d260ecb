package dev.amikit.registry;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.OrganizationPath;
import dev.amikit.id.Region;
import dev.amikit.id.ResourceId;
import dev.amikit.id.SnapshotId;
import dev.amikit.image.Ami;
import dev.amikit.image.StateReason;
import dev.amikit.lifecycle.WithdrawPublicPermission;
import dev.amikit.page.Answer;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.AccountProfile;
import dev.amikit.registry.state.AccountSettings;
import dev.amikit.registry.state.LaunchReport;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegionState;
import dev.amikit.registry.state.RegistryEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An EC2 for images and snapshots in the memory of this process. Safe for many threads: an
 * operation is carried out whole or not at all, one after the other; what only reads never waits.
 *
 * <p>Time passes by the clock that it was built with. What the clock moves (work that ends, stays
 * in the Recycle Bin that expire) has happened when the next operation looks.
 */
public final class InMemoryAmiRegistry {
  private final Clock clock;
  private final RegistrySettings settings;
  private final ReentrantLock writing = new ReentrantLock();
  private final Listings listings = new Listings();
  private final Deque<RegistryEvent> untold = new ArrayDeque<>();
  private final List<Consumer<? super RegistryEvent>> listeners = new CopyOnWriteArrayList<>();
  private volatile PartitionState state;
  private boolean telling;

  private InMemoryAmiRegistry(Clock clock, RegistrySettings settings, PartitionState state) {
    this.clock = clock;
    this.settings = settings;
    this.state = state;
  }

  /**
   * Returns an empty registry.
   *
   * @param clock what tells the time
   * @param settings Regions, IDs, quotas, completion
   * @return the registry
   */
  public static InMemoryAmiRegistry create(Clock clock, RegistrySettings settings) {
    requireNonNull(clock, "clock");
    requireNonNull(settings, "settings");
    return new InMemoryAmiRegistry(clock, settings, PartitionState.empty());
  }

  /**
   * Returns an empty registry with EC2's quotas, in which work ends at once.
   *
   * @param clock what tells the time
   * @return the registry
   */
  public static InMemoryAmiRegistry create(Clock clock) {
    requireNonNull(clock, "clock");
    return create(clock, RegistrySettings.builder().build());
  }

  /**
   * Returns EC2 as an account sees it.
   *
   * @param account the account
   * @return the account, to be asked in a Region
   */
  public Account account(AccountId account) {
    requireNonNull(account, "account");
    return new Account(this, account);
  }

  /**
   * Returns EC2 as an account sees it.
   *
   * @param account the ID of the account, 12 digits
   * @return the account, to be asked in a Region
   */
  public Account account(String account) {
    requireNonNull(account, "account");
    return account(AccountId.of(account));
  }

  /** {@return all that the partition holds now} */
  public PartitionState state() {
    return at(clock.instant());
  }

  /**
   * Goes back, or ahead, to a state that was kept. Nobody is told of events.
   *
   * @param kept the state
   */
  public void restore(PartitionState kept) {
    requireNonNull(kept, "kept");
    writing.lock();
    try {
      state = kept;
    } finally {
      writing.unlock();
    }
  }

  /**
   * Tells a listener of everything that happens from now on, in order. It is told by the thread
   * that makes it happen, after it has happened; it may call the registry.
   *
   * <p>What a listener throws reaches the caller of the operation, after all have been told
   * everything; the operation has been carried out all the same.
   *
   * @param listener who is told
   */
  public void listen(Consumer<? super RegistryEvent> listener) {
    requireNonNull(listener, "listener");
    listeners.add(listener);
  }

  /** Lets happen what the clock has made due; every operation does so first. */
  public void advance() {
    change((present, now) -> ImmutableList.of());
  }

  /**
   * Ends work in the background with success.
   *
   * @param region where
   * @param image the image that was being made
   */
  public void complete(Region region, ImageId image) {
    requireNonNull(region, "region");
    requireNonNull(image, "image");
    change((present, now) -> completed(present.in(region), image, now));
  }

  /**
   * Ends work in the background with success.
   *
   * @param region where
   * @param snapshot the snapshot that was being made
   */
  public void complete(Region region, SnapshotId snapshot) {
    requireNonNull(region, "region");
    requireNonNull(snapshot, "snapshot");
    change((present, now) -> completed(present.in(region), snapshot, now));
  }

  /**
   * Ends work in the background with a failure.
   *
   * @param region where
   * @param image the image that was being made
   * @param reason why it failed
   */
  public void fail(Region region, ImageId image, StateReason reason) {
    requireNonNull(region, "region");
    requireNonNull(image, "image");
    requireNonNull(reason, "reason");
    change((present, now) -> failed(present.in(region), image, reason, now));
  }

  /**
   * Ends work in the background with a failure.
   *
   * @param region where
   * @param snapshot the snapshot that was being made
   * @param reason why it failed
   */
  public void fail(Region region, SnapshotId snapshot, StateReason reason) {
    requireNonNull(region, "region");
    requireNonNull(snapshot, "snapshot");
    requireNonNull(reason, "reason");
    change((present, now) -> failed(present.in(region), snapshot, reason, now));
  }

  /**
   * Lets things happen that no operation brings about: images put in from outside, what AWS knows
   * of an account, a choice of a test.
   *
   * @param events what happens, in this order
   */
  public void happen(RegistryEvent... events) {
    requireNonNull(events, "events");
    change((present, now) -> ImmutableList.copyOf(events));
  }

  /**
   * Changes what AWS knows of an account.
   *
   * @param account the account
   * @param change how
   */
  public void changeProfile(AccountId account, UnaryOperator<AccountProfile> change) {
    requireNonNull(change, "change");
    change((present, now) -> ImmutableList.of(
        new RegistryEvent.ProfileChanged(account, change.apply(present.profile(account)))));
  }

  /**
   * Makes an account a member of an organization, or moves it there. Images that are shared with
   * the organization, or with a unit around the new place, are the account's to launch at once.
   *
   * @param account the account
   * @param place its place in the organization
   */
  public void joinOrganization(AccountId account, OrganizationPath place) {
    requireNonNull(account, "account");
    requireNonNull(place, "place");
    changeProfile(
        account, profile -> profile.toBuilder().organizationPath(place).build());
  }

  /**
   * Takes an account out of its organization, and with it what the account had through that.
   *
   * @param account the account
   */
  public void leaveOrganization(AccountId account) {
    requireNonNull(account, "account");
    changeProfile(
        account,
        profile -> profile.toBuilder().organizationPath(Optional.empty()).build());
  }

  /**
   * Subscribes an account to a product.
   *
   * @param account the account
   * @param productCode the code of the product
   */
  public void subscribe(AccountId account, String productCode) {
    requireNonNull(account, "account");
    requireNonNull(productCode, "productCode");
    changeProfile(
        account, profile -> profile.toBuilder().addSubscription(productCode).build());
  }

  /**
   * Ends the subscription of an account to a product.
   *
   * @param account the account
   * @param productCode the code of the product
   */
  public void unsubscribe(AccountId account, String productCode) {
    requireNonNull(account, "account");
    requireNonNull(productCode, "productCode");
    changeProfile(
        account,
        profile -> profile.toBuilder()
            .subscriptions(Sets.difference(profile.subscriptions(), ImmutableSet.of(productCode)))
            .build());
  }

  /**
   * Sets up EC2 for an account in a Region, as no operation could: a declarative policy of its
   * organization, say, or which aliases of KMS keys it has and which keys cannot be used.
   *
   * @param account the account
   * @param region the Region
   * @param change how
   */
  public void changeSettings(
      AccountId account, Region region, UnaryOperator<AccountSettings> change) {
    requireNonNull(change, "change");
    change((present, now) -> ImmutableList.of(new RegistryEvent.SettingsChanged(
        region, account, change.apply(present.settings(region, account)))));
  }

  /**
   * Lets AWS clean up: public images of a Region that are deprecated, and from which nothing was
   * launched for six months, are public no more. That never happens by itself.
   *
   * @param region the Region
   */
  public void withdrawPublicPermissions(Region region) {
    requireNonNull(region, "region");
    change((present, now) -> withdrawals(present.in(region), now));
  }

  private static ImmutableList<RegistryEvent> completed(
      RegionState here, ResourceId resource, Instant now) {
    return here.agenda()
        .task(resource)
        .map(task -> task.completed(here, now))
        .orElse(ImmutableList.of());
  }

  private static ImmutableList<RegistryEvent> failed(
      RegionState here, ResourceId resource, StateReason reason, Instant now) {
    return here.agenda()
        .task(resource)
        .map(task -> task.failed(here, reason, now))
        .orElse(ImmutableList.of());
  }

  private static ImmutableList<RegistryEvent> withdrawals(RegionState here, Instant now) {
    Set<ImageId> justLaunched = here.agenda()
        .tasks()
        .filter(LaunchReport.class::isInstance)
        .map(report -> ((LaunchReport) report).imageId())
        .collect(toImmutableSet());
    return here.images()
        .all()
        .filter(Ami::isPublic)
        .filter(ami -> !justLaunched.contains(ami.imageId()))
        .sorted(Comparator.comparing(Ami::imageId))
        .flatMap(ami -> new WithdrawPublicPermission()
            .decide(ami, now).events().stream()
                .map(event -> new RegistryEvent.ImageChanged(here.region(), ami.imageId(), event)))
        .collect(toImmutableList());
  }

  <R> R call(AccountId caller, Region region, Operation<R> operation) {
    return operation instanceof ReadOperation<R> reading
        ? reading.decide(reading(caller, region)).orThrow()
        : carryOut((present, now) ->
            operation.decide(new Situation(present, caller, region, now, settings)));
  }

  /** A page of what an operation lists. */
  <T> Answer.Page<T> list(AccountId caller, Region region, Listing<T> listing) {
    return listings.page(listing, reading(caller, region)).orThrow();
  }

  private Situation reading(AccountId caller, Region region) {
    Instant now = clock.instant();
    return new Situation(at(now), caller, region, now, settings);
  }

  /** The present state, with what the clock has made due by a time. */
  private PartitionState at(Instant now) {
    PartitionState present = state;
    for (ImmutableList<RegistryEvent> due = present.due(now);
        !due.isEmpty();
        due = present.due(now)) {
      present = present.after(due);
    }
    return present;
  }

  private void change(BiFunction<PartitionState, Instant, ImmutableList<RegistryEvent>> events) {
    boolean unused = carryOut((present, now) -> {
      ImmutableList<RegistryEvent> happening = events.apply(present, now);
      return new Outcome.Done<>(happening, true, present.after(happening));
    });
  }

  private <R> R carryOut(BiFunction<PartitionState, Instant, Outcome<R>> decision) {
    writing.lock();
    try {
      Instant now = clock.instant();
      pass(now);
      try {
        Outcome<R> outcome = decision.apply(state, now);
        if (outcome instanceof Outcome.Done<R> done) {
          become(done.state(), done.events());
          pass(now);
        }
        return outcome.orThrow();
      } finally {
        tell();
      }
    } finally {
      writing.unlock();
    }
  }

  /** Lets happen what has become due. */
  private void pass(Instant now) {
    for (ImmutableList<RegistryEvent> due = state.due(now); !due.isEmpty(); due = state.due(now)) {
      become(state.after(due), due);
    }
  }

  private void become(PartitionState next, ImmutableList<RegistryEvent> events) {
    state = next;
    untold.addAll(events);
  }

  private void tell() {
    if (telling) {
      return;
    }
    @Nullable RuntimeException thrown = null;
    telling = true;
    try {
      for (RegistryEvent event = untold.poll(); event != null; event = untold.poll()) {
        for (Consumer<? super RegistryEvent> listener : listeners) {
          try {
            listener.accept(event);
          } catch (RuntimeException e) {
            thrown = joined(thrown, e);
          }
        }
      }
    } finally {
      telling = false;
    }
    if (thrown != null) {
      throw thrown;
    }
  }

  private static RuntimeException joined(@Nullable RuntimeException first, RuntimeException next) {
    if (first == null) {
      return next;
    }
    if (first != next) {
      first.addSuppressed(next);
    }
    return first;
  }

  /** EC2 as an account sees it. */
  public static final class Account {
    private final InMemoryAmiRegistry registry;
    private final AccountId account;

    private Account(InMemoryAmiRegistry registry, AccountId account) {
      this.registry = registry;
      this.account = account;
    }

    /**
     * Returns EC2 as the account sees it in a Region.
     *
     * @param region the Region
     * @return EC2 there
     */
    public Ec2 in(Region region) {
      requireNonNull(region, "region");
      return new Ec2(registry, account, region);
    }
  }
}

package dev.amikit.registry;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An EC2 for images and snapshots in the memory of this process. Safe for many threads: an
 * operation is carried out whole or not at all, one after the other; what only reads never waits.
 *
 * <p>Time passes by the clock that it was built with. What the clock moves (work that ends, stays
 * in the Recycle Bin that expire) has happened, and is told, when the next operation looks, be it
 * one that only reads. However fine the clock is, times are told as EC2 tells them: those of
 * images, instances and retention rules in whole seconds, those of snapshots in whole milliseconds.
 * A clock may jump, back as well: what has happened stays. One that shows no year of four digits
 * counts as showing the nearest that has.
 *
 * <p>Pages are cut from what was found when the first of them was asked for. A next token is good
 * for an hour by the clock, for the same request of the same account in the same Region, and in
 * this registry alone; nobody can read or make one. What the latest 1,000 listings of several pages
 * found is kept, and of these the latest that list a million items in all.
 */
public final class InMemoryAmiRegistry {
  private final Clock clock;
  private final RegistrySettings settings;
  private final ReentrantLock writing = new ReentrantLock();
  private final KeptResults kept = new KeptResults();
  private final Aws aws = new Aws(this::happen);
  private final Gate gate = new Gate();
  private final Announcer announcer = new Announcer();
  private volatile PartitionState state;
  private volatile Foreseen foreseen;
  private long recorded;

  private InMemoryAmiRegistry(Clock clock, RegistrySettings settings, PartitionState state) {
    this.clock = clock;
    this.settings = settings;
    this.state = state;
    this.foreseen = Foreseen.nothing(state);
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
    return reading(() -> at(now()));
  }

  /**
   * Goes back, or ahead, to a state that was kept. Nobody is told of events.
   *
   * @param kept the state
   */
  public void restore(PartitionState kept) {
    requireNonNull(kept, "kept");
    boolean unused = gate.pass(() -> write(() -> {
      goTo(kept);
      return true;
    }));
  }

  /**
   * Tells a listener of everything that happens from now on, in order, each event once. It is told
   * after the operation, by the thread that called it, or by another one that is telling of earlier
   * operations just then; never by two at a time. No lock is held: it may call the registry, and
   * may wait for others that do. What it throws keeps nobody else from hearing.
   *
   * @param listener who is told
   * @param onFailure who is told what the listener threw, and at which event; what this throws in
   *     turn is dropped
   */
  public void listen(
      Consumer<? super RecordedEvent> listener,
      BiConsumer<? super RecordedEvent, ? super Throwable> onFailure) {
    requireNonNull(listener, "listener");
    requireNonNull(onFailure, "onFailure");
    announcer.listen(listener, onFailure);
  }

  /** Lets happen what the clock has made due; every operation does so first. */
  public void advance() {
    boolean unused = happen((present, now) -> Outcome.from(present).done(true));
  }

  private <R> R call(AccountId caller, Region region, Operation<R> operation) {
    if (operation instanceof Listing<?> listing) {
      @SuppressWarnings("unchecked") // what a listing answers with is a page
      R page = (R) reading(() -> kept.page(listing, situation(caller, region))).orThrow();
      return page;
    }
    return operation instanceof ReadOperation<R> read
        ? reading(() -> read.decide(situation(caller, region))).orThrow()
        : carryOut(
            Optional.of(caller),
            (present, now) ->
                operation.decide(new Situation(present, caller, region, now, settings)));
  }

  /** Looks at the state, and tells what the clock had made due. */
  private <T> T reading(Supplier<T> look) {
    try {
      return gate.pass(look);
    } finally {
      announcer.tell();
    }
  }

  private Situation situation(AccountId caller, Region region) {
    Instant now = now();
    return new Situation(at(now), caller, region, now, settings);
  }

  private Instant now() {
    return Times.ofClock(clock.instant());
  }

  /**
   * The present state, with what the clock has made due by a time. It is taken in, so that the next
   * who looks finds it done; but nobody waits for that while another thread changes the state: then
   * it is only foreseen.
   */
  private PartitionState at(Instant now) {
    PartitionState present = state;
    ImmutableList<RegistryEvent> due = present.due(now);
    if (!due.isEmpty() && writing.tryLock()) {
      try {
        pass(now);
        return state;
      } finally {
        writing.unlock();
      }
    }
    return due.isEmpty() ? present : foreseen(present, now);
  }

  /**
   * What the present state will be; whoever looks next while it is present need not find it out.
   */
  private PartitionState foreseen(PartitionState present, Instant now) {
    Foreseen before = foreseen;
    PartitionState next = before.isOf(present, now) ? before.next() : present;
    for (ImmutableList<RegistryEvent> due = next.due(now); !due.isEmpty(); due = next.due(now)) {
      next = next.after(due);
    }
    foreseen = new Foreseen(present, now, next);
    return next;
  }

  /** What a state comes to by a time. */
  private record Foreseen(PartitionState present, Instant at, PartitionState next) {
    static Foreseen nothing(PartitionState present) {
      return new Foreseen(present, Instant.MIN, present);
    }

    @SuppressWarnings("ReferenceEquality") // of the very state that it was found out for
    boolean isOf(PartitionState state, Instant now) {
      return present == state && !at.isAfter(now);
    }
  }

  private <R> R happen(BiFunction<PartitionState, Instant, Outcome<R>> decision) {
    return carryOut(Optional.empty(), decision);
  }

  private <R> R carryOut(
      Optional<AccountId> caller, BiFunction<PartitionState, Instant, Outcome<R>> decision) {
    try {
      return gate.pass(() -> write(() -> {
            Instant now = now();
            pass(now);
            Outcome<R> outcome = decision.apply(state, now);
            if (outcome instanceof Outcome.Done<R> done) {
              checkState(
                  done.before().equals(state), "%s is not decided in the present state", done);
              become(done.state(), done.events(), now, caller);
              pass(now);
            }
            return outcome;
          }))
          .orThrow();
    } finally {
      announcer.tell();
    }
  }

  private <T> T write(Supplier<T> change) {
    writing.lock();
    try {
      return change.get();
    } finally {
      writing.unlock();
    }
  }

  /** Lets happen what has become due. */
  private void pass(Instant now) {
    for (ImmutableList<RegistryEvent> due = state.due(now); !due.isEmpty(); due = state.due(now)) {
      become(state.after(due), due, now, Optional.empty());
    }
  }

  private void become(
      PartitionState next,
      ImmutableList<RegistryEvent> events,
      Instant now,
      Optional<AccountId> caller) {
    goTo(next);
    for (RegistryEvent event : events) {
      recorded++;
      announcer.add(new RecordedEvent(recorded, now, caller, event));
    }
  }

  private void goTo(PartitionState next) {
    state = next;
    foreseen = Foreseen.nothing(next);
  }

  /** {@return AWS's side: what no operation brings about} */
  public Aws aws() {
    return aws;
  }

  /** One account, to be asked in a Region. */
  public static final class Account {
    private final InMemoryAmiRegistry registry;
    private final AccountId id;

    private Account(InMemoryAmiRegistry registry, AccountId id) {
      this.registry = registry;
      this.id = id;
    }

    /**
     * Returns EC2 as the account sees it in a Region.
     *
     * @param region the Region
     * @return EC2 there
     */
    public Ec2 in(Region region) {
      return new Caller(registry, id, requireNonNull(region, "region"));
    }

    /**
     * Returns the Recycle Bin as the account sees it in a Region.
     *
     * @param region the Region
     * @return the service there
     */
    public RecycleBin recycleBinIn(Region region) {
      return new Caller(registry, id, requireNonNull(region, "region"));
    }
  }

  /** An account that asks in a Region. */
  private record Caller(InMemoryAmiRegistry registry, AccountId caller, Region region)
      implements Ec2, RecycleBin {
    @Override
    public <R> R call(Operation<R> operation) {
      return registry.call(caller, region, requireNonNull(operation, "operation"));
    }
  }
}

package dev.amikit.testkit.assertion;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.amikit.id.AccountId;
import dev.amikit.id.ResourceId;
import dev.amikit.registry.RecordedEvent;
import dev.amikit.registry.state.FastLaunchInRegion.FastLaunchChanged;
import dev.amikit.registry.state.InstanceEvent.InstanceLaunched;
import dev.amikit.registry.state.RegistryEvent;
import dev.amikit.registry.state.RegistryEvent.IdsGiven;
import dev.amikit.registry.state.RegistryEvent.ImageChanged;
import dev.amikit.registry.state.RegistryEvent.ImageCreated;
import dev.amikit.registry.state.RegistryEvent.SnapshotChanged;
import dev.amikit.registry.state.RegistryEvent.SnapshotCreated;
import dev.amikit.registry.state.RegistryEvent.TaskBegun;
import dev.amikit.registry.state.VolumeEvent.VolumeCreated;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what has happened in a registry, as its listeners are told. IDs that are given are
 * left out.
 */
public final class EventsAssert extends AbstractAssert<EventsAssert, ImmutableList<RecordedEvent>> {
  EventsAssert(Iterable<RecordedEvent> actual) {
    super(
        ImmutableList.copyOf(actual).stream()
            .filter(recorded -> !(recorded.event() instanceof IdsGiven))
            .collect(ImmutableList.toImmutableList()),
        EventsAssert.class);
  }

  /** {@return this, if nothing has happened} */
  @CanIgnoreReturnValue
  public EventsAssert areNone() {
    return check(actual.isEmpty(), "nothing to have happened");
  }

  /**
   * Checks that something has happened to a resource, and goes on to that.
   *
   * @param id the resource
   * @return an assertion on what has happened to it
   */
  @CanIgnoreReturnValue
  public EventsAssert tellOf(ResourceId id) {
    requireNonNull(id, "id");
    ImmutableList<RecordedEvent> told = of(id);
    check(!told.isEmpty(), "something to have happened to " + id);
    return new EventsAssert(told);
  }

  /**
   * Checks that nothing has happened to a resource.
   *
   * @param id the resource
   * @return this
   */
  @CanIgnoreReturnValue
  public EventsAssert tellNothingOf(ResourceId id) {
    requireNonNull(id, "id");
    return check(of(id).isEmpty(), "nothing to have happened to " + id);
  }

  /**
   * Checks what has happened. Of an image, a snapshot or a fast launch that changed it is the
   * change, such as {@code ImageDisabled}.
   *
   * @param kinds the types of the events, in this order, and no others
   * @return this
   */
  @CanIgnoreReturnValue
  public EventsAssert are(Class<?>... kinds) {
    ImmutableList<Class<?>> wanted = ImmutableList.copyOf(requireNonNull(kinds, "kinds"));
    return check(
        actual.stream().map(recorded -> what(recorded).getClass()).toList().equals(wanted),
        wanted.stream().map(Class::getSimpleName).collect(joining(", ")));
  }

  /**
   * Checks that all of it was brought about by operations of an account.
   *
   * @param account the account
   * @return this
   */
  @CanIgnoreReturnValue
  public EventsAssert areBy(AccountId account) {
    requireNonNull(account, "account");
    return check(
        actual.stream()
            .allMatch(recorded -> recorded.caller().filter(account::equals).isPresent()),
        "all to be by " + account);
  }

  private ImmutableList<RecordedEvent> of(ResourceId id) {
    return actual.stream()
        .filter(recorded -> concerns(recorded.event(), id))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether an event names a resource, as the one that it happens to or as another. */
  private static boolean concerns(RegistryEvent event, ResourceId id) {
    return created(event).anyMatch(id::equals)
        || Arrays.stream(event.getClass().getRecordComponents())
            .anyMatch(component -> id.equals(value(component, event)));
  }

  /** The ID of what an event tells in full. */
  private static Stream<Object> created(RegistryEvent event) {
    if (event instanceof ImageCreated created) {
      return Stream.of(created.image().imageId());
    }
    if (event instanceof SnapshotCreated created) {
      return Stream.of(created.snapshot().snapshotId());
    }
    if (event instanceof InstanceLaunched launched) {
      return Stream.of(launched.instance().instanceId());
    }
    if (event instanceof VolumeCreated created) {
      return Stream.of(created.volume().volumeId());
    }
    return event instanceof TaskBegun begun ? Stream.of(begun.task().subject()) : Stream.of();
  }

  private static Object value(RecordComponent component, RegistryEvent event) {
    try {
      return requireNonNull(component.getAccessor().invoke(event));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  private static Object what(RecordedEvent recorded) {
    RegistryEvent event = recorded.event();
    if (event instanceof ImageChanged changed) {
      return changed.event();
    }
    if (event instanceof SnapshotChanged changed) {
      return changed.event();
    }
    return event instanceof FastLaunchChanged changed ? changed.event() : event;
  }

  private EventsAssert check(boolean holds, String wanted) {
    if (!holds) {
      failWithMessage("Expected %s but there is%s", wanted, found());
    }
    return this;
  }

  private String found() {
    String lines =
        actual.stream().map(recorded -> "%n  ".formatted() + line(recorded)).collect(joining());
    return lines.isEmpty() ? " nothing" : ":" + lines;
  }

  private static String line(RecordedEvent recorded) {
    return "%d by %s: %s"
        .formatted(
            recorded.sequence(),
            recorded.caller().map(Object::toString).orElse("AWS"),
            recorded.event());
  }
}

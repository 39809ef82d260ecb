package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

/**
 * What has happened to a value, with all that is needed to apply it. Replaying the events of a
 * value gives the same value again, so they may be kept anywhere.
 *
 * @param <T> the type of the value
 */
public interface Event<T> {
  /**
   * Returns a value as it is after this has happened. That cannot fail for the value that the event
   * was decided for.
   *
   * @param value the value before
   * @return the value after
   */
  T evolve(T value);

  /**
   * Returns a value as it is after some events.
   *
   * @param <T> the type of the value
   * @param value the value before
   * @param events what happened, in this order
   * @return the value after
   */
  static <T> T replay(T value, Iterable<? extends Event<T>> events) {
    requireNonNull(value, "value");
    requireNonNull(events, "events");
    T evolved = value;
    for (Event<T> event : events) {
      evolved = event.evolve(evolved);
    }
    return evolved;
  }
}

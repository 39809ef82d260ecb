package dev.amikit.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Tells listeners what has happened: one event after the other, by one thread at a time, and under
 * no lock, so that a listener may call the registry and may wait for whoever else calls it.
 */
final class Announcer {
  private final Queue<RecordedEvent> untold = new ConcurrentLinkedQueue<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean telling = new AtomicBoolean();

  void listen(
      Consumer<? super RecordedEvent> listener,
      BiConsumer<? super RecordedEvent, ? super Throwable> onFailure) {
    listeners.add(new Listener(listener, onFailure));
  }

  /** Queues an event behind those before it; to be called in the order in which they happened. */
  void add(RecordedEvent event) {
    if (!listeners.isEmpty()) {
      untold.add(event);
    }
  }

  /** Tells what is queued; where another thread is telling, it goes on with this as well. */
  void tell() {
    while (!untold.isEmpty() && telling.compareAndSet(false, true)) {
      try {
        for (RecordedEvent event = untold.poll(); event != null; event = untold.poll()) {
          for (Listener listener : listeners) {
            listener.hear(event);
          }
        }
      } finally {
        telling.set(false);
      }
    }
  }

  private record Listener(
      Consumer<? super RecordedEvent> heard,
      BiConsumer<? super RecordedEvent, ? super Throwable> onFailure) {
    Listener {
      requireNonNull(heard, "listener");
      requireNonNull(onFailure, "onFailure");
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it throws, the others are told
    void hear(RecordedEvent event) {
      try {
        heard.accept(event);
      } catch (Throwable failure) {
        tellFailure(event, failure);
      }
    }

    private void tellFailure(RecordedEvent event, Throwable failure) {
      try {
        onFailure.accept(event, failure);
      } catch (Throwable again) {
        // Who is to hear of failures has failed as well: nobody is left to be told.
      }
    }
  }
}

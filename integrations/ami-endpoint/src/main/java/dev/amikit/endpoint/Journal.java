package dev.amikit.endpoint;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.EvictingQueue;
import com.google.common.collect.ImmutableList;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.RecordedEvent;

/** The latest events of a registry. For many threads. */
final class Journal {
  static final int MOST = 10_000;

  private final EvictingQueue<RecordedEvent> latest = EvictingQueue.create(MOST);

  private Journal() {}

  static Journal of(InMemoryAmiRegistry registry) {
    Journal journal = new Journal();
    registry.listen(journal::add, (event, failure) -> {});
    return journal;
  }

  private synchronized void add(RecordedEvent event) {
    latest.add(event);
  }

  synchronized void clear() {
    latest.clear();
  }

  synchronized ImmutableList<RecordedEvent> after(long sequence) {
    return latest.stream().filter(event -> event.sequence() > sequence).collect(toImmutableList());
  }
}

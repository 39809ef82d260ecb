package dev.amikit.concurrency;

import dev.amikit.id.AccountId;
import dev.amikit.image.Ami;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Partitions that take some care of other threads, but not enough. */
final class Broken {
  private Broken() {}

  /** Who writes waits for others. Nothing is wrong with this one yet. */
  static class Guarded extends Alone {
    @Override
    public synchronized <R> R call(AccountId caller, Operation<R> operation) {
      return super.call(caller, operation);
    }
  }

  /** What an operation brings about can be seen bit by bit. */
  static final class Piecemeal extends Guarded {
    @Override
    void happen(PartitionState before, List<RegistryEvent> events) {
      for (RegistryEvent event : events) {
        super.happen(state(), List.of(event));
        giveOthersTime();
      }
    }
  }

  /** Who reads while another writes is told what was seen last. */
  static final class Hasty extends Alone {
    private final ReentrantLock writing = new ReentrantLock();
    private volatile PartitionState seen = START;

    @Override
    public <R> R call(AccountId caller, Operation<R> operation) {
      writing.lock();
      try {
        return super.call(caller, operation);
      } finally {
        writing.unlock();
      }
    }

    @Override
    public PartitionState state() {
      if (writing.tryLock()) {
        try {
          seen = super.state();
        } finally {
          writing.unlock();
        }
      }
      return seen;
    }
  }

  /** Every page is cut from what there is by then. */
  static final class Shifting extends Guarded {
    @Override
    public List<Ami> describeImages() {
      List<Ami> images = new ArrayList<>();
      List<Ami> present = super.describeImages();
      while (images.size() < present.size()) {
        images.add(present.get(images.size()));
        giveOthersTime();
        present = super.describeImages();
      }
      return images;
    }
  }

  /** What is wrong takes so little time that others would rarely come between. */
  private static void giveOthersTime() {
    LockSupport.parkNanos(1);
  }
}

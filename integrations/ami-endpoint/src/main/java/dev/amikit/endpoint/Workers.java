package dev.amikit.endpoint;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Daemon threads that serve requests, each within a time: a thread that takes longer is
 * interrupted, and what it reads from or writes to is closed by that. So nobody keeps a thread by
 * sending slowly, or by not reading. A thread without work goes after a while.
 */
final class Workers implements Executor, AutoCloseable {
  private static final long IDLE_SECONDS = 30;

  private final Duration limit;
  private final ThreadPoolExecutor pool;
  private final ScheduledThreadPoolExecutor watch;

  Workers(int threads, Duration limit) {
    ThreadFactory factory = new ThreadFactoryBuilder()
        .setDaemon(true)
        .setNameFormat("ami-endpoint-%d")
        .build();
    this.limit = limit;
    this.pool = new ThreadPoolExecutor(
        threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    pool.allowCoreThreadTimeOut(true);
    this.watch = new ScheduledThreadPoolExecutor(1, factory);
    watch.setRemoveOnCancelPolicy(true);
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(() -> {
      FutureTask<?> work = new FutureTask<>(task, null);
      Future<?> end =
          watch.schedule(() -> work.cancel(true), limit.toMillis(), TimeUnit.MILLISECONDS);
      work.run();
      end.cancel(false);
    });
  }

  /** Lets the threads go; what they still do is interrupted. */
  @Override
  public void close() {
    pool.shutdownNow();
    watch.shutdownNow();
  }
}

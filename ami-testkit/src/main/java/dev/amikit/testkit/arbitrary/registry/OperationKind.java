package dev.amikit.testkit.arbitrary.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.amikit.registry.operation.Operation;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How requests of one operation are chosen.
 *
 * @param call chooses one, as things are
 * @param needs what is done before, so that what it is about is there
 */
record OperationKind(Call call, ImmutableList<Deed.Kind> needs) {
  /** Chooses a call. */
  @FunctionalInterface
  interface Call extends Deed.Kind {
    @Override
    Deed.Call in(Scene scene);
  }

  /** All operations. */
  static ImmutableMap<Class<? extends Operation<?>>, OperationKind> all() {
    return All.KINDS;
  }

  static OperationKind drawn(Call call, Deed.Kind... needs) {
    return new OperationKind(call, ImmutableList.copyOf(needs));
  }

  /** The chapters refer to each other, so that they are put together only when asked for. */
  private static final class All {
    static final ImmutableMap<Class<? extends Operation<?>>, OperationKind> KINDS = Stream.of(
            ImageCalls.ALL,
            SnapshotCalls.ALL,
            InstanceCalls.ALL,
            TagCalls.ALL,
            RecycleBinCalls.ALL,
            AccountCalls.ALL,
            UsageCalls.ALL,
            S3Calls.ALL,
            FastLaunchCalls.ALL)
        .flatMap(chapter -> chapter.entrySet().stream())
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

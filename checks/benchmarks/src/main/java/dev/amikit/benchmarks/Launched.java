package dev.amikit.benchmarks;

import dev.amikit.id.AccountId;
import dev.amikit.id.ImageId;
import dev.amikit.id.InstanceId;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.instance.RunInstances;
import dev.amikit.registry.state.Instance;
import dev.amikit.registry.state.InstanceEvent;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RegistryEvent;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One instance of the caller, and many more like it.
 *
 * @param one the instance
 * @param state all of them
 */
record Launched(Instance one, PartitionState state) {
  /** A launch of one more of the same image. */
  RunInstances again() {
    return launch(one.image().imageId());
  }

  /** Others of accounts by their numbers. */
  static Launched of(int others, IntFunction<AccountId> owners) {
    Stock stock = Stock.ofCaller(new Size(1));
    InMemoryAmiRegistry registry = stock.withSnapshots(stock.images()).registry();
    Ec2 me = registry.account(Stock.CALLER).in(Stock.REGION);
    ImageId imageId = me.registerImage(Registering.request(stock.images().get(0), "launched"));
    Instance one = me.runInstances(launch(imageId)).instances().get(0);
    return new Launched(
        one,
        registry
            .state()
            .after(IntStream.range(0, others)
                .<RegistryEvent>mapToObj(number -> new InstanceEvent.InstanceLaunched(
                    Stock.REGION,
                    one.toBuilder()
                        .instanceId(InstanceId.of("i-%017x".formatted(number + 1)))
                        .ownerId(owners.apply(number))
                        .build()))
                .toList()));
  }

  private static RunInstances launch(ImageId imageId) {
    return RunInstances.builder()
        .imageId(imageId)
        .instanceType("m7i.large")
        .minCount(1)
        .maxCount(1)
        .build();
  }
}

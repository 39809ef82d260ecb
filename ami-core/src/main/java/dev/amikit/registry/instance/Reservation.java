package dev.amikit.registry.instance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.amikit.id.AccountId;
import dev.amikit.id.InstanceId;
import dev.amikit.registry.plan.Plan;
import dev.amikit.registry.state.Instance;

/**
 * Instances that were launched together, or those of them that were asked for.
 *
 * @param reservationId the ID that the launch got, such as {@code r-0abcdef1234567890}
 * @param ownerId the account that launched them
 * @param instances the instances; at least one
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Reservation.html">Reservation</a>
 */
public record Reservation(
    String reservationId, AccountId ownerId, ImmutableList<Instance> instances) {
  /**
   * Refuses null.
   *
   * @param reservationId the ID that the launch got
   * @param ownerId the account that launched them
   * @param instances the instances; at least one
   */
  public Reservation {
    requireNonNull(reservationId, "reservationId");
    requireNonNull(ownerId, "ownerId");
    requireNonNull(instances, "instances");
  }

  /** The reservations of instances, in the order in which their first ones stand there. */
  static ImmutableList<Reservation> of(ImmutableList<Instance> instances) {
    ImmutableListMultimap<String, Instance> launches =
        Multimaps.index(instances, Instance::reservationId);
    return launches.asMap().entrySet().stream()
        .map(launch -> new Reservation(
            launch.getKey(),
            launch.getValue().iterator().next().ownerId(),
            ImmutableList.copyOf(launch.getValue())))
        .collect(ImmutableList.toImmutableList());
  }

  /** The reservation of an instance of the caller. */
  static Reservation with(InstanceId id, Plan plan) {
    String reservationId = plan.ownInstance(id).reservationId();
    return new Reservation(
        reservationId,
        plan.caller(),
        plan.here()
            .instances()
            .ownedBy(plan.caller())
            .filter(instance -> instance.reservationId().equals(reservationId))
            .collect(ImmutableList.toImmutableList()));
  }
}

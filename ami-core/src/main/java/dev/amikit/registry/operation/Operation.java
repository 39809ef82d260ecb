package dev.amikit.registry.operation;

/**
 * One operation of EC2 as a value: the name of the class is that of the operation, its members are
 * those of the request. One of your own decides as EC2's do: what it lets happen goes through
 * {@link Outcome#from}, and what it refuses is {@link Outcome.Refused}.
 *
 * @param <R> what the operation answers with
 */
public interface Operation<R> {
  /**
   * Decides what comes of the operation. Nothing is changed.
   *
   * @param situation the state, who asks, where and when
   * @return what happens and the answer; or why the operation is refused
   */
  Outcome<R> decide(Situation situation);
}

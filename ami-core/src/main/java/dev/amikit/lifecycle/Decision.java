package dev.amikit.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.amikit.image.Ami;
import dev.amikit.rule.Refusal;
import dev.amikit.rule.RefusedException;
import dev.amikit.rule.Rule;
import java.util.Optional;

/** What a command comes to: events that are to happen, or a refusal. Nothing has changed yet. */
public sealed interface Decision {
  /**
   * The command is carried out.
   *
   * @param events what happens, in this order; none if all is as the command wants it
   */
  record Accepted(ImmutableList<AmiEvent> events) implements Decision {
    private static final Accepted UNCHANGED = new Accepted(ImmutableList.of());

    /**
     * Refuses null.
     *
     * @param events what happens, in this order; none if all is as the command wants it
     */
    public Accepted {
      requireNonNull(events, "events");
    }

    @Override
    public Ami applyTo(Ami ami) {
      requireNonNull(ami, "ami");
      return AmiEvent.replay(ami, events);
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.empty();
    }

    @Override
    public Accepted orThrow() {
      return this;
    }
  }

  /**
   * The command is refused.
   *
   * @param reason why
   */
  record Refused(Refusal reason) implements Decision {
    /**
     * Refuses null.
     *
     * @param reason why
     */
    public Refused {
      requireNonNull(reason, "reason");
    }

    @Override
    public ImmutableList<AmiEvent> events() {
      return ImmutableList.of();
    }

    @Override
    public Ami applyTo(Ami ami) {
      requireNonNull(ami, "ami");
      return ami;
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.of(reason);
    }

    @Override
    public Accepted orThrow() {
      throw reason.toException();
    }
  }

  /**
   * Returns that a command is carried out.
   *
   * @param events what happens
   * @return the decision
   */
  static Decision accepted(AmiEvent... events) {
    requireNonNull(events, "events");
    return new Accepted(ImmutableList.copyOf(events));
  }

  /** {@return that a command succeeds and changes nothing} */
  static Decision unchanged() {
    return Accepted.UNCHANGED;
  }

  /**
   * Returns that a command is refused by a rule.
   *
   * @param rule the rule
   * @param path the attribute at fault
   * @param found what it holds
   * @return the decision
   */
  static Decision refused(Rule rule, String path, Object found) {
    requireNonNull(rule, "rule");
    requireNonNull(found, "found");
    return new Refused(Refusal.of(rule.brokenBy(path, found)));
  }

  /**
   * Returns an image as it is after the decision.
   *
   * @param ami the image that the decision was made for
   * @return the image after all events; the same image after a refusal
   */
  Ami applyTo(Ami ami);

  /** {@return whether the command is carried out} */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /** {@return why the command is refused; empty if it is carried out} */
  Optional<Refusal> refusal();

  /**
   * Returns the decision, if the command is carried out.
   *
   * @return this decision
   * @throws RefusedException if the command is refused
   */
  Accepted orThrow();

  /** {@return what happens, in this order; nothing if the command changes nothing or is refused} */
  ImmutableList<AmiEvent> events();
}

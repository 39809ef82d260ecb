package dev.amikit.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.ImageId;
import dev.amikit.image.Ami;
import dev.amikit.image.AmiState;
import dev.amikit.lifecycle.AmiCommand;
import dev.amikit.lifecycle.ModifyDescription;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.InMemoryAmiRegistry;
import dev.amikit.registry.image.DisableImage;
import dev.amikit.registry.image.EnableImage;
import dev.amikit.registry.image.ModifyImageAttribute;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.state.PartitionState;
import io.vavr.collection.HashMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Two commands that undo each other, given to images at random: one to each of them, then the other
 * to each, so that every command has an effect.
 */
final class Commands {
  /**
   * One of the two commands.
   *
   * @param operation the command to a registry
   * @param ofImage the command to one image
   * @param ofRecord what it does to a record
   */
  private record Command(
      Function<ImageId, Operation<Return>> operation,
      AmiCommand ofImage,
      UnaryOperator<PlainAmi> ofRecord) {}

  private static final int LAST = Work.LAST;

  private final Ami[] picks;
  private final ImmutableList<Command> pair;
  private final ImmutableList<Operation<Return>> operations;

  private Commands(Ami[] picks, Command one, Command other) {
    this.picks = picks;
    this.pair = ImmutableList.of(one, other);
    ImmutableList.Builder<Operation<Return>> all = ImmutableList.builder();
    for (Command command : pair) {
      for (Ami pick : picks) {
        all.add(command.operation.apply(pick.imageId()));
      }
    }
    this.operations = all.build();
  }

  static Commands descriptions(Ami[] picks) {
    return new Commands(picks, description("Rebuilt"), description("Built"));
  }

  static Commands states(Ami[] picks) {
    return new Commands(
        picks,
        new Command(
            DisableImage::new,
            new dev.amikit.lifecycle.Disable(),
            record -> record.withState(AmiState.DISABLED)),
        new Command(
            EnableImage::new,
            new dev.amikit.lifecycle.Enable(),
            record -> record.withState(AmiState.AVAILABLE)));
  }

  /** Decides upon a state, which gives the next state. */
  Work upon(PartitionState first) {
    return (times, kept) -> {
      PartitionState state = first;
      for (int i = 0; i < times; i++) {
        state = Stock.after(state, pick(i).ownerId(), operation(i));
      }
      kept[0] = state;
    };
  }

  /** Calls a registry, which begins with its first state at every slice. */
  Work calling(InMemoryAmiRegistry registry) {
    PartitionState first = registry.state();
    Ec2[] callers = Arrays.stream(picks)
        .map(pick -> registry.account(pick.ownerId()).in(Stock.REGION))
        .toArray(Ec2[]::new);
    return (times, kept) -> {
      registry.restore(first);
      for (int i = 0; i < times; i++) {
        kept[i & LAST] = callers[i & (picks.length - 1)].call(operation(i));
      }
    };
  }

  /** Decides upon an image out of a table without any index, and puts it back. */
  Work withoutIndexes(HashMap<ImageId, Ami> first) {
    return (times, kept) -> {
      HashMap<ImageId, Ami> images = first;
      for (int i = 0; i < times; i++) {
        ImageId id = pick(i).imageId();
        Ami ami = images.get(id).get();
        images = images.put(id, command(i).ofImage.decide(ami, Stock.NOW).applyTo(ami));
      }
      kept[0] = images;
    };
  }

  /** Replaces the records of a mutable table. */
  Work replacing(Map<ImageId, PlainAmi> records) {
    return (times, kept) -> {
      for (int i = 0; i < times; i++) {
        ImageId id = pick(i).imageId();
        PlainAmi present = Objects.requireNonNull(records.get(id));
        kept[i & LAST] = records.put(id, command(i).ofRecord.apply(present));
      }
    };
  }

  private Ami pick(int number) {
    return picks[number & (picks.length - 1)];
  }

  private Command command(int number) {
    return pair.get((number & picks.length) == 0 ? 0 : 1);
  }

  private Operation<Return> operation(int number) {
    return operations.get(number & (2 * picks.length - 1));
  }

  private static Command description(String text) {
    return new Command(
        id -> ModifyImageAttribute.builder().imageId(id).description(text).build(),
        new ModifyDescription(text),
        record -> record.withDescription(Optional.of(text)));
  }
}

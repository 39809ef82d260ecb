package dev.amikit.registry;

import static dev.amikit.registry.TestImages.image;
import static dev.amikit.registry.TestRegistry.HERE;
import static dev.amikit.registry.TestRegistry.OWNER;
import static dev.amikit.registry.TestRegistry.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amikit.device.EbsBlockDevice;
import dev.amikit.page.PageRequest;
import dev.amikit.page.Result;
import dev.amikit.query.ImageQuery;
import dev.amikit.registry.instance.CreateVolume;
import dev.amikit.registry.operation.IdSource;
import dev.amikit.registry.operation.Listing;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.ReadOperation;
import dev.amikit.registry.operation.RegistrySettings;
import dev.amikit.registry.operation.Situation;
import dev.amikit.registry.state.PartitionState;
import dev.amikit.registry.state.RetentionRule.ResourceType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a registry calls cannot call it back in the middle of a call; nothing gets lost by that. */
class ReentryTest {
  /** What calls back, while it is being called. */
  private Runnable back = () -> {};

  private Runnable clock = () -> {};
  private Runnable ids = () -> {};

  private final InMemoryAmiRegistry registry = InMemoryAmiRegistry.create(
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          clock.run();
          return START;
        }
      },
      RegistrySettings.builder()
          .ids(serial -> {
            ids.run();
            return IdSource.counting().digits(serial);
          })
          .build());
  private final Ec2 ec2 = registry.account(OWNER).in(HERE);
  /** Everything of a user's that a registry calls, each reached by one call. */
  enum Callback {
    CLOCK_OF_A_READER {
      @Override
      void reach(ReentryTest test) {
        test.clock = test.back;
        test.ec2.describeImages(ImageQuery.builder().build());
      }
    },
    CLOCK_OF_A_WRITER {
      @Override
      void reach(ReentryTest test) {
        test.clock = test.back;
        test.ec2.call(volume());
      }
    },
    CLOCK_OF_THE_STATE {
      @Override
      void reach(ReentryTest test) {
        test.clock = test.back;
        test.registry.state();
      }
    },
    ID_SOURCE {
      @Override
      void reach(ReentryTest test) {
        test.ids = test.back;
        test.ec2.call(volume());
      }
    },
    OPERATION {
      @Override
      void reach(ReentryTest test) {
        Operation<String> own = situation -> {
          test.back.run();
          return Outcome.from(situation.state()).done("done");
        };
        test.ec2.call(own);
      }
    },
    READ_OPERATION {
      @Override
      void reach(ReentryTest test) {
        ReadOperation<String> own = situation -> {
          test.back.run();
          return Outcome.from(situation.state()).done("done");
        };
        test.ec2.call(own);
      }
    },
    LISTING {
      @Override
      void reach(ReentryTest test) {
        test.ec2.call(new OwnListing(test.back, PageRequest.first()));
      }
    },
    PROFILE {
      @Override
      void reach(ReentryTest test) {
        test.registry.aws().changeProfile(OWNER, profile -> {
          test.back.run();
          return profile;
        });
      }
    },
    SETTINGS {
      @Override
      void reach(ReentryTest test) {
        test.registry.aws().changeSettings(OWNER, HERE, settings -> {
          test.back.run();
          return settings;
        });
      }
    };

    abstract void reach(ReentryTest test);
  }

  private record OwnListing(Runnable back, PageRequest page) implements Listing<String> {
    @Override
    public Listing<String> on(PageRequest other) {
      return new OwnListing(back, other);
    }

    @Override
    public String request() {
      return "own";
    }

    @Override
    public Outcome<Result<String>> find(Situation situation) {
      back.run();
      return Outcome.from(situation.state())
          .done(Result.of(List.of("a"), id -> id, this::request, situation.now()));
    }
  }

  private static CreateVolume volume() {
    return new CreateVolume(EbsBlockDevice.builder().volumeSize(1).build());
  }

  static Stream<Consumer<ReentryTest>> calls() {
    return Stream.of(
        test -> test.ec2.call(volume()),
        test -> test.ec2.describeImages(ImageQuery.builder().build()),
        test -> test.registry.state(),
        test -> test.registry.advance(),
        test -> test.registry.restore(PartitionState.empty()),
        test -> test.registry.account(OWNER).recycleBinIn(HERE).listRules(ResourceType.EC2_IMAGE),
        test -> test.registry.aws().put(HERE, image(9).build()));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whatever_a_registry_calls_cannot_call_it_back(Consumer<ReentryTest> call) {
    for (Callback callback : Callback.values()) {
      ReentryTest test = new ReentryTest();
      List<Throwable> thrown = new ArrayList<>();
      test.ec2.call(volume());
      PartitionState before = test.registry.state();
      test.back = () -> {
        test.clock = () -> {};
        test.ids = () -> {};
        thrown.add(catchThrowable(() -> call.accept(test)));
      };

      callback.reach(test);

      assertThat(thrown)
          .as("%s", callback)
          .isNotEmpty()
          .allSatisfy(refused -> assertThat(refused)
              .isInstanceOf(IllegalStateException.class)
              .hasMessageStartingWith("The registry was called from inside one of its calls"));
      int expected =
          callback == Callback.ID_SOURCE || callback == Callback.CLOCK_OF_A_WRITER ? 2 : 1;
      assertThat(test.registry.state().in(HERE).volumes().all())
          .as("%s", callback)
          .hasSize(expected);
      assertThat(test.registry.state().images(HERE)).isEmpty();
      assertThat(before.in(HERE).volumes().all()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Callback.class)
  void one_that_lets_the_refusal_through_changes_nothing_and_the_registry_goes_on(
      Callback callback) {
    PartitionState before = registry.state();
    back = () -> {
      clock = () -> {};
      ids = () -> {};
      registry.state();
    };
    assertThat(catchThrowable(() -> callback.reach(this)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(registry.state()).isEqualTo(before);
    ec2.call(volume());
    assertThat(registry.state().in(HERE).volumes().all()).hasSize(1);
  }

  @Test
  void another_registry_can_be_asked_from_inside() {
    InMemoryAmiRegistry other = InMemoryAmiRegistry.create(Clock.fixed(START, ZoneOffset.UTC));
    ids = () -> other.account(OWNER).in(HERE).call(volume());
    ec2.call(volume());
    assertThat(other.state().in(HERE).volumes().all()).hasSize(1);
    assertThat(registry.state().in(HERE).volumes().all()).hasSize(1);
  }

  /**
   * Whoever gives the registry something new to call has to say here what comes of calling back.
   */
  @Test
  void these_are_all_the_things_that_it_calls() {
    List<Class<?>> takers = List.of(
        InMemoryAmiRegistry.class,
        InMemoryAmiRegistry.Account.class,
        Aws.class,
        Service.class,
        RegistrySettings.Builder.class);
    assertThat(takers.stream()
            .flatMap(taker -> Arrays.stream(taker.getMethods()))
            .filter(method -> !method.getDeclaringClass().equals(Object.class))
            .flatMap(method -> Arrays.stream(method.getParameterTypes()))
            .filter(ReentryTest::canCallBack)
            .map(Class::getSimpleName))
        .containsOnly(
            "Clock", "IdSource", "Operation", "Listing", "UnaryOperator", "Consumer", "BiConsumer");
  }

  /** Whether somebody else can write one: an open interface, or a class that can be extended. */
  private static boolean canCallBack(Class<?> type) {
    boolean isOpen = type.isInterface()
        ? !type.isSealed() && !Iterable.class.isAssignableFrom(type) && !type.equals(Map.class)
        : Modifier.isAbstract(type.getModifiers())
            && Arrays.stream(type.getDeclaredConstructors())
                .map(Constructor::getModifiers)
                .anyMatch(it -> Modifier.isPublic(it) || Modifier.isProtected(it));
    return isOpen && !type.isPrimitive() && !type.isArray();
  }
}

package dev.amikit.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.amikit.image.Ami;
import dev.amikit.query.ImageSource;
import dev.amikit.query.SnapshotSource;
import dev.amikit.testkit.fixture.Amis;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/** What callers see of a module refuses null, and names the parameter that was null. */
@Tag("module-path")
class NullTest {
  @Example
  void the_library_refuses_null_by_name() throws IOException {
    ImmutableList<Probe> probes = probes(Ami.class.getModule());
    assertThat(probes).hasSizeGreaterThan(1_000);
    assertThat(probes).filteredOn(probe -> !probe.isRefusedByName()).isEmpty();
  }

  @Example
  void the_kit_refuses_null_by_name() throws IOException {
    ImmutableList<Probe> probes = probes(Amis.class.getModule());
    assertThat(probes).hasSizeGreaterThan(50);
    assertThat(probes).filteredOn(probe -> !probe.isRefusedByName()).isEmpty();
  }

  @Example
  void null_is_refused_among_others() {
    assertThat(Stream.of(Ami.class, Amis.class))
        .allSatisfy(type -> assertThat(probes(type.getModule()))
            .filteredOn(probe -> !probe.isRefusedAmongOthers())
            .isEmpty());
  }

  /** One for each parameter that could be null. */
  private static ImmutableList<Probe> probes(Module module) throws IOException {
    PublicApi api = new PublicApi(module);
    Samples samples = new Samples(api);
    return api.types().stream()
        .flatMap(type -> Stream.concat(PublicApi.constructors(type), PublicApi.methods(type))
            .filter(executable -> !isExempt(executable))
            .flatMap(executable -> IntStream.range(0, executable.getParameterCount())
                .filter(i -> !executable.getParameterTypes()[i].isPrimitive())
                .mapToObj(i -> new Probe(samples, type, executable, i))))
        .filter(probe -> !probe.isOfCallers())
        .collect(ImmutableList.toImmutableList());
  }

  /** Nothing equals null, and {@code valueOf} of an enum is made by the compiler. */
  private static boolean isExempt(Executable executable) {
    return executable.getName().equals("equals")
        || executable.getName().equals("isEqualTo")
        || executable.getName().equals("valueOf")
            && executable.getDeclaringClass().isEnum();
  }

  private record Probe(Samples samples, Class<?> type, Executable executable, int index) {
    /** What callers implement answers for itself, except for what it inherits. */
    boolean isOfCallers() {
      if (PublicApi.isStatic(executable)) {
        return false;
      }
      Class<?> implementation = samples.of(type).getClass();
      return Proxy.isProxyClass(implementation)
          || implementation.isHidden() && Modifier.isAbstract(executable.getModifiers());
    }

    boolean isRefusedByName() {
      Optional<Throwable> thrown = thrownAt(null);
      return isNullable()
          ? thrown.isEmpty()
          : thrown
              .filter(NullPointerException.class::isInstance)
              .filter(e -> parameter().getName().equals(e.getMessage()))
              .isPresent();
    }

    /** A source looks through what it is given only when a query comes. */
    boolean isRefusedAmongOthers() {
      return type == ImageSource.class
          || type == SnapshotSource.class
          || holderOfNull()
              .map(this::thrownAt)
              .map(thrown ->
                  thrown.filter(NullPointerException.class::isInstance).isPresent())
              .orElse(true);
    }

    private boolean isNullable() {
      return parameter().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What holds null; empty if the parameter holds nothing, or nothing that could be null. */
    private Optional<Object> holderOfNull() {
      Class<?> holder = executable.getParameterTypes()[index];
      if (holder.isArray() && !holder.getComponentType().isPrimitive()) {
        return Optional.of(Array.newInstance(holder.getComponentType(), 1));
      }
      return Stream.of(
              Collections.singletonList(null),
              Collections.singleton(null),
              Collections.singletonMap(null, null))
          .filter(holder::isInstance)
          .filter(any -> holder != Object.class)
          .findFirst();
    }

    private Optional<Throwable> thrownAt(@Nullable Object value) {
      List<Object> call = samples.receiverAndArguments(type, executable);
      call.set(call.size() - executable.getParameterCount() + index, value);
      try {
        PublicApi.call(type, executable, call);
        return Optional.empty();
      } catch (Throwable e) {
        return Optional.of(e);
      }
    }

    private Parameter parameter() {
      return executable.getParameters()[index];
    }

    @Override
    public String toString() {
      return "%s of %s: %s"
          .formatted(
              parameter().getName(),
              executable,
              thrownAt(null).map(Throwable::toString).orElse("accepted"));
    }
  }
}

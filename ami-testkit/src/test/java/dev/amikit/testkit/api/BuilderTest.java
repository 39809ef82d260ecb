package dev.amikit.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amikit.image.Ami;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/** Every call of a builder can be followed by the next. */
@Tag("module-path")
class BuilderTest {
  @Example
  void what_sets_a_member_returns_the_builder_that_it_was_called_on() throws IOException {
    PublicApi api = new PublicApi(Ami.class.getModule());
    Samples samples = new Samples(api);
    assertThat(api.types().stream().filter(type -> type.getSimpleName().equals("Builder")))
        .hasSizeGreaterThan(30)
        .allSatisfy(builder -> assertThat(setters(builder)).isNotEmpty().allSatisfy(setter -> {
          List<Object> call = call(samples, builder, setter);
          assertThat(returned(builder, setter, call)).isSameAs(call.get(0));
        }));
  }

  private static Stream<Executable> setters(Class<?> builder) {
    return PublicApi.methods(builder)
        .filter(method -> ((Method) method).getReturnType() == builder)
        .filter(method -> method.getParameterCount() > 0);
  }

  /** The builder and the arguments; what can be given as text is given as the text of a sample. */
  private static List<Object> call(Samples samples, Class<?> builder, Executable setter) {
    List<Object> call = samples.receiverAndArguments(builder, setter);
    if (call.get(1) instanceof String) {
      typed(builder, setter).ifPresent(type -> call.set(1, samples.of(type).toString()));
    }
    return call;
  }

  /** The type of a member that a setter takes as text. */
  private static Optional<Class<?>> typed(Class<?> builder, Executable setter) {
    return setters(builder)
        .filter(other -> other.getName().equals(setter.getName()))
        .<Class<?>>map(other -> other.getParameterTypes()[0])
        .filter(type -> type != String.class && type != Optional.class && !type.isArray())
        .findFirst();
  }

  private static Object returned(Class<?> builder, Executable setter, List<Object> call) {
    try {
      return PublicApi.call(builder, setter, call);
    } catch (Throwable e) {
      throw new AssertionError(setter.toString(), e);
    }
  }
}

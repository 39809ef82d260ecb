package dev.amikit.testkit.api;

import static com.google.common.base.CaseFormat.LOWER_CAMEL;
import static com.google.common.base.CaseFormat.UPPER_CAMEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.image.Ami;
import dev.amikit.page.Page;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.operation.Operation;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/** The methods of EC2 and of the Recycle Bin are named as their operations are. */
@Tag("module-path")
class ServiceMethodsTest {
  /** Short forms of one operation for one resource. */
  private static final Set<String> OF_ONE = Set.of("describeImage", "describeSnapshot");

  @Example
  void every_operation_has_a_method_of_its_name() throws IOException {
    Set<String> methods = Stream.of(Ec2.class, RecycleBin.class)
        .flatMap(ServiceMethodsTest::methods)
        .map(Method::getName)
        .collect(Collectors.toSet());
    assertThat(operations())
        .hasSizeGreaterThan(60)
        .allSatisfy(name -> assertThat(methods).contains(UPPER_CAMEL.to(LOWER_CAMEL, name)));
  }

  @Example
  void every_method_asks_for_the_operation_of_its_name() throws IOException {
    Samples samples = new Samples(new PublicApi(Ami.class.getModule()));
    Service service = new Service();
    assertThat(Stream.of(Ec2.class, RecycleBin.class).flatMap(ServiceMethodsTest::methods))
        .hasSizeGreaterThan(70)
        .allSatisfy(method -> assertThat(asked(service, method, samples))
            .isEqualTo(
                OF_ONE.contains(method.getName()) ? method.getName() + "s" : method.getName()));
  }

  @Example
  void every_method_answers_what_its_operation_does() throws IOException {
    Samples samples = new Samples(new PublicApi(Ami.class.getModule()));
    assertThat(Stream.of(Ec2.class, RecycleBin.class)
            .flatMap(ServiceMethodsTest::methods)
            .filter(method -> !OF_ONE.contains(method.getName())))
        .allSatisfy(method -> {
          for (Object answer : answers(method, samples)) {
            assertThat(answered(answer, method, samples)).isEqualTo(answer);
          }
        });
  }

  /** What an operation may answer; both, where there are two. */
  private static List<Object> answers(Method method, Samples samples) {
    return method.getReturnType() == boolean.class
        ? List.of(true, false)
        : List.of(samples.of(method.getGenericReturnType()));
  }

  /** What a method returns of an answer, which comes as a page where it returns a list of one. */
  private static Object answered(Object answer, Method method, Samples samples) {
    Object[] arguments =
        Arrays.stream(method.getGenericParameterTypes()).map(samples::of).toArray();
    try {
      return method.invoke(new Answering(answer), arguments);
    } catch (InvocationTargetException noPage) {
      assertThat(noPage).hasCauseInstanceOf(ClassCastException.class);
      return answered(new Page<>((ImmutableList<?>) answer, Optional.empty()), method, samples);
    } catch (IllegalAccessException e) {
      throw new AssertionError(method.toString(), e);
    }
  }

  private static String asked(Service service, Method method, Samples samples) {
    Object[] arguments =
        Arrays.stream(method.getGenericParameterTypes()).map(samples::of).toArray();
    Throwable thrown = catchThrowable(() -> method.invoke(service, arguments));
    assertThat(thrown).isInstanceOf(InvocationTargetException.class);
    assertThat(thrown.getCause()).isInstanceOf(Asked.class);
    return UPPER_CAMEL.to(LOWER_CAMEL, ((Asked) thrown.getCause()).name);
  }

  /** The methods that stand for operations. */
  private static Stream<Method> methods(Class<?> service) {
    return Arrays.stream(service.getMethods())
        .filter(Method::isDefault)
        .filter(method -> !method.getName().equals("all"));
  }

  private static Set<String> operations() throws IOException {
    return new PublicApi(Ami.class.getModule())
        .types().stream()
            .filter(Operation.class::isAssignableFrom)
            .filter(type -> !type.isInterface() && type.getEnclosingClass() == null)
            .filter(type -> Modifier.isPublic(type.getModifiers()))
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());
  }

  /** A service that says what it is asked for, and no more. */
  private static class Service implements Ec2, RecycleBin {
    @Override
    public AccountId caller() {
      return AccountId.of("111122223333");
    }

    @Override
    public Region region() {
      return Region.US_EAST_1;
    }

    @Override
    public <R> R call(Operation<R> operation) {
      throw new Asked(operation);
    }
  }

  /** A service that gives one answer, whatever it is asked for. */
  private static final class Answering extends Service {
    private final Object answer;

    Answering(Object answer) {
      this.answer = answer;
    }

    @Override
    @SuppressWarnings("unchecked") // of the type that the operation has
    public <R> R call(Operation<R> operation) {
      return (R) answer;
    }
  }

  private static final class Asked extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;

    Asked(Operation<?> operation) {
      Class<?> type = operation.getClass();
      name = type.getSimpleName().replaceFirst("^Immutable", "");
    }
  }
}

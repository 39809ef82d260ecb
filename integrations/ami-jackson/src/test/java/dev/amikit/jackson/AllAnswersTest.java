package dev.amikit.jackson;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.ser.impl.UnsupportedTypeSerializer;
import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.reflect.TypeToken;
import dev.amikit.id.AccountId;
import dev.amikit.id.Region;
import dev.amikit.registry.Ec2;
import dev.amikit.registry.RecycleBin;
import dev.amikit.registry.account.BlockPublicAccessState;
import dev.amikit.registry.operation.Operation;
import dev.amikit.registry.operation.Outcome;
import dev.amikit.registry.operation.Return;
import dev.amikit.registry.operation.Situation;
import dev.amikit.testkit.ec2.EveryOperation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No answer of a registry is without its JSON. */
class AllAnswersTest {
  /** These ask for many and give one. */
  private static final Set<String> SHORT_FORMS = Set.of("describeImage", "describeSnapshot");

  /** EC2 has two forms of the one, and what the other tells is that there is nothing to tell. */
  private static final Set<Class<?>> OF_NO_ONE_FORM =
      Set.of(BlockPublicAccessState.class, Return.class);

  /** Of these EC2's service model has no members, and the AWS CLI prints nothing. */
  private static final Set<String> EMPTY = Set.of(
      "CreateTags",
      "DeleteRule",
      "DeleteSnapshot",
      "DeleteTags",
      "DeleteVolume",
      "ModifyImageAttribute",
      "ModifySnapshotAttribute",
      "ResetImageAttribute",
      "ResetSnapshotAttribute");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new AmiModule()).build();

  private final Map<String, JsonNode> printed = new TreeMap<>();

  @Test
  void each_operation_of_EC2_and_the_Recycle_Bin_is_printed() {
    assertThat(Answers.operations().stream().map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(operations());
  }

  static Stream<Class<?>> answers() {
    return Answers.operations().stream()
        .map(AllAnswersTest::answer)
        .filter(type -> !OF_NO_ONE_FORM.contains(type))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void what_an_operation_answers_with_is_written_by_the_module_too(Class<?> answer)
      throws Exception {
    assertThat(MAPPER.getSerializerProviderInstance().findValueSerializer(answer))
        .isNotInstanceOf(UnsupportedTypeSerializer.class);
  }

  @Test
  void a_life_in_a_registry_is_printed_call_by_call() {
    EveryOperation.call(Printing::new, PrintingBin::new);

    assertThat(printed.keySet()).containsExactlyInAnyOrderElementsOf(operations());
    assertThat(Maps.filterValues(printed, JsonNode::isObject))
        .hasSize(printed.size() - EMPTY.size());
    assertThat(Maps.filterValues(printed, JsonNode::isMissingNode).keySet()).isEqualTo(EMPTY);
  }

  @Test
  void an_operation_of_ones_own_has_no_answer_that_is_known() {
    assertThatThrownBy(() -> AmiJson.answers().print(new MyOperation(), "done"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MyOperation");
  }

  private record MyOperation() implements Operation<String> {
    @Override
    public Outcome<String> decide(Situation situation) {
      return Outcome.from(situation.state()).done("done");
    }
  }

  /** The names of the operations, as the methods of the services tell them. */
  private static ImmutableSet<String> operations() {
    return Stream.of(Ec2.class, RecycleBin.class)
        .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
        .filter(Method::isDefault)
        .map(Method::getName)
        .filter(name -> !SHORT_FORMS.contains(name))
        .map(name -> CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_CAMEL, name))
        .collect(toImmutableSet());
  }

  /** What an operation answers with, or what the list or page is of. */
  private static Class<?> answer(Class<?> operation) {
    Type answer = TypeToken.of(operation)
        .resolveType(Operation.class.getTypeParameters()[0])
        .getType();
    return TypeToken.of(
            answer instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : answer)
        .getRawType();
  }

  private <R> R print(Operation<R> operation, R answer) {
    String name = operation.getClass().getSimpleName().replaceFirst("^Immutable", "");
    String text = AmiJson.answers().print(operation, answer);
    printed.put(name, text.isEmpty() ? MissingNode.getInstance() : Documents.tree(text));
    return answer;
  }

  private final class Printing implements Ec2 {
    private final Ec2 ec2;

    Printing(Ec2 ec2) {
      this.ec2 = ec2;
    }

    @Override
    public AccountId caller() {
      return ec2.caller();
    }

    @Override
    public Region region() {
      return ec2.region();
    }

    @Override
    public <R> R call(Operation<R> operation) {
      return print(operation, ec2.call(operation));
    }
  }

  private final class PrintingBin implements RecycleBin {
    private final RecycleBin bin;

    PrintingBin(RecycleBin bin) {
      this.bin = bin;
    }

    @Override
    public AccountId caller() {
      return bin.caller();
    }

    @Override
    public Region region() {
      return bin.region();
    }

    @Override
    public <R> R call(Operation<R> operation) {
      return print(operation, bin.call(operation));
    }
  }
}

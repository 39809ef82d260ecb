package dev.amikit.jackson;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amikit.registry.operation.Operation;

/**
 * Prints the answers of operations as the AWS CLI does, members in the order of EC2's service
 * model:
 *
 * <pre>{@code
 * CopyImage request = …;
 * System.out.println(AmiJson.answers().print(request, ec2.call(request)));
 * }</pre>
 *
 * <p>An answer has the members that the library knows. Of an operation whose answer has none in
 * EC2's service model, such as DeleteSnapshot, nothing is printed.
 */
public final class AnswerPrinter {
  private final boolean isCompact;

  AnswerPrinter(boolean isCompact) {
    this.isCompact = isCompact;
  }

  /** {@return the same printer, which prints without white space} */
  public AnswerPrinter compact() {
    return new AnswerPrinter(true);
  }

  /**
   * Prints an answer.
   *
   * @param <R> what the operation answers with
   * @param operation the request, which tells what the answer is of and some of its members
   * @param answer the answer
   * @return the document; an empty text if nothing is printed
   * @throws IllegalArgumentException if the operation is none of EC2's
   */
  public <R> String print(Operation<R> operation, R answer) {
    requireNonNull(operation, "operation");
    requireNonNull(answer, "answer");
    Written<R> written = Answers.to(operation);
    return written == Answers.NOTHING ? "" : Json.text(answer, written, isCompact);
  }

  /**
   * Returns what is printed of an answer, as a tree.
   *
   * @param <R> what the operation answers with
   * @param operation the request, which tells what the answer is of and some of its members
   * @param answer the answer
   * @return the document; without members if the answer has none
   * @throws IllegalArgumentException if the operation is none of EC2's
   */
  public <R> ObjectNode tree(Operation<R> operation, R answer) {
    requireNonNull(operation, "operation");
    requireNonNull(answer, "answer");
    return (ObjectNode) Json.treeOf(answer, Answers.to(operation));
  }
}

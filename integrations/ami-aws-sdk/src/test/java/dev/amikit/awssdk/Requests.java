package dev.amikit.awssdk;

import com.google.common.base.Ascii;
import dev.amikit.jackson.AmiJson;
import dev.amikit.registry.operation.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.ec2.model.Ec2Response;

/** Calls the methods of a client by the kind of request. */
final class Requests {
  private Requests() {}

  static String nameOf(Operation<?> operation) {
    return AmiJson.requests().operation(operation);
  }

  static Ec2Response call(Ec2Client client, Ec2Request request) {
    String action = request.getClass().getSimpleName().replaceFirst("Request$", "");
    String method = Ascii.toLowerCase(action.charAt(0)) + action.substring(1);
    try {
      Method call = Ec2Client.class.getMethod(method, request.getClass());
      return (Ec2Response) call.invoke(client, request);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(thrown);
    } catch (ReflectiveOperationException none) {
      throw new AssertionError(none);
    }
  }
}

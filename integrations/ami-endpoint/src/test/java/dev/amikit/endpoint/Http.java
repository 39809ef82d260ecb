package dev.amikit.endpoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests as nobody's SDK makes them. */
record Http(URI uri) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static String signedBy(String accessKey) {
    return scoped(accessKey + "/20261101/us-east-1/ec2/aws4_request");
  }

  static String scoped(String credential) {
    return "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=host, Signature=any";
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "", "");
  }

  HttpResponse<String> post(String path, String body) {
    return send("POST", path, "", body);
  }

  /** Posts a form as an account. */
  HttpResponse<String> ask(String form) {
    return send("POST", "/", signedBy("111122223333"), form);
  }

  HttpResponse<String> send(String method, String path, String authorization, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri + path))
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}

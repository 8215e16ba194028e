package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the table of bad inputs, on real sockets. */
class BadInputContractTest {
  private static final String FROM = "\"from\":{\"name\":\"a\",\"ip\":\"b\"}";
  private static final String GARBAGE = "❌ Error: Invalid message: expected '{'";

  @RegisterExtension final ServerFixture server = ServerFixture.with();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{" + FROM + ",\"to\":\"x\"}",
        "{" + FROM + ",\"msg\":\"x\"}",
        "{\"to\":\"x\",\"msg\":\"x\"}",
        "{" + FROM + ",\"to\":\"\",\"msg\":\"x\"}",
        "{" + FROM + ",\"to\":\"x\",\"msg\":\"x\",\"id\":1}",
        "{" + FROM + ",\"to\":\"x\",\"msg\":\"x\",\"msg\":\"x\"}",
        "{" + FROM + ",\"to\":1,\"msg\":\"x\"}",
        "{" + FROM + ",\"to\":\"x\",\"msg\":null}",
        "{" + FROM + ",\"to\":[\"x\"],\"msg\":\"x\"}",
        "{\"from\":\"a\",\"to\":\"x\",\"msg\":\"x\"}",
        "{\"from\":{\"name\":\"a\"},\"to\":\"x\",\"msg\":\"x\"}",
        "{\"from\":{\"name\":\"a\",\"ip\":\"b\",\"tls\":\"c\"},\"to\":\"x\",\"msg\":\"x\"}",
        "{\"From\":{\"name\":\"a\",\"ip\":\"b\"},\"to\":\"x\",\"msg\":\"x\"}",
        "{" + FROM + ",\"to\":\"x\",\"msg\":\"x\",}",
        "{" + FROM + ",\"to\":\"x\" \"msg\":\"x\"}",
        "{" + FROM + ",'to':'x','msg':'x'}",
        "{" + FROM + ",\"to\":\"x\",\"msg\":[}",
        "{" + FROM + ",\"to\":\"x\",\"msg\":]}",
        "{" + FROM + ",\"to\":\"x\",\"msg\":\"\\ud800\"}",
        "{" + FROM + ",\"to\":\"x\",\"msg\":\"\\udc00\\ud800\"}",
        "{" + FROM + ",\"to\":\"\\ud83d\",\"msg\":\"x\"}",
        "{" + FROM + ",\"to\":\"x\",\"msg\":\"\\x\"}",
        "{" + FROM + ",\"to\":\"x\",\"msg\":\"line\nfeed\"}",
        "{ }",
        "{\"a\"}",
      })
  void a_broken_object_is_answered_and_the_connection_goes_on(String object) {
    TestClient alice = server.join("alice");

    alice.send(object + Json.message("alice", "after"));

    Received error = alice.read();
    assertThat(error.isFromServer()).isTrue();
    assertThat(error.to()).isEqualTo("alice");
    assertThat(error.msg()).startsWith("❌ Error: Invalid message: ").hasSizeGreaterThan(35);
    assertThat(alice.read().msg()).isEqualTo("after");
    assertThat(server.count("hubbub.bad.inputs", "kind", "schema")).isEqualTo(1);
  }

  @Test
  void invalid_utf_8_in_a_string_is_answered_and_the_connection_goes_on() {
    TestClient alice = server.join("alice");
    byte[] object = Json.message("alice", "é!").getBytes(StandardCharsets.ISO_8859_1);

    alice.send(object).say("alice", "after");

    assertThat(alice.read().msg()).startsWith("❌ Error: Invalid message: ").contains("UTF-8");
    assertThat(alice.read().msg()).isEqualTo("after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello\n", "]\n", "\"\n", "}}}} [[\n", "a b\tc \r\n", "\ufeff", "x"})
  void a_run_of_garbage_is_answered_once_and_skipped(String garbage) {
    TestClient alice = server.join("alice");

    alice.send(garbage + Json.message("alice", "after"));

    assertThat(alice.read().msg()).isEqualTo(GARBAGE);
    assertThat(alice.read().msg()).isEqualTo("after");
  }

  @Test
  void each_run_of_garbage_is_answered() {
    TestClient alice = server.join("alice");

    alice.send("one more\ntwo" + Json.message("alice", "after") + "three\n\r\n \t");

    assertThat(alice.read(4))
        .extracting(Received::msg)
        .containsExactly(GARBAGE, GARBAGE, "after", GARBAGE);
    alice.expectNothing();
  }

  @Test
  void garbage_is_answered_before_it_ends() {
    assertThat(server.join("alice").send("hel").read().msg()).isEqualTo(GARBAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
            + "{\"a\":{\"a\":{\"a\":{\"a\":{",
        "{\"a\":[[[[[[[[[[[[[[[["
      })
  void nesting_deeper_than_16_is_answered_at_once_and_closes(String object) {
    TestClient alice = server.join("alice").send(object);

    assertThat(alice.readToEnd())
        .extracting(Received::msg)
        .containsExactly("❌ Error: Invalid message: nested too deep");
  }

  @Test
  void nesting_of_16_is_a_broken_schema_and_goes_on() {
    TestClient alice = server.join("alice");

    alice.send("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}").say("alice", "after");

    assertThat(alice.read().msg()).contains("unknown field 'a'");
    assertThat(alice.read().msg()).isEqualTo("after");
  }

  @Test
  void an_object_of_exactly_65536_bytes_is_taken() {
    String frame = Json.message("alice", "");
    String text = "m".repeat(65_536 - frame.length());

    assertThat(server.join("alice").say("alice", text).read().msg()).isEqualTo(text);
  }

  @Test
  void an_object_over_65536_bytes_is_answered_and_closes() {
    String text = "m".repeat(65_537 - Json.message("alice", "").length());

    assertThat(server.join("alice").say("alice", text).readToEnd())
        .extracting(Received::msg)
        .containsExactly("❌ Error: Message over 65536 bytes");
  }

  @Test
  void an_endless_object_is_answered_and_closes_while_the_client_still_sends() {
    TestClient alice = server.join("alice").send("{\"from\":\"" + "m".repeat(500_000));

    assertThat(alice.readToEnd())
        .extracting(Received::msg)
        .containsExactly("❌ Error: Message over 65536 bytes");
  }

  @Test
  void nineteen_bad_inputs_are_answered_and_the_connection_goes_on() {
    TestClient alice = server.join("alice").send("{}".repeat(10) + "x\n".repeat(9));

    assertThat(alice.read(19))
        .extracting(Received::msg)
        .allMatch(text -> text.startsWith("❌ Error: Invalid message: "));
    alice.expectNothing();
  }

  @Test
  void the_twentieth_bad_input_closes() {
    TestClient bob = server.join("bob");
    TestClient alice = server.join("alice").send("{}x\n".repeat(10) + Json.message("bob", "late"));

    List<Received> replies = alice.readToEnd();

    assertThat(replies).hasSize(20);
    assertThat(replies.getLast().msg()).startsWith("⛔ Error: Too many invalid messages.");
    assertThat(bob.say("alice", "").read().msg()).contains("'alice' is not available");
  }

  @Test
  void a_stream_that_ends_inside_an_object_is_answered() {
    TestClient alice = server.join("alice").say("alice", "whole").send("{\"from\":").endOutput();

    assertThat(alice.readToEnd())
        .extracting(Received::msg)
        .satisfiesExactly(
            text -> assertThat(text).isEqualTo("whole"),
            text -> assertThat(text).startsWith("❌ Error: Invalid message: "));
  }
}

package dev.hubbub.bots.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.Sender;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  private static final UnpooledByteBufAllocator ALLOCATOR = UnpooledByteBufAllocator.DEFAULT;
  private static final LoadPayload PAYLOAD = new LoadPayload("run12345", 7, 64);

  private final List<String> heard = new ArrayList<>();
  private final MessageReader reader = new MessageReader(PAYLOAD, new Recorder());

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void what_the_writer_writes_is_what_the_reader_reads() {
    receive(loadMessage(0x1234_5678_9abcL, false));
    receive(loadMessage(3, true));

    assertThat(heard).containsExactly("7/20015998343868", "7/3 to everyone");
  }

  @Test
  void a_load_message_is_a_message_of_the_contract() throws Exception {
    ByteBuf bytes = loadMessage(255, false);
    Message message = dev.hubbub.protocol.MessageDecoder.decode(bytes);
    bytes.release();

    assertThat(message.from()).isEqualTo(new Sender("alice", "127.0.0.1"));
    assertThat(message.to()).isEqualTo("bob");
    assertThat(message.msg()).startsWith("run12345070000000000ffd").hasSize(64);
  }

  @Test
  void the_servers_own_encoding_is_recognised_without_being_parsed() {
    // A key is wrong: only a parser would notice.
    String text = asText(encoded("alice", "10.0.0.1", "bob", payload(9)));
    receive(text.replace("\"ip\"", "\"IP\""));

    assertThat(heard).containsExactly("7/9");
  }

  @Test
  void other_messages_are_decoded() {
    receive(encoded("SERVER", "0.0.0.0", "alice", "Welcome alice!\n{\"}"));

    assertThat(heard).containsExactly("SERVER to alice: Welcome alice!\n{\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"from\": {\"name\": \"a\", \"ip\": \"b\"}, \"to\": \"c\", \"msg\": \"%s\"}\n",
        "{\"msg\":\"%s\",\"to\":\"c\",\"from\":{\"ip\":\"b\",\"name\":\"a\"}}",
        "\n\n{\"from\":{\"name\":\"a\",\"ip\":\"b\"},\"to\":\"c\",\n\"msg\":\"%s\"\n}\n",
      })
  void a_load_message_in_another_form_is_recognised_too(String form) {
    receive(form.formatted(payload(17)));

    assertThat(heard).containsExactly("7/17");
  }

  @Test
  void a_mix_of_messages_survives_every_cut() {
    byte[] stream =
        (asText(loadMessage(1, false))
                + asText(encoded("SERVER", "0.0.0.0", "alice", "Привет {"))
                + asText(loadMessage(2, false))
                + "{\"to\":\"x\", \"from\":{\"name\":\"a\",\"ip\":\"b\"}, \"msg\":\"\\\"}\"}"
                + asText(loadMessage(3, true)))
            .getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < stream.length; cut++) {
      heard.clear();
      receive(Unpooled.wrappedBuffer(Arrays.copyOfRange(stream, 0, cut)));
      receive(Unpooled.wrappedBuffer(Arrays.copyOfRange(stream, cut, stream.length)));

      assertThat(heard)
          .as("cut at " + cut)
          .containsExactly(
              "7/1", "SERVER to alice: Привет {", "7/2", "a to x: \"}", "7/3 to everyone");
    }
  }

  @Test
  void a_payload_of_another_run_is_just_a_message() {
    receive(encoded("a", "b", "c", payload(9).replace("run12345", "run99999")));

    assertThat(heard).hasSize(1).first().asString().startsWith("a to c: run99999");
  }

  @Test
  void a_payload_with_a_broken_number_has_a_number_that_nobody_has() {
    receive(encoded("a", "b", "c", payload(9).replace("000000000009", "00000000000z")));

    assertThat(heard).containsExactly("7/-1");
  }

  @Test
  void what_is_no_message_is_said_so_and_the_stream_goes_on() {
    receive("hello\n{\"no\":\"message\"}\n" + asText(loadMessage(4, false)));

    assertThat(heard)
        .containsExactly(
            "invalid: bytes between messages",
            "invalid: an invalid message: unknown field 'no'",
            "7/4");
  }

  @Test
  void a_stream_that_can_not_be_scanned_is_given_up() {
    receive("{".repeat(17));
    receive(loadMessage(4, false));

    assertThat(heard).containsExactly("fatal: a message that is nested too deep");
  }

  @Test
  void messages_of_any_size_are_told_wherever_they_are_cut() {
    int[] sizes = {24, 25, 64, 1_000, 60_000, 24};
    ByteBuf stream = ALLOCATOR.buffer();
    for (int i = 0; i < sizes.length; i++) {
      new MessageWriter(PAYLOAD)
          .write(stream, MessageWriter.head("alice"), Driver.ascii("bob"), i, false, sizes[i]);
    }
    while (stream.isReadable()) {
      receive(stream.readRetainedSlice(Math.min(stream.readableBytes(), 7_919)));
    }
    stream.release();

    assertThat(heard).hasSize(sizes.length).allMatch(line -> line.startsWith("7/"));
  }

  @Test
  void every_buffer_is_released() {
    ByteBuf whole = loadMessage(1, false);
    ByteBuf part = Unpooled.copiedBuffer("{\"from\"", StandardCharsets.UTF_8);
    receive(whole);
    receive(part);
    assertThat(part.refCnt()).isOne();
    reader.close();
    ByteBuf late = loadMessage(1, false);
    receive(late);

    assertThat(whole.refCnt() + part.refCnt() + late.refCnt()).isZero();
  }

  private void receive(ByteBuf bytes) {
    reader.read(ALLOCATOR, bytes);
  }

  private void receive(String text) {
    receive(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
  }

  private static ByteBuf loadMessage(long sequence, boolean toEveryone) {
    ByteBuf out = ALLOCATOR.buffer();
    new MessageWriter(PAYLOAD)
        .write(out, MessageWriter.head("alice"), Driver.ascii("bob"), sequence, toEveryone, 64);
    return out;
  }

  private static ByteBuf encoded(String from, String ip, String to, String msg) {
    return MessageEncoder.encode(new Message(new Sender(from, ip), to, msg), ALLOCATOR);
  }

  private static String payload(long sequence) {
    return "run12345" + "07" + "%012x".formatted(sequence) + "d" + "x".repeat(64 - 23);
  }

  private static String asText(ByteBuf bytes) {
    String text = new String(ByteBufUtil.getBytes(bytes), StandardCharsets.UTF_8);
    bytes.release();
    return text;
  }

  private final class Recorder implements MessageListener {
    @Override
    public void payload(int worker, long sequence, boolean toEveryone) {
      heard.add(worker + "/" + sequence + (toEveryone ? " to everyone" : ""));
    }

    @Override
    public void message(Message message) {
      heard.add(message.from().name() + " to " + message.to() + ": " + message.msg());
    }

    @Override
    public void invalid(String reason, boolean fatal) {
      heard.add((fatal ? "fatal: " : "invalid: ") + reason);
    }
  }
}

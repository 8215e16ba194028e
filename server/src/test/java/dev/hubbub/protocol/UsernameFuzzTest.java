package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Registration: the names that are taken are those that the rules, written as patterns, allow. */
class UsernameFuzzTest {
  private static final Pattern OUTER_WHITE_SPACE =
      Pattern.compile("\\A[\\p{javaWhitespace}\\p{Z}]+|[\\p{javaWhitespace}\\p{Z}]+\\z");
  private static final Pattern ALLOWED =
      Pattern.compile("(?s)(?!/)[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]{1,64}");
  private static final Set<String> RESERVED = Set.of("server", "guest", "everyone");

  @FuzzTest
  void takes_the_names_that_the_rules_allow_and_no_others(byte[] bytes) {
    Optional<Username> parsed = parse(bytes);

    assertThat(parsed.map(Username::name)).isEqualTo(expected(bytes));
    parsed.ifPresent(UsernameFuzzTest::assertHolds);
  }

  private static void assertHolds(Username username) {
    assertThat(username.folded()).isEqualTo(Username.fold(username.name()));
    assertThat(parse(username.name().getBytes(StandardCharsets.UTF_8))).contains(username);
    EncodedMessages.assertSurvives(Welcome.to(username.name(), Set.<String>of().iterator(), 0));
    EncodedMessages.assertFitsReply(ServerTexts.notAvailable(username.name()));
  }

  private static Optional<Username> parse(byte[] bytes) {
    try {
      return Optional.of(Username.parse(Unpooled.wrappedBuffer(bytes)));
    } catch (InvalidUsernameException e) {
      EncodedMessages.assertFitsReply(ServerTexts.invalidUsername(e.reason()));
      return Optional.empty();
    }
  }

  private static Optional<String> expected(byte[] bytes) {
    if (bytes.length > Limits.USERNAME_BYTES_MAX) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String name = OUTER_WHITE_SPACE.matcher(text).replaceAll("");
      boolean allowed = ALLOWED.matcher(name).matches() && !RESERVED.contains(Username.fold(name));
      return allowed ? Optional.of(name) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}

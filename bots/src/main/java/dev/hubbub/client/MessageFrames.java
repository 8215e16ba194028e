package dev.hubbub.client;

import dev.hubbub.protocol.InvalidMessageException;
import dev.hubbub.protocol.Limits;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageDecoder;
import dev.hubbub.protocol.ObjectScanner;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;

/** Bytes in, messages out, wherever TCP cut the stream. */
final class MessageFrames extends ByteToMessageDecoder {
  private final ObjectScanner scanner = new ObjectScanner(Limits.CLIENT_MESSAGE_BYTES_MAX);

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    switch (scanner.scan(in)) {
      case NOTHING -> {
        // Comes again when there is more.
      }
      case OBJECT -> out.add(message(in.readSlice(scanner.objectBytes())));
      case GARBAGE, TOO_DEEP, TOO_LARGE ->
          throw new CorruptedFrameException("what answers there is no Hubbub server");
    }
  }

  private static Message message(ByteBuf object) {
    try {
      return MessageDecoder.decode(object);
    } catch (InvalidMessageException e) {
      throw new CorruptedFrameException("the server sent an invalid message: " + e.reason(), e);
    }
  }
}

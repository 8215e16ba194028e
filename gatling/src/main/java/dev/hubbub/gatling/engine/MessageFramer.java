package dev.hubbub.gatling.engine;

import dev.hubbub.protocol.InvalidMessageException;
import dev.hubbub.protocol.Limits;
import dev.hubbub.protocol.MessageDecoder;
import dev.hubbub.protocol.ObjectScanner;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;

/** Cuts what the server sends into messages, however TCP cut it. One a connection. */
final class MessageFramer extends ByteToMessageDecoder {
  private final ObjectScanner scanner = new ObjectScanner(Limits.CLIENT_MESSAGE_BYTES_MAX);

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws InvalidMessageException {
    switch (scanner.scan(in)) {
      case OBJECT -> out.add(MessageDecoder.decode(in.readSlice(scanner.objectBytes())));
      case GARBAGE -> throw new CorruptedFrameException("expected '{'");
      case TOO_DEEP -> throw new CorruptedFrameException("nested too deep");
      case TOO_LARGE -> throw new CorruptedFrameException("too large");
      case NOTHING -> {}
    }
  }
}

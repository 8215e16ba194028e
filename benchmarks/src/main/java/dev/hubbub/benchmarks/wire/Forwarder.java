package dev.hubbub.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Cuts what is read into pieces of one length, and writes each to its receiver as it is. */
@Sharable
final class Forwarder extends ChannelInboundHandlerAdapter {
  private final int pieceBytes;
  private final MemoryChannel[] receivers;

  Forwarder(int pieceBytes, MemoryChannel[] receivers) {
    this.pieceBytes = pieceBytes;
    this.receivers = receivers;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    ByteBuf in = (ByteBuf) msg;
    for (int i = 0; in.isReadable(); i++) {
      receivers[i].writeAndFlush(in.readRetainedSlice(pieceBytes), receivers[i].voidPromise());
    }
    in.release();
  }
}

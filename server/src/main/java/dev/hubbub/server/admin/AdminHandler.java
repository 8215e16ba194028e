package dev.hubbub.server.admin;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;

/** Answers GET and HEAD. Shared by all connections. */
@Sharable
final class AdminHandler extends SimpleChannelInboundHandler<HttpRequest> {
  private final AdminPages pages;

  AdminHandler(AdminPages pages) {
    super(HttpRequest.class);
    this.pages = pages;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpRequest request) {
    AdminPage page = page(request);
    ByteBuf body = ByteBufUtil.writeUtf8(ctx.alloc(), page.body());
    int length = body.readableBytes();
    if (request.method().equals(HttpMethod.HEAD)) {
      body.clear();
    }
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, page.status(), body);
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, page.contentType())
        .set(HttpHeaderNames.CONTENT_LENGTH, length)
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    boolean keepAlive = HttpUtil.isKeepAlive(request) && page.status().code() < 400;
    HttpUtil.setKeepAlive(response, keepAlive);
    var written = ctx.writeAndFlush(response);
    if (!keepAlive) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private AdminPage page(HttpRequest request) {
    if (request.decoderResult().isFailure()) {
      return AdminPage.text(HttpResponseStatus.BAD_REQUEST, "Not a request of HTTP.");
    }
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      return AdminPage.text(HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET and HEAD.");
    }
    return pages.get(new QueryStringDecoder(request.uri()).path());
  }
}

package dev.hubbub.server.admin;

import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * What an address of the admin port answers.
 *
 * @param contentType with the character set
 */
record AdminPage(HttpResponseStatus status, String contentType, String body) {
  static AdminPage text(HttpResponseStatus status, String body) {
    return new AdminPage(status, "text/plain; charset=utf-8", body + "\n");
  }
}

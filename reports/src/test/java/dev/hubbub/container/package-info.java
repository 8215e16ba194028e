/**
 * The images, tested from outside in real containers, and what containers of several sizes carry.
 *
 * <p>These tests run where an engine and an image are handed to them, one class at a time: {@code
 * .ci/container-tests} sees to both. Containers use the network of the host, so that traffic stays
 * on the loopback interface.
 */
@NullMarked
package dev.hubbub.container;

import org.jspecify.annotations.NullMarked;

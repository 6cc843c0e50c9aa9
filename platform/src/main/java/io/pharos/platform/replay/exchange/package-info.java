/**
 * The replay's connection to a running exchange: sign-in, order entry, and the stream of one book, all through the
 * published API. Depends on the plan and the recording. The sockets' listeners are called by the HTTP client's threads,
 * one message at a time for each socket; the rest belongs to the thread that replays.
 */
@NullMarked
package io.pharos.platform.replay.exchange;

import org.jspecify.annotations.NullMarked;

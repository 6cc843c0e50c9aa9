/**
 * Follows what the exchange does with the replay: brings its replies and its book's stream together by their sequence,
 * compares the book after each message with the record, and counts. Depends on the plan and the exchange's messages.
 * The replaying thread and the sockets' threads enter; {@code ReplayFollower} locks.
 */
@NullMarked
package io.pharos.platform.replay.follow;

import org.jspecify.annotations.NullMarked;

/**
 * The command that plays a recorded market day into a running exchange through ordinary order entry, and compares the
 * exchange with the record. It is a client of the published API and depends on no other package of the platform. The
 * command's own thread plans and sends; the sockets' threads receive.
 */
@NullMarked
package io.pharos.platform.replay;

import org.jspecify.annotations.NullMarked;

/**
 * Named checks, which services publish, and what they amount to: whether a process is ready, how the platform stands role
 * by role, and what each process says of itself. Depends on peer. A check is called from any thread and answers within its time-out.
 */
@NullMarked
package io.pharos.platform.health;

import org.jspecify.annotations.NullMarked;

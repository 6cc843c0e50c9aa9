/**
 * What the machine gives to a process: its data directory with its lock, secrets in files, free disk space, free
 * ports. Depends on the JDK only. Entered by the main thread at the start; its values are immutable afterwards.
 */
@NullMarked
package io.pharos.platform.host;

import org.jspecify.annotations.NullMarked;

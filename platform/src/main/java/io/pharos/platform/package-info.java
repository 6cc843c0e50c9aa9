/**
 * The deployable: reads the command line, prepares the machine, starts the roles that it was told to and stops them
 * in order. It may depend on every other package here; none of them depends on it. Entered by the main thread and by
 * the shutdown hook.
 */
@NullMarked
package io.pharos.platform;

import org.jspecify.annotations.NullMarked;

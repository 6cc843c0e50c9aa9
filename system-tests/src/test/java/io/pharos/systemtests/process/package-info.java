/**
 * Pharos as a user starts it, and as a client of its API sees it: processes of {@code ./pharos}, the one that most tests
 * share, sessions over HTTP. Depends on the JDK and Jackson, on no class of the platform. Entered by the tests' thread.
 */
@NullMarked
package io.pharos.systemtests.process;

import org.jspecify.annotations.NullMarked;

/** What integration tests share: one running process for all of them, and a client that behaves like a browser. */
@NullMarked
package io.pharos.platform.support;

import org.jspecify.annotations.NullMarked;

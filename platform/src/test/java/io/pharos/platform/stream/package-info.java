/** Tests of the page's stream. */
@NullMarked
package io.pharos.platform.stream;

import org.jspecify.annotations.NullMarked;

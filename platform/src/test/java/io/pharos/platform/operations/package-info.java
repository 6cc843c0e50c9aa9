/** Tests of operations. */
@NullMarked
package io.pharos.platform.operations;

import org.jspecify.annotations.NullMarked;

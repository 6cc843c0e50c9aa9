/** The wire schema (SBE) of commands and events, and outcome codes. Depends on Agrona only. */
@NullMarked
package io.pharos.protocol;

import org.jspecify.annotations.NullMarked;

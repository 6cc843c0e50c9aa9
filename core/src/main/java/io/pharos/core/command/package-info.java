/**
 * The commands in the core's dialect: one reusable flyweight each, filled by an adapter from the wire. Depends on the
 * protocol's enumerations only. Owned by the thread that calls the engine.
 */
@NullMarked
package io.pharos.core.command;

import org.jspecify.annotations.NullMarked;

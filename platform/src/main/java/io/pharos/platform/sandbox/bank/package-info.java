/**
 * A bank for trying things out: it speaks ISO 20022 over HTTP, keeps books of its own, and fails on command. Depends on
 * iso20022, database and edge. Entered by request threads.
 */
@NullMarked
@NamedInterface("bank")
package io.pharos.platform.sandbox.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

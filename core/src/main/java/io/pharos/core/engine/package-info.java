/**
 * Dispatch of commands, the duplicate window, snapshot and digest of the whole state. Depends on the ledger and on
 * trading, and on nothing above the core. One thread enters it: the one that applies the log.
 *
 * <p>To drive the engine in process, for a benchmark or a simulation: make one engine and one flyweight for each kind of
 * command, register assets, accounts and an instrument, open it, and then for each command advance log time, fill the
 * flyweight, apply it, and read the reply before the next call.
 *
 * <pre>{@code
 *   Engine engine = new Engine(EngineSettings.defaults(), sink);
 *   PlaceOrder place = new PlaceOrder();
 *   engine.advanceTo(timeNanos);
 *   place.clientId = 1;
 *   place.commandId = ++lastCommandId;
 *   place.accountId = 1000; ...
 *   long orderId = engine.apply(place).entityId;
 * }</pre>
 *
 * {@code OrderFlow} in the tests is such a driver, with the mix of exchange-core's generator.
 */
@NullMarked
package io.pharos.core.engine;

import org.jspecify.annotations.NullMarked;

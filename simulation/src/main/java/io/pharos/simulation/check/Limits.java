package io.pharos.simulation.check;

/**
 * The limits under which the core of a run is founded.
 *
 * @param sweepOrders orders that a kill switch cancels in one step
 * @param windowCommands commands remembered for each client
 * @param windowNanos log time for which a command is remembered
 */
public record Limits(
        int assets,
        int instruments,
        int accounts,
        int holds,
        int openOrders,
        int accountOpenOrders,
        int sweepOrders,
        int clients,
        int windowCommands,
        long windowNanos) {}

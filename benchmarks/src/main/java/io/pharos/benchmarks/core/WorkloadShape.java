package io.pharos.benchmarks.core;

/**
 * How large the market is that a workload plays in.
 *
 * @param instruments with a book each; all trade the same asset for the same money
 * @param customers rich enough for all they do
 * @param resting orders, about, over all books
 */
public record WorkloadShape(int instruments, int customers, int resting) {
    /** The single-pair shape of exchange-core's generator. */
    public static final WorkloadShape ONE_BOOK = new WorkloadShape(1, 1_000, 1_000);

    /** Many books and more customers. */
    public static final WorkloadShape HUNDRED_BOOKS = new WorkloadShape(100, 10_000, 100_000);

    /** In words. */
    public String text() {
        return String.format(
                "%,d instrument%s, %,d customers, %,d resting",
                instruments, instruments == 1 ? "" : "s", customers, resting);
    }
}

package io.pharos.benchmarks.cluster;

import io.pharos.benchmarks.Effort;
import io.pharos.benchmarks.Item;
import io.pharos.benchmarks.Measurement;
import io.pharos.benchmarks.core.CoreMarket;
import io.pharos.benchmarks.core.WorkloadShape;
import io.pharos.benchmarks.postgres.PostgresRate;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.protocol.PostingCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Durable transfers a second of the core through one member, beside the same transfers in a ledger in PostgreSQL on the
 * same machine: one transaction each over many connections, and many in a transaction.
 */
public final class LedgerTransfers implements Item {
    private static final long SEED = 42;
    private static final int IN_FLIGHT = 2_000;
    private static final int CASH = 1;

    @Override
    public List<Measurement> run(Effort effort, Consumer<String> say) throws IOException, InterruptedException {
        int customers = WorkloadShape.ONE_BOOK.customers();
        int warmUp = effort.choose(2_000, 100_000);
        int measured = effort.choose(10_000, 300_000);
        PostgresRate.Rates postgres = PostgresRate.measure(customers, effort.choose(2_000, 50_000), SEED);
        say.accept(String.format(
                "PostgreSQL: %,.0f transfers a second one by one, %,.0f batched", postgres.each(), postgres.batched()));
        double core = CoreRun.measure(1, warmUp, transfers(customers, warmUp + measured), IN_FLIGHT);
        say.accept(String.format("core, one member: %,.0f transfers a second", core));
        return List.of(
                Measurement.beside(
                        "ledger, 1 member: transfers; reference: PostgreSQL, one transaction each",
                        core,
                        "transfers/s",
                        postgres.each(),
                        ""),
                Measurement.beside(
                        "ledger, 1 member: transfers; reference: PostgreSQL, 500 in a transaction",
                        core,
                        "transfers/s",
                        postgres.batched(),
                        ""));
    }

    private static List<CoreCommand> transfers(int customers, int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<CoreCommand> transfers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int debit = random.nextInt(customers);
            int credit = (debit + 1 + random.nextInt(customers - 1)) % customers;
            transfers.add(new CoreCommand.Transfer(
                    CoreMarket.FIRST_CUSTOMER + debit,
                    CoreMarket.FIRST_CUSTOMER + credit,
                    CASH,
                    1 + random.nextInt(100),
                    PostingCode.INTERNAL,
                    0));
        }
        return transfers;
    }
}

package io.pharos.platform.trading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pharos.platform.edge.Caller;
import io.pharos.platform.edge.ProblemException;
import io.pharos.platform.instrument.InstrumentDirectory;
import io.pharos.platform.trading.entry.AccountWrites;
import io.pharos.platform.trading.entry.TradingProblem;
import io.pharos.platform.trading.query.AccountQueries;
import io.pharos.platform.trading.query.Page;
import io.pharos.platform.trading.query.PageToken;
import io.pharos.platform.trading.web.Views.BalanceView;
import io.pharos.platform.trading.web.Views.MovementView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what an account has, what it cost and how it came. */
@RestController
@RequestMapping("/api/v1")
public final class PortfolioController {
    private static final int LIMIT = 50;

    private final AccountQueries queries;
    private final AccountWrites writes;
    private final Views views;
    private final PositionValuation valuation;
    private final InstrumentDirectory directory;

    public PortfolioController(
            AccountQueries queries,
            AccountWrites writes,
            Views views,
            PositionValuation valuation,
            InstrumentDirectory directory) {
        this.queries = queries;
        this.writes = writes;
        this.views = views;
        this.valuation = valuation;
        this.directory = directory;
    }

    /** All balances, as of one sequence of the journal. */
    public record Balances(List<BalanceView> items, long sequence) {}

    /** All positions; without the market's prices the values are absent. */
    public record Positions(List<PositionView> items, MarketData marketData) {}

    /** Whether the market's prices could be had, and if not, since when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MarketData(boolean available, @Nullable Instant since) {}

    @GetMapping("/balances")
    Balances balances(Caller caller, @RequestParam(name = "sequence", defaultValue = "0") long sequence) {
        writes.awaitLast(caller.accountId(), sequence);
        AccountQueries.Balances balances = queries.balances(caller.accountId());
        return new Balances(
                balances.rows().stream()
                        .map(row -> views.balance(row, balances.unsettled(row.assetId())))
                        .toList(),
                balances.sequence());
    }

    @GetMapping("/positions")
    Positions positions(Caller caller, @RequestParam(name = "sequence", defaultValue = "0") long sequence) {
        writes.awaitLast(caller.accountId(), sequence);
        return valuation.of(queries.holdings(caller.accountId()));
    }

    @GetMapping("/movements")
    Page<MovementView> movements(
            Caller caller,
            @RequestParam(name = "asset", required = false) @Nullable String asset,
            @RequestParam(name = "sequence", defaultValue = "0") long sequence,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "pageToken", required = false) @Nullable String pageToken) {
        long before = PageToken.read(pageToken);
        Integer assetId = asset == null
                ? null
                : (Integer) directory
                        .assetByCode(asset)
                        .orElseThrow(() -> ProblemException.at("?asset", TradingProblem.ASSET_NOT_FOUND, asset))
                        .assetId();
        writes.awaitLast(caller.accountId(), sequence);
        var page = queries.movements(caller.accountId(), assetId, before, PageToken.limit(limit, LIMIT));
        return new Page<>(page.items().stream().map(views::movement).toList(), page.nextPageToken());
    }
}

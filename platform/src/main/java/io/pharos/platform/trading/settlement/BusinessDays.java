package io.pharos.platform.trading.settlement;

import io.pharos.cluster.message.CommandReply;
import io.pharos.cluster.message.CoreCommand;
import io.pharos.platform.catalogue.BusinessCalendar;
import io.pharos.platform.catalogue.Catalogue;
import io.pharos.platform.catalogue.Catalogue.FeeScheduleEntry;
import io.pharos.platform.catalogue.Catalogue.InstrumentEntry;
import io.pharos.platform.catalogue.Catalogue.SettlementEntry;
import io.pharos.platform.catalogue.HouseAccount;
import io.pharos.platform.core.CoreCalls;
import io.pharos.platform.peer.RoleUnavailable;
import io.pharos.platform.trading.projection.ProjectionProgress;
import io.pharos.platform.trading.query.ServicingQueries;
import io.pharos.platform.trading.query.SettlementQueries;
import io.pharos.protocol.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Runs the end of each business day when the next one comes, one that was missed included, in steps; gives new instruments
 * the settlement rules and the fee schedule of the catalogue, once. Every process with the role may run it: what another has
 * done already is refused by the core and changes nothing.
 */
public final class BusinessDays implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BusinessDays.class);
    private static final long PERIOD_SECONDS = 20;
    private static final int STEP_ITEMS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CoreCalls core;
    private final Catalogue catalogue;
    private final SettlementQueries queries;
    private final ServicingQueries servicing;
    private final MarginTerms margin;
    private final ProjectionProgress progress;
    private final Clock clock;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("business-days").factory());
    private @Nullable Future<?> rounds;

    public BusinessDays(
            CoreCalls core,
            Catalogue catalogue,
            SettlementQueries queries,
            ServicingQueries servicing,
            MarginTerms margin,
            ProjectionProgress progress,
            Clock clock) {
        this.margin = margin;
        this.servicing = servicing;
        this.core = core;
        this.catalogue = catalogue;
        this.queries = queries;
        this.progress = progress;
        this.clock = clock;
    }

    /** The date of a calendar as the core counts it. */
    public static int number(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    @Override
    public void start() {
        rounds = scheduler.scheduleWithFixedDelay(this::round, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        rounds = null;
        scheduler.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    private void round() {
        try {
            for (BusinessCalendar calendar : catalogue.calendars()) {
                follow(calendar);
            }
            margin.give();
        } catch (DataAccessException | RoleUnavailable e) {
            // The next round tries again; an exception here would end all rounds.
            LOG.warn("Business days wait: {}", e.getMessage());
        }
    }

    private void follow(BusinessCalendar calendar) {
        CommandReply stands = core.run(new CoreCommand.SettleDue(calendar.calendarId(), STEP_ITEMS));
        if (!progress.await(stands.sequence(), PATIENCE)) {
            return; // the tables do not know yet what the core does
        }
        servicing.unfinishedRun(calendar.calendarId()).ifPresent(date -> end(calendar, date));
        if (servicing.hasWaitingAction(calendar.calendarId())) {
            queries.lastDate(calendar.calendarId()).ifPresent(present -> end(calendar, present));
        }
        LocalDate today = LocalDate.now(clock.withZone(calendar.zone()));
        LocalDate next =
                queries.lastDate(calendar.calendarId()).map(calendar::after).orElseGet(() -> calendar.notAfter(today));
        while (!next.isAfter(today)) {
            Outcome outcome = end(calendar, next);
            LOG.info("Business day {} of {}: {}", next, calendar.name().en(), outcome);
            next = calendar.after(next);
        }
        giveFees();
        giveRules(calendar);
    }

    /** Ends the present business day and begins the next: step by step, until nothing is left of the run. */
    private Outcome end(BusinessCalendar calendar, LocalDate next) {
        while (true) {
            CommandReply reply =
                    core.run(new CoreCommand.RunEndOfDay(calendar.calendarId(), number(next), STEP_ITEMS, 0));
            if (!reply.isAccepted() || reply.entityId() == 0) {
                return reply.outcome();
            }
        }
    }

    /** Gives an instrument the fee schedule of the catalogue, once; later changes are the staff's. */
    private void giveFees() {
        for (FeeScheduleEntry entry : catalogue.feeSchedules()) {
            boolean isKnown = servicing.fees().stream().anyMatch(fees -> fees.scheduleId() == entry.scheduleId());
            if (!isKnown) {
                Outcome outcome =
                        core.run(FeeSchedules.command(entry, catalogue)).outcome();
                LOG.info("Fee schedule {}: {}", entry.scheduleId(), outcome);
            }
        }
        for (InstrumentEntry instrument : catalogue.instruments()) {
            Integer schedule = instrument.feeSchedule();
            if (schedule != null
                    && servicing.scheduleOf(instrument.instrumentId()).isEmpty()) {
                Outcome outcome = core.run(new CoreCommand.AssignFeeSchedule(instrument.instrumentId(), schedule))
                        .outcome();
                LOG.info("Fee schedule of {}: {}", instrument.symbol(), outcome);
            }
        }
    }

    private void giveRules(BusinessCalendar calendar) {
        Set<Integer> have = queries.instrumentsWithRules();
        for (InstrumentEntry instrument : catalogue.instruments()) {
            SettlementEntry rules = instrument.settlement();
            if (rules == null
                    || rules.calendarId() != calendar.calendarId()
                    || have.contains(instrument.instrumentId())) {
                continue;
            }
            Outcome outcome = core.run(new CoreCommand.SetSettlementRules(
                            HouseAccount.SETTLEMENT_CLEARING.accountId(),
                            instrument.instrumentId(),
                            rules.calendarId(),
                            rules.lagDays(),
                            rules.buyInDays(),
                            rules.proceedsUsable(),
                            rules.sameDaySale(),
                            false))
                    .outcome();
            LOG.info("Settlement rules of {}: {}", instrument.symbol(), outcome);
        }
    }
}

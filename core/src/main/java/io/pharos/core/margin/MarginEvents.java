package io.pharos.core.margin;

import io.pharos.core.command.SetMarginAgreement;
import io.pharos.core.command.SetMarginProgram;
import io.pharos.core.command.SetMarginTerms;
import io.pharos.core.event.EventSink;
import io.pharos.core.event.MarginAgreementSet;
import io.pharos.core.event.MarginLoanChanged;
import io.pharos.core.event.MarginProgramSet;
import io.pharos.core.event.MarginSaleForced;
import io.pharos.core.event.MarginStatusChanged;
import io.pharos.core.event.MarginTermsSet;
import io.pharos.core.event.MarginValued;
import io.pharos.core.event.Sequencer;
import io.pharos.protocol.MarginLoanChange;
import io.pharos.protocol.MarginReason;
import io.pharos.protocol.MarginStatus;
import org.jspecify.annotations.Nullable;

/** Emits the events of margin accounts. */
final class MarginEvents {
    private final Sequencer sequencer;
    private final EventSink sink;
    private final MarginProgramSet programSet = new MarginProgramSet();
    private final MarginTermsSet termsSet = new MarginTermsSet();
    private final MarginAgreementSet agreementSet = new MarginAgreementSet();
    private final MarginLoanChanged loanChanged = new MarginLoanChanged();
    private final MarginValued valued = new MarginValued();
    private final MarginStatusChanged statusChanged = new MarginStatusChanged();
    private final MarginSaleForced saleForced = new MarginSaleForced();

    MarginEvents(Sequencer sequencer, EventSink sink) {
        this.sequencer = sequencer;
        this.sink = sink;
    }

    void set(SetMarginProgram terms) {
        MarginProgramSet event = programSet;
        event.programId = terms.programId;
        event.assetId = terms.assetId;
        event.calendarId = terms.calendarId;
        event.lendingAccountId = terms.lendingAccountId;
        event.incomeAccountId = terms.incomeAccountId;
        event.closingPpm = terms.closingPpm;
        event.warningPpm = terms.warningPpm;
        event.restorePpm = terms.restorePpm;
        event.withdrawalPpm = terms.withdrawalPpm;
        event.concentrationPpm = terms.concentrationPpm;
        event.dayCount = terms.dayCount;
        event.callDays = terms.callDays;
        event.protectionPpm = terms.protectionPpm;
        event.creditMaxMinor = terms.creditMaxMinor;
        event.revalueNanos = terms.revalueNanos;
        event.staffId = terms.staffId;
        sequencer.stamp(event);
        sink.onMarginProgramSet(event);
    }

    void set(SetMarginTerms terms) {
        MarginTermsSet event = termsSet;
        event.instrumentId = terms.instrumentId;
        event.conversionPpm = terms.conversionPpm;
        event.initialPpm = terms.initialPpm;
        event.collateral = terms.collateral;
        event.financing = terms.financing;
        event.staffId = terms.staffId;
        sequencer.stamp(event);
        sink.onMarginTermsSet(event);
    }

    void set(SetMarginAgreement terms) {
        MarginAgreementSet event = agreementSet;
        event.accountId = terms.accountId;
        event.programId = terms.programId;
        event.creditLimitMinor = terms.creditLimitMinor;
        event.ratePpm = terms.ratePpm;
        event.active = terms.active;
        event.staffId = terms.staffId;
        sequencer.stamp(event);
        sink.onMarginAgreementSet(event);
    }

    /** Tells of a change of a loan, or, without one, of interest. */
    void changed(
            MarginAccount account,
            @Nullable Loan loan,
            MarginLoanChange kind,
            long changeMinor,
            long orderId,
            long tradeId) {
        MarginLoanChanged event = loanChanged;
        event.accountId = account.accountId;
        event.orderId = orderId;
        event.tradeId = tradeId;
        event.changeMinor = changeMinor;
        event.principalMinor = loan == null ? 0 : loan.principalMinor;
        event.reservedMinor = loan == null ? 0 : loan.reservedMinor;
        event.debtMinor = account.principalMinor();
        event.interestMinor = account.interestMinor;
        event.instrumentId = loan == null ? 0 : loan.instrumentId;
        event.kind = kind;
        sequencer.stamp(event);
        sink.onMarginLoanChanged(event);
    }

    void valued(MarginAccount account, Valuation of) {
        MarginValued event = valued;
        event.accountId = account.accountId;
        event.assetsMinor = of.assetsMinor;
        event.marketMinor = of.marketMinor;
        event.debtMinor = account.principalMinor();
        event.reservedMinor = account.reservedMinor();
        event.interestMinor = account.interestMinor;
        event.ratioPpm = of.ratioPpm();
        event.excessMinor = of.excessMinor;
        sequencer.stamp(event);
        sink.onMarginValued(event);
    }

    void status(MarginAccount account, Valuation of, MarginStatus previous, MarginReason reason) {
        MarginStatusChanged event = statusChanged;
        event.accountId = account.accountId;
        event.assetsMinor = of.assetsMinor;
        event.debtMinor = account.principalMinor();
        event.interestMinor = account.interestMinor;
        event.ratioPpm = of.ratioPpm();
        event.requiredMinor = of.requiredMinor(account.program().terms.restorePpm);
        event.deadlineDay = account.deadlineDay;
        event.callDate = account.callDate;
        event.callDays = account.callDate == 0 ? 0 : account.program().terms.callDays;
        event.status = account.status;
        event.previous = previous;
        event.reason = reason;
        sequencer.stamp(event);
        sink.onMarginStatusChanged(event);
    }

    void sold(
            MarginAccount account,
            int instrumentId,
            long orderId,
            long lots,
            long filledLots,
            long priceTicks,
            long neededMinor) {
        MarginSaleForced event = saleForced;
        event.accountId = account.accountId;
        event.orderId = orderId;
        event.quantityLots = lots;
        event.filledLots = filledLots;
        event.priceTicks = priceTicks;
        event.neededMinor = neededMinor;
        event.instrumentId = instrumentId;
        sequencer.stamp(event);
        sink.onMarginSaleForced(event);
    }
}

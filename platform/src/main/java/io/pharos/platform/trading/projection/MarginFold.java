package io.pharos.platform.trading.projection;

import io.pharos.cluster.message.CoreEvent.MarginAgreementSet;
import io.pharos.cluster.message.CoreEvent.MarginLoanChanged;
import io.pharos.cluster.message.CoreEvent.MarginProgramSet;
import io.pharos.cluster.message.CoreEvent.MarginSaleForced;
import io.pharos.cluster.message.CoreEvent.MarginStatusChanged;
import io.pharos.cluster.message.CoreEvent.MarginTermsSet;
import io.pharos.cluster.message.CoreEvent.MarginValued;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the events of margin accounts do to the rows of a batch: of each, the last counts. */
final class MarginFold {
    /** A loan. */
    record LoanKey(long accountId, int instrumentId) {}

    /** What an account owes. */
    record Debt(long accountId, long debtMinor, long interestMinor) {}

    final Map<Integer, MarginProgramSet> programs = new LinkedHashMap<>();
    final Map<Integer, MarginTermsSet> terms = new LinkedHashMap<>();
    final Map<Long, MarginAgreementSet> agreements = new LinkedHashMap<>();
    final Map<LoanKey, MarginLoanChanged> loans = new LinkedHashMap<>();
    final Map<Long, Debt> debts = new LinkedHashMap<>();
    final Map<Long, MarginValued> valued = new LinkedHashMap<>();
    final Map<Long, MarginStatusChanged> statuses = new LinkedHashMap<>();
    final List<MarginStatusChanged> changes = new ArrayList<>();
    final List<MarginSaleForced> sales = new ArrayList<>();

    void fold(MarginProgramSet e) {
        programs.put(e.programId(), e);
    }

    void fold(MarginTermsSet e) {
        terms.put(e.instrumentId(), e);
    }

    void fold(MarginAgreementSet e) {
        agreements.put(e.accountId(), e);
    }

    void fold(MarginLoanChanged e) {
        debts.put(e.accountId(), new Debt(e.accountId(), e.debtMinor(), e.interestMinor()));
        if (e.instrumentId() != 0) {
            loans.put(new LoanKey(e.accountId(), e.instrumentId()), e);
        }
    }

    void fold(MarginValued e) {
        valued.put(e.accountId(), e);
        debts.put(e.accountId(), new Debt(e.accountId(), e.debtMinor(), e.interestMinor()));
    }

    void fold(MarginStatusChanged e) {
        changes.add(e);
        statuses.put(e.accountId(), e);
    }

    void fold(MarginSaleForced e) {
        sales.add(e);
    }
}

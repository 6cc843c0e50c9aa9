package io.pharos.platform.sandbox.bank;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The interface that role sandbox publishes: the switch of its bank. */
@HttpExchange
public interface SandboxBank {
    /** How the bank behaves. */
    enum Mode {
        /** It settles at once. */
        NORMAL,
        /** It rejects every payment. */
        REJECT,
        /** It settles, but neither its answer nor any other arrives in time. */
        TIMEOUT,
        /** It accepts, and settles a few seconds later. */
        DELAY,
        /** It loses what it is sent, and says nothing. */
        LOSE
    }

    @GetExchange("/internal/sandbox/bank/mode")
    Mode mode();

    /** Changes the behaviour; stays over a restart. */
    @PutExchange("/internal/sandbox/bank/mode")
    void change(@RequestParam("mode") Mode mode);
}

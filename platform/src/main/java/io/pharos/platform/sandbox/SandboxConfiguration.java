package io.pharos.platform.sandbox;

import io.pharos.platform.sandbox.bank.BankConfiguration;
import io.pharos.platform.sandbox.participants.ParticipantsConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Role sandbox: a bank, and traders. */
@Configuration(proxyBeanMethods = false)
@Import({BankConfiguration.class, ParticipantsConfiguration.class})
public class SandboxConfiguration {}

package io.pharos.platform.sandbox;

import io.pharos.platform.sandbox.bank.BankConfiguration;
import io.pharos.platform.sandbox.participants.ParticipantsConfiguration;
import io.pharos.platform.sandbox.venue.SandboxVenueConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Role sandbox: a bank, traders, and an exchange. */
@Configuration(proxyBeanMethods = false)
@Import({BankConfiguration.class, ParticipantsConfiguration.class, SandboxVenueConfiguration.class})
public class SandboxConfiguration {}
